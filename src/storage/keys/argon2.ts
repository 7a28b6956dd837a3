export interface Argon2Input {
  readonly password: string
  readonly salt: Uint8Array<ArrayBuffer>
  /** KiB of memory. */
  readonly memoryKib: number
  readonly passes: number
}

export interface Argon2 {
  /** 32 bytes of Argon2id (RFC 9106), one lane; runs outside the page's thread if there are workers. */
  (input: Argon2Input): Promise<Uint8Array<ArrayBuffer>>
  /** Starts the next worker in advance, so that nobody waits for it after typing. It holds no secret until it is asked. */
  warm(): void
}

export function argon2With(startWorker: (() => Worker) | undefined): Argon2 {
  if (!startWorker) return Object.assign(async (input: Argon2Input) => (await import('./argon2Hash')).argon2Hash(input), { warm() {} })
  let waiting: Worker | null = null
  const take = (): Worker => {
    const worker = waiting ?? startWorker()
    waiting = null
    return worker
  }
  return Object.assign((input: Argon2Input) => askOnce(take(), input), { warm: () => void (waiting ??= startWorker()) })
}

function askOnce(worker: Worker, input: Argon2Input): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<Uint8Array<ArrayBuffer>>) => {
      worker.terminate()
      resolve(event.data)
    }
    worker.onerror = (event) => {
      worker.terminate()
      reject(new Error(`argon2 — in its worker — ${event.message}`))
    }
    worker.postMessage(input)
  })
}
