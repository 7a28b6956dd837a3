import type { Result } from '../domain/result'
import type { Ledger, StorageFailure } from './ledger'

/*
 * Opening and closing the device's encrypted store. Its data key (AES-GCM 256) is derived from a random master secret, which is wrapped by
 * Argon2id(passphrase). A short PIN can wrap it a second time, but only mixed with a passkey's PRF output (`keys/masterSecret.ts`).
 */

export interface EnrolInput {
  readonly userId: string
  readonly username: string
  readonly passphrase: string
  readonly communes: readonly {
    readonly code: string
    readonly device: string
    readonly deviceSecret: string
    readonly serverKey: { readonly id: string; readonly publicKey: string }
    readonly epoch: string
  }[]
}

/** What the lock screen may know before anything is opened. Holds no person's data. */
export interface VaultInfo {
  readonly userId: string
  readonly username: string
  readonly state: 'ready' | 'waiting' | 'lockedUntilSignIn'
  /** Epoch ms until which no try is accepted (`waiting`). */
  readonly waitUntil: number | null
  readonly triesLeft: number
  readonly hasPasskey: boolean
  /** Number of envelopes that can be sent without opening the book. */
  readonly sealedCount: number
  /** Number of sealed drafts not yet at the server: they outlive the book and come back to their author (S42). */
  readonly sealedDrafts: number
  /** Number of sealed photos, without spoilt ones; they outlive the book too (S44). */
  readonly sealedPhotos: number
  /** The server said that this device is revoked. What is still here is unsent, or the book is open. */
  readonly isRevoked: boolean
}

/** Counts of what exists only on this device under the account's keys, and is lost for good with them. */
export interface Losses {
  /** Drafts that are not sealed beside the book: an earlier version of the app wrote them. */
  readonly drafts: number
  /** Photos that are not sealed either, or are spoilt. */
  readonly photos: number
  /** Operations the server held or refused, and nobody has dealt with. */
  readonly troubled: number
  /** Records with unsent notes (for a return, a visit, a request) that are not sealed beside the book. */
  readonly notes: number
  /** Operations of a revoked device that arrived sealed and were held or refused, or that the server lacks. */
  readonly untaken: number
}

export type UnlockFailure =
  | { readonly kind: 'wrong'; readonly triesLeft: number; readonly waitUntil: number | null }
  | { readonly kind: 'waiting'; readonly waitUntil: number }
  | { readonly kind: 'lockedUntilSignIn' }
  | { readonly kind: 'noPasskey' }
  | StorageFailure

export type EnrolFailure = { readonly kind: 'weak'; readonly bits: number; readonly needed: number } | StorageFailure

/** `weak`: the new passphrase is too easy to guess. */
export type ChangeFailure = Exclude<UnlockFailure, { readonly kind: 'noPasskey' }> | Extract<EnrolFailure, { readonly kind: 'weak' }>

export interface PassphraseChange {
  readonly current: string
  readonly next: string
}

type Bytes = Uint8Array<ArrayBuffer>

/** A passkey as a way in: `prf` is its WebAuthn PRF output (32 bytes) for `salt`; `pin` has at least 4 digits. */
export interface Passkey {
  readonly credentialId: string
  readonly salt: Bytes
  readonly prf: Bytes
  readonly pin: string
}

export interface Vaults {
  /** Accounts enrolled on this device, most recently used first. */
  list(): Promise<readonly VaultInfo[]>
  /**
   * Creates the store. An account that is already enrolled keeps its store, and only the keys of the given communes are refreshed; its passphrase must
   * then open the store, otherwise the failure is `locked`.
   */
  enrol(input: EnrolInput): Promise<Result<Ledger, EnrolFailure>>
  /** Prepares unlocking while the lock screen is shown. Opens nothing; may be called again. */
  warm(): void
  unlock(userId: string, passphrase: string): Promise<Result<Ledger, UnlockFailure>>
  /** Makes this passkey and PIN a way in; an earlier passkey no longer opens the book. */
  addPasskey(ledger: Ledger, passkey: Passkey): Promise<Result<null, StorageFailure>>
  /** Removes the passkey: only the passphrase then opens the book. Safe to repeat. */
  dropPasskey(ledger: Ledger): Promise<Result<null, StorageFailure>>
  /**
   * Changes the passphrase of the book. Its contents, what is sealed beside it and the passkey stay the same. `current` counts as a try, as on the lock
   * screen.
   */
  changePassphrase(ledger: Ledger, change: PassphraseChange): Promise<Result<null, ChangeFailure>>
  passkey(userId: string): Promise<Pick<Passkey, 'credentialId' | 'salt'> | undefined>
  unlockWithPasskey(userId: string, prf: Bytes, pin: string): Promise<Result<Ledger, UnlockFailure>>
  /** Gives all tries again; called after a successful online sign-in. */
  clearLockOut(userId: string): Promise<void>
  /** What forgetting the account would lose; shown before it. Needs no key. */
  lossesOf(userId: string): Promise<Losses>
  /** User names of books that were erased here because their device was revoked, since somebody last enrolled on this device. */
  erased(): Promise<readonly string[]>
  /** Deletes records, drafts and keys of an account, but never its sealed queue, drafts and photos (S29, S42, S44). */
  forget(userId: string): Promise<void>
}
