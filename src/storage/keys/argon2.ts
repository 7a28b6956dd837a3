export interface Argon2Input {
  readonly password: string
  readonly salt: Uint8Array<ArrayBuffer>
  /** KiB of memory. */
  readonly memoryKib: number
  readonly passes: number
}

export type Argon2 = (input: Argon2Input) => Promise<Uint8Array<ArrayBuffer>>

/** 32 bytes of Argon2id (RFC 9106), one lane, away from the page's thread where there are workers. */
export function argon2With(startWorker: (() => Worker) | undefined): Argon2 {
  if (!startWorker) return async (input) => (await import('./argon2Hash')).argon2Hash(input)
  return (input) =>
    new Promise((resolve, reject) => {
      const worker = startWorker()
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
