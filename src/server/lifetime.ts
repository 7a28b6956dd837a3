import { setTimeout as pause } from 'node:timers/promises'

/** The time each part gets to stop. The HTTP part answers open requests first. */
const PART_LIMIT_MS = 15_000

/** The parts of a running server. They are stopped in reverse order when the process is asked to end. */
export class Lifetime {
  readonly #parts: (() => Promise<unknown>)[] = []
  #starting = 0
  #isAsked = false
  #ending: Promise<never> | undefined

  /** From now on Ctrl-C, SIGTERM, a closed terminal and an uncaught error stop every part that was started. */
  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.#ask())
    for (const bug of ['uncaughtException', 'unhandledRejection'] as const) process.on(bug, (error: unknown) => this.#onBug(error))
  }

  /**
   * Starts a part, to be stopped at the end. If the process is asked to end meanwhile, it waits for the part and then stops everything.
   * @throws what `begin` throws
   */
  async start<T>(begin: () => Promise<T>, stop: (part: T) => Promise<unknown>): Promise<T> {
    this.#starting += 1
    try {
      const part = await begin()
      this.#parts.push(() => stop(part))
      return part
    } finally {
      this.#starting -= 1
      if (this.#isAsked && this.#starting === 0) await this.end(0)
    }
  }

  /** Stops everything and ends the process. May be called again: only the first call counts. */
  end(code: number): Promise<never> {
    this.#ending ??= this.#stopAll(code)
    return this.#ending
  }

  /** npm sends each signal a second time. Further signals change nothing. */
  #ask(): void {
    this.#isAsked = true
    if (this.#starting === 0) void this.end(0)
  }

  #onBug(error: unknown): void {
    console.error('bug —', whereOf(error))
    void this.end(1)
  }

  async #stopAll(code: number): Promise<never> {
    for (const stop of [...this.#parts].reverse()) await Promise.race([stop().catch(() => undefined), pause(PART_LIMIT_MS)])
    process.exit(code)
  }
}

/** The place of an error, without its message, which may quote a person's data. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error'
  return [error.name, ...(error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))].join('\n')
}
