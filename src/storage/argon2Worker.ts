import type { Argon2Input } from './keys/argon2'
import { argon2Hash } from './keys/argon2Hash'

/** One question, one answer: the caller then ends the worker, and with it the memory that held the passphrase. */
addEventListener('message', (event: MessageEvent<Argon2Input>) => {
  void argon2Hash(event.data).then((hash) => postMessage(hash))
})

// Compiles the program while the passphrase is being typed.
void argon2Hash({ password: 'x', salt: new Uint8Array(16), memoryKib: 8, passes: 1 })
