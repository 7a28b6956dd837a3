import { fail, ok, type Result } from '../../domain/result'

export interface WorkGateOptions {
  /** Pieces of work done at the same time. */
  readonly atOnce: number
  /** Pieces that may stand before the gate. */
  readonly waiting: number
  /** Milliseconds of a clock that nobody sets. */
  readonly now: () => number
}

export interface Refused {
  /** Seconds until there may be a place, by how fast work went lately and who was told to come back before. */
  readonly retryAfter: number
}

export interface WorkGate {
  /** What `run` would say to a newcomer now; `null` = it would let it wait or work. */
  refuses(): Refused | null
  /**
   * Does the work when its turn comes; refuses at once when too much stands before it, having begun nothing.
   * @param work may give its answer and keep its place until the rest of it is done too; that never fails
   */
  run<T>(work: (keepUntil: (rest: Promise<void>) => void) => Promise<T>): Promise<Result<T, Refused>>
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
  /** When the last place falls free that a refused one was told of. */
  let promised = 0

  /** Each is told of a place of its own: told the same, all would come at once again, and nobody before that. */
  function retryAfter(): number {
    const at = Math.max(now(), promised) + meanMs / atOnce
    const seconds = Math.ceil((at - now()) / 1000)
    if (seconds > LONGEST_S) return LONGEST_S
    promised = at
    return Math.max(1, seconds)
  }

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

  const refuses = (): Refused | null => (busy >= atOnce && queue.length >= waiting ? { retryAfter: retryAfter() } : null)

  return {
    refuses,
    async run(work) {
      const refused = refuses()
      if (refused) return fail(refused)
      await turn()
      const start = now()
      let rest = Promise.resolve()
      try {
        return ok(await work((more) => { rest = more }))
      } finally {
        void rest.then(() => {
          meanMs += (now() - start - meanMs) / 20
          leave()
        })
      }
    },
  }
}
