import { fail, ok } from '../../../src/domain/result'
import type { Ledger } from '../../../src/storage/ledger'
import type { EnrolInput, Losses, VaultInfo, Vaults } from '../../../src/storage/vaultTypes'

export interface MemoryVaultsInput {
  readonly makeLedger: () => Ledger
  readonly accounts?: readonly { readonly userId: string; readonly username: string; readonly passphrase: string; readonly sealedCount?: number; readonly sealedDrafts?: number; readonly sealedPhotos?: number }[]
  readonly now: () => number
}

export interface MemoryVaults extends Vaults {
  readonly enrolled: readonly EnrolInput[]
  readonly forgotten: readonly string[]
  /** As if so many sealed envelopes, drafts and photos of each account were left on the device. */
  leaveSealed(count: number, drafts?: number, photos?: number): void
  /** As if the server had said that this account's device is revoked. */
  revoke(userId: string): void
  /** As if the closed book of a revoked device had been erased. */
  erase(userId: string): void
  /** As if forgetting any account would lose this. */
  holdUnsent(losses: Partial<Losses>): void
}

const TRIES = 5
const WAIT_MS = 30_000

/** Vaults whose locks are plain comparisons: 5 tries, a pause after the third, then locked until a sign-in. */
export function memoryVaults({ makeLedger, accounts = [], now }: MemoryVaultsInput): MemoryVaults {
  const passphrases = new Map<string, string>()
  const pins = new Map<string, { readonly credentialId: string; readonly salt: Uint8Array<ArrayBuffer>; readonly pin: string; readonly prf: string }>()
  const infos = new Map<string, VaultInfo>()
  const enrolled: EnrolInput[] = []
  const forgotten: string[] = []
  const erased: string[] = []
  let losses: Losses = { drafts: 0, photos: 0, troubled: 0, notes: 0, untaken: 0 }
  const add = (userId: string, username: string, passphrase: string, sealedCount = 0, sealedDrafts = 0, sealedPhotos = 0): void => {
    passphrases.set(userId, passphrase)
    infos.set(userId, { userId, username, state: 'ready', waitUntil: null, triesLeft: TRIES, hasPasskey: false, sealedCount, sealedDrafts, sealedPhotos, isRevoked: false })
  }
  for (const account of accounts) add(account.userId, account.username, account.passphrase, account.sealedCount, account.sealedDrafts, account.sealedPhotos)
  const change = (userId: string, fields: Partial<VaultInfo>): VaultInfo => {
    const next = { ...infos.get(userId)!, ...fields }
    infos.set(userId, next)
    return next
  }
  const wrong = (userId: string) => {
    const triesLeft = infos.get(userId)!.triesLeft - 1
    if (triesLeft === 0) {
      change(userId, { triesLeft, state: 'lockedUntilSignIn' })
      return fail({ kind: 'lockedUntilSignIn' as const })
    }
    const waitUntil = triesLeft <= 2 ? now() + WAIT_MS : null
    change(userId, { triesLeft, waitUntil, state: waitUntil === null ? 'ready' : 'waiting' })
    return fail({ kind: 'wrong' as const, triesLeft, waitUntil })
  }
  const right = (userId: string) => {
    change(userId, { triesLeft: TRIES, waitUntil: null, state: 'ready' })
    return ok(makeLedger())
  }
  const tried = (userId: string, isRight: boolean) => {
    const info = infos.get(userId)!
    if (info.state === 'lockedUntilSignIn') return fail({ kind: 'lockedUntilSignIn' as const })
    if (info.waitUntil !== null && now() < info.waitUntil) return fail({ kind: 'waiting' as const, waitUntil: info.waitUntil })
    return isRight ? right(userId) : wrong(userId)
  }

  return {
    enrolled,
    forgotten,
    leaveSealed(sealedCount, sealedDrafts = 0, sealedPhotos = 0) {
      for (const userId of infos.keys()) change(userId, { sealedCount, sealedDrafts, sealedPhotos })
    },
    revoke(userId) {
      change(userId, { isRevoked: true })
    },
    erase(userId) {
      erased.push(infos.get(userId)!.username)
      infos.delete(userId)
    },
    erased: async () => erased,
    holdUnsent(change) {
      losses = { ...losses, ...change }
    },
    list: async () => [...infos.values()],
    lossesOf: async () => losses,
    async enrol(input) {
      enrolled.push(input)
      add(input.userId, input.username, input.passphrase)
      return ok(makeLedger())
    },
    warm() {},
    async unlock(userId, passphrase) {
      return tried(userId, passphrases.get(userId) === passphrase)
    },
    async addPasskey(_ledger, passkey) {
      const userId = [...infos.keys()][0]!
      pins.set(userId, { ...passkey, prf: passkey.prf.join() })
      change(userId, { hasPasskey: true })
      return ok(null)
    },
    async dropPasskey() {
      const userId = [...infos.keys()][0]!
      pins.delete(userId)
      change(userId, { hasPasskey: false })
      return ok(null)
    },
    async changePassphrase(_ledger, { current, next }) {
      const userId = [...infos.keys()][0]!
      const opened = tried(userId, passphrases.get(userId) === current)
      if (!opened.ok) return opened
      passphrases.set(userId, next)
      return ok(null)
    },
    passkey: async (userId) => pins.get(userId),
    async unlockWithPasskey(userId, prf, pin) {
      const known = pins.get(userId)
      if (!known) return fail({ kind: 'noPasskey' })
      return tried(userId, known.pin === pin && known.prf === prf.join())
    },
    async clearLockOut(userId) {
      change(userId, { triesLeft: TRIES, waitUntil: null, state: 'ready' })
    },
    async forget(userId) {
      forgotten.push(userId)
      infos.delete(userId)
    },
  }
}
