import { argon2id } from 'hash-wasm'
import type { Argon2Input } from './argon2'

/** Argon2id in the current thread; blocks it for as long as the parameters require. */
export async function argon2Hash({ password, salt, memoryKib, passes }: Argon2Input): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await argon2id({ password, salt, memorySize: memoryKib, iterations: passes, parallelism: 1, hashLength: 32, outputType: 'binary' })
  return new Uint8Array(hash)
}
