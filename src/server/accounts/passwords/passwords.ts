import { randomBytes, randomInt } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'

/** Argon2id with the minimum of OWASP's password storage cheat sheet: 19 MiB, 2 passes, 1 lane. */
const cost = { memorySize: 19 * 1024, iterations: 2, parallelism: 1, hashLength: 32 }
const MIN_LENGTH = 10
const MAX_WAITING = 40

/** Hashing keeps the one thread busy for about 0.1 s, so it runs one at a time, with a queue of limited length. */
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** Too many sign-ins are waiting. Answered as `busy`. */
class PasswordQueueFull extends Error {
  override readonly name = 'PasswordQueueFull'
  readonly statusCode = 503
}

/** @throws PasswordQueueFull */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => argon2id({ ...cost, password: password.normalize('NFC'), salt: randomBytes(16), outputType: 'encoded' }))
}

/**
 * Whether a password belongs to a hash. Without a hash the same work is done, so that the time reveals nothing.
 * @throws PasswordQueueFull
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const matches = await inTurn(async () => argon2Verify({ password: password.normalize('NFC'), hash: hash ?? (await emptyHash()) }))
  return matches && hash !== undefined
}

/** Makes a password that a person can copy from paper: 4 groups of 4 characters, no look-alikes, about 79 bits. */
export function makePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

/**
 * Whether a password chosen by a person is too easy to guess: shorter than 10 characters, fewer than 5 different characters, a plain run, a common
 * word, or with the account's own name in it.
 */
export function isWeakPassword(password: string, username: string): boolean {
  const lower = password.toLowerCase()
  const different = new Set(lower).size
  return [...password].length < MIN_LENGTH || different < 5 || isRun(lower) || lower.includes(username.toLowerCase()) || common.test(lower)
}

const common = /^(mat ?khau|password|passw0rd|sothon|so thon|qwerty|iloveyou|admin)[\W\d_]*$/

/** `1234567890`, `abcdefghij`, `9876543210`, `1111111111`: the characters have equal steps of at most 1, with one exception allowed. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, i) => character.charCodeAt(0) - text.charCodeAt(i))
  return steps.filter((step) => step === steps[0] && Math.abs(step) <= 1).length >= steps.length - 1
}

let decoy: Promise<string> | undefined
const emptyHash = (): Promise<string> => (decoy ??= argon2id({ ...cost, password: randomBytes(16), salt: randomBytes(16), outputType: 'encoded' }))

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MAX_WAITING) throw new PasswordQueueFull('password — hashing — too many wait')
  waiting += 1
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    waiting -= 1
  }
}
