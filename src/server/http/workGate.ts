import { fail, ok, type Result } from '../../domain/result'

export interface WorkGateOptions {
  /** Pieces of work that run at the same time. */
  readonly atOnce: number
  /** Pieces of work that may wait. */
  readonly waiting: number
  /** A clock in milliseconds that nobody can set. */
  readonly now: () => number
}

export interface Refused {
  /** Seconds until there may be a place, estimated from how fast work went lately and from the places already promised. */
  readonly retryAfter: number
}

export interface WorkGate {
  /** What `run` would answer now. `null` = it would accept the work. A refusal promises its sender a place. */
  refuses(): Refused | null
  /**
   * Runs the work when its turn comes. If too much is waiting, it refuses at once and begins nothing.
   * @param work may return its answer and keep its place until `rest` is done too; `rest` must never fail
   * @throws what the work throws
   */
  run<T>(work: (keepUntil: (rest: Promise<void>) => void) => Promise<T>): Promise<Result<T, Refused>>
}

const FIRST_GUESS_MS = 50
const LONGEST_S = 60

/**
 * Back-pressure of one process (S30). Work that comes faster than it can be done waits in a queue of limited length, and when that is full it is told
 * when to come back. So memory and database connections stay limited, however many devices come at once.
 */
export function createWorkGate({ atOnce, waiting, now }: WorkGateOptions): WorkGate {
  const queue: (() => void)[] = []
  let busy = 0
  let meanMs = FIRST_GUESS_MS
  /** When the last of the places promised to refused requests becomes free. */
  let promised = 0

  /** Promises each refused request a place of its own. With the same time for all, they would come back together, and nobody before. */
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

  /** Gives the place directly to the next in the queue, so that it is never free for a newcomer. */
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
