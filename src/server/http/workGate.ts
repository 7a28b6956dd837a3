import { fail, ok, type Result } from '../../domain/result'

export interface WorkGateOptions {
  /** Pieces of work done at the same time. */
  readonly atOnce: number
  /** Pieces that may stand before the gate. */
  readonly waiting: number
  readonly now: () => number
}

export interface Refused {
  /** Seconds until it is worth asking again, by how fast work went lately. */
  readonly retryAfter: number
}

export interface WorkGate {
  /** Does the work when its turn comes; refuses at once when too much stands before it, having begun nothing. */
  run<T>(work: () => Promise<T>): Promise<Result<T, Refused>>
}

const FIRST_GUESS_MS = 50
const LONGEST_S = 60

/**
 * Back-pressure of one process: what comes faster than it can be done waits in a queue that is not endless, and what the queue
 * cannot hold is told when to come back. So memory and database connections stay bounded, however many devices come at once.
 */
export function createWorkGate({ atOnce, waiting, now }: WorkGateOptions): WorkGate {
  const queue: (() => void)[] = []
  let busy = 0
  let meanMs = FIRST_GUESS_MS

  const retryAfter = (): number => Math.min(LONGEST_S, Math.max(1, Math.ceil((queue.length * meanMs) / atOnce / 1000)))

  async function turn(): Promise<void> {
    if (busy < atOnce) busy += 1
    else await new Promise<void>((mine) => queue.push(mine))
  }

  /** The place goes to the next in the queue, never through a moment in which it is free for a newcomer. */
  function leave(): void {
    const next = queue.shift()
    if (next) next()
    else busy -= 1
  }

  return {
    async run(work) {
      if (busy >= atOnce && queue.length >= waiting) return fail({ retryAfter: retryAfter() })
      await turn()
      const start = now()
      try {
        return ok(await work())
      } finally {
        meanMs += (now() - start - meanMs) / 20
        leave()
      }
    },
  }
}
