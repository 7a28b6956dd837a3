import { setTimeout as pause } from 'node:timers/promises'

/** Each part gets this long to end; requests under way are answered first. */
const PART_LIMIT_MS = 15_000

/** The parts of a running server, stopped last first when the process is asked to end. */
export class Lifetime {
  readonly #parts: (() => Promise<unknown>)[] = []
  #starting = 0
  #isAsked = false
  #ending: Promise<never> | undefined

  /** From here on Ctrl-C, SIGTERM, a closed terminal and a bug stop whatever was started. */
  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.#ask())
    for (const bug of ['uncaughtException', 'unhandledRejection'] as const) process.on(bug, (error: unknown) => this.#onBug(error))
  }

  /** Starts a part and takes it into care. Asked to end meanwhile, the part is waited for and everything stops. */
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

  /** Stops everything and ends the process. Safe to call again: the first call counts. */
  end(code: number): Promise<never> {
    this.#ending ??= this.#stopAll(code)
    return this.#ending
  }

  /** npm passes each signal on a second time; those that follow change nothing. */
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

/** Where it happened, without the message: it may quote a person's data. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error'
  return [error.name, ...(error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))].join('\n')
}
