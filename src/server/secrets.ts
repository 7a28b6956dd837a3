import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The uses of the server's one secret. Each `purpose` has a derived key of its own, so that one use reveals nothing about another. */
export interface Secrets {
  /** Encrypts a value for the database (AES-256-GCM; 12 bytes nonce, 16 bytes tag, ciphertext). */
  seal(purpose: string, bytes: Uint8Array): Buffer
  /**
   * Decrypts what `seal` returned.
   * @throws Error when it was sealed with another secret or for another purpose
   */
  open(purpose: string, sealed: Uint8Array): Buffer
  /** A keyed hash, in hex. It finds equal values without storing them readable. */
  hmac(purpose: string, text: string): string
}

const MIN_SECRET_BYTES = 32

/**
 * Loads the secret from the environment, or from the key file in the data folder (created on first use, owner only).
 * @throws Error when the secret is too short
 */
export function loadSecrets(config: { readonly secret: string | null; readonly dataDir: string }): Secrets {
  const secret = config.secret ?? keyFile(config.dataDir)
  if (Buffer.byteLength(secret) < MIN_SECRET_BYTES) throw new Error(`configuration — SOTHON_SECRET needs ${MIN_SECRET_BYTES} characters or more`)
  return secretsFrom(secret)
}

/** Derives the key of each purpose from the secret. */
export function secretsFrom(secret: string): Secrets {
  const keys = new Map<string, Buffer>()
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'sothon', purpose, 32))
  const keyFor = (purpose: string): Buffer => keys.get(purpose) ?? keys.set(purpose, derive(purpose)).get(purpose)!
  return {
    seal(purpose, bytes) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
      const text = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12), { authTagLength: 16 })
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
    },
    hmac: (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest('hex'),
  }
}

function keyFile(dataDir: string): string {
  const path = join(dataDir, 'secret.key')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    makeKeyFile(path)
  }
  return readFileSync(path, 'utf8').trim()
}

/** Creates the key file completely or not at all, even if the power fails: half a key would be another key. If two servers start at once, one creates it. */
function makeKeyFile(path: string): void {
  const unfinished = `${path}.${process.pid}.unfinished`
  writeFileSync(unfinished, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(unfinished, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(unfinished)
  }
}
