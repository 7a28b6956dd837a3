import type { Result } from '../domain/result'
import type { Ledger, StorageFailure } from './ledger'

/*
 * Opening and closing the device's encrypted store. Its data key (AES-GCM 256) follows from a random master secret, which is wrapped
 * by Argon2id(passphrase); a short PIN can wrap it a second time only mixed with a passkey's PRF output (`keys/masterSecret.ts`).
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

/** What the lock screen may know before anything is opened. No person's data. */
export interface VaultInfo {
  readonly userId: string
  readonly username: string
  readonly state: 'ready' | 'waiting' | 'lockedUntilSignIn'
  /** Epoch ms until which no try is taken (`waiting`). */
  readonly waitUntil: number | null
  readonly triesLeft: number
  readonly hasPasskey: boolean
  /** Envelopes that can be sent without opening. */
  readonly sealedCount: number
  /** Drafts of which the same is true: they outlive the book and come back to their author (protocol rule 42). */
  readonly sealedDrafts: number
  /** Photos of which it is true too (protocol rule 44); not those that are spoilt. */
  readonly sealedPhotos: number
  /** The server said that this device was revoked; what is still here is unsent. */
  readonly isRevoked: boolean
}

/** What is nowhere but on this device and behind the account's keys, and goes for good with them. */
export interface Losses {
  /** Those that do not lie sealed beside the book: an earlier version of the app wrote them. */
  readonly drafts: number
  /** Those that do not lie sealed either, or are spoilt. */
  readonly photos: number
  /** Operations the server held or refused, which a person has not dealt with. */
  readonly troubled: number
  /** Records with notes begun and not sent, of a return, a visit, a request, that do not lie sealed beside the book. */
  readonly notes: number
  /** Operations of a revoked device that came sealed and were held or refused, or that the server lacks. */
  readonly untaken: number
}

export type UnlockFailure =
  | { readonly kind: 'wrong'; readonly triesLeft: number; readonly waitUntil: number | null }
  | { readonly kind: 'waiting'; readonly waitUntil: number }
  | { readonly kind: 'lockedUntilSignIn' }
  | { readonly kind: 'noPasskey' }
  | StorageFailure

export type EnrolFailure = { readonly kind: 'weak'; readonly bits: number; readonly needed: number } | StorageFailure

/** `weak`: the next one is too easy to guess. */
export type ChangeFailure = Exclude<UnlockFailure, { readonly kind: 'noPasskey' }> | Extract<EnrolFailure, { readonly kind: 'weak' }>

export interface PassphraseChange {
  readonly current: string
  readonly next: string
}

type Bytes = Uint8Array<ArrayBuffer>

/** PRF output (32 bytes) from WebAuthn, of the salt, with a PIN of >= 4 digits. */
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
   * Makes the store; an account already enrolled keeps its store and only refreshes the given communes' keys. The
   * passphrase must open that store then: `locked` when it does not.
   */
  enrol(input: EnrolInput): Promise<Result<Ledger, EnrolFailure>>
  /** The lock screen is shown: what unlocking needs is made ready meanwhile. Opens nothing; may be called again. */
  warm(): void
  unlock(userId: string, passphrase: string): Promise<Result<Ledger, UnlockFailure>>
  /** Makes this the passkey way in; one that was there before, with its PIN, opens nothing any more. */
  addPasskey(ledger: Ledger, passkey: Passkey): Promise<Result<null, StorageFailure>>
  /** Only the passphrase opens the book then. Safe to repeat. */
  dropPasskey(ledger: Ledger): Promise<Result<null, StorageFailure>>
  /** Another passphrase for the same book: nothing in it or sealed beside it changes, nor the passkey. The current one is a try as on the lock screen. */
  changePassphrase(ledger: Ledger, change: PassphraseChange): Promise<Result<null, ChangeFailure>>
  passkey(userId: string): Promise<Pick<Passkey, 'credentialId' | 'salt'> | undefined>
  unlockWithPasskey(userId: string, prf: Bytes, pin: string): Promise<Result<Ledger, UnlockFailure>>
  /** After a successful online sign-in: tries are given again. */
  clearLockOut(userId: string): Promise<void>
  /** Told before anything is forgotten; needs no key. */
  lossesOf(userId: string): Promise<Losses>
  /** User names whose books were erased here because their device was revoked, since somebody last enrolled. */
  erased(): Promise<readonly string[]>
  /** Forgets records and drafts of an account and its keys, but never its sealed queue, drafts and photos (protocol rules 29, 42, 44). */
  forget(userId: string): Promise<void>
}
