import { fail, ok, type Result } from '../domain/result'
import { toBase64url } from '../protocol/base64url'
import { hasStore, infoOf, loadForgetting, withStore } from './disk/accountStore'
import { argon2With, type Argon2 } from './keys/argon2'
import { cipherWith } from './keys/cipher'
import type { BookLocks } from './bookLocks'
import type { IndexedDbPort } from './disk/databaseOptions'
import { directoryDatabase, type AccountRow, type DirectoryDatabase } from './disk/directoryDatabase'
import { saveEnrolments } from './book/devices/saveEnrolments'
import type { Ledger, StorageFailure } from './ledger'
import { dataKeyOf, unwrapMaster, wrapMaster, type KdfCost, type RandomBytes } from './keys/masterSecret'
import { attempt, type OpenBook } from './book/openBook'
import { prepareLedger, type Opened, type PreparedLedger } from './book/openLedger'
import { tellForgotten } from './book/tabChannel'
import { MARK } from './disk/places'
import { sealState } from './disk/stateRows'
import { guarded, partGone } from './storageFailure'
import { noTries } from './keys/tries'
import type { WaysInDeps } from './keys/waysIn'
import { tryToOpen, type Way } from './keys/tryToOpen'
import type { ChangeFailure, EnrolFailure, EnrolInput, Losses, Passkey, PassphraseChange, UnlockFailure, VaultInfo, Vaults } from './vaultTypes'

export interface VaultDeps {
  /** Epoch ms. */
  readonly now: () => number
  /** Source of cryptographic randomness; absent = `crypto.getRandomValues`. */
  readonly randomBytes?: RandomBytes
  /** Starts `argon2Worker`; absent = Argon2id runs in the calling thread. */
  readonly startWorker?: () => Worker
  readonly indexedDb?: IndexedDbPort
  /** Keeps an open book from being erased; absent = the caller makes sure that nothing erases it. */
  readonly locks?: BookLocks
  /** Cost of a new wrap; existing wraps keep theirs. */
  readonly kdfCost?: KdfCost
}

/** OWASP Password Storage Cheat Sheet, Argon2id: m = 19 MiB, t = 2, p = 1. */
const KDF_COST: KdfCost = { memoryKib: 19_456, passes: 2 }

/** The encrypted stores of this device, one per account. */
export function openVaults(deps: VaultDeps): Vaults {
  return new DeviceVaults(deps)
}

type Bytes = Uint8Array<ArrayBuffer>

class DeviceVaults implements Vaults {
  private readonly port: IndexedDbPort | undefined
  private readonly directory: DirectoryDatabase
  private readonly argon2: Argon2
  private readonly randomBytes: RandomBytes
  private readonly books = new WeakMap<Ledger, OpenBook>()

  constructor(private readonly deps: VaultDeps) {
    this.port = deps.indexedDb
    this.directory = directoryDatabase(deps.indexedDb)
    this.argon2 = argon2With(deps.startWorker)
    this.randomBytes = deps.randomBytes ?? ((count) => crypto.getRandomValues(new Uint8Array(count)))
  }

  async list(): Promise<readonly VaultInfo[]> {
    const accounts = await this.directory.accounts.toArray()
    const rows = accounts.filter((row) => row.passphrase)
    // If this part of the app cannot be loaded now, they are swept another time.
    if (rows.length < accounts.length) await loadForgetting().then(({ sweepForgotten }) => sweepForgotten(this.directory, this.port, this.deps.locks), () => undefined)
    return Promise.all(rows.sort((a, b) => b.usedAt - a.usedAt).map((row) => infoOf(row, this.deps.now(), this.port)))
  }

  enrol(input: EnrolInput): Promise<Result<Ledger, EnrolFailure>> {
    return guarded(async () => {
      const known = await this.directory.accounts.get(input.userId)
      const isKnown = known?.passphrase && (await hasStore(input.userId, this.port))
      const opened = isKnown ? asEnrolFailure(await this.openByPassphrase(input.userId, input.passphrase)) : await this.create(input, known)
      return opened.ok ? saveEnrolments(opened.value, input.communes) : opened
    })
  }

  warm(): void {
    this.argon2.warm()
  }

  unlock(userId: string, passphrase: string): Promise<Result<Ledger, UnlockFailure>> {
    return guarded(async () => ledgerIn(await this.openByPassphrase(userId, passphrase)))
  }

  addPasskey(ledger: Ledger, passkey: Passkey): Promise<Result<null, StorageFailure>> {
    return guarded(async () => (await loadWaysIn()).addPasskey(this.waysIn(), this.bookOf(ledger), passkey))
  }

  dropPasskey(ledger: Ledger): Promise<Result<null, StorageFailure>> {
    return guarded(async () => (await loadWaysIn()).dropPasskey(this.waysIn(), this.bookOf(ledger)))
  }

  changePassphrase(ledger: Ledger, change: PassphraseChange): Promise<Result<null, ChangeFailure>> {
    return guarded(async () => (await loadWaysIn()).changePassphrase(this.waysIn(), this.bookOf(ledger), change))
  }

  async passkey(userId: string): Promise<{ readonly credentialId: string; readonly salt: Bytes } | undefined> {
    const passkey = (await this.directory.accounts.get(userId))?.passkey
    return passkey ? { credentialId: passkey.credentialId, salt: passkey.prfSalt } : undefined
  }

  unlockWithPasskey(userId: string, prf: Bytes, pin: string): Promise<Result<Ledger, UnlockFailure>> {
    return guarded(async () => ledgerIn(await this.openBy(userId, ({ passkey }) => passkey && (() => unwrapMaster(passkey, this.argon2, pin, prf)))))
  }

  async clearLockOut(userId: string): Promise<void> {
    await this.directory.accounts.update(userId, { ...noTries })
  }

  async lossesOf(userId: string): Promise<Losses> {
    return (await loadForgetting()).lossesOf(userId, this.port)
  }

  async erased(): Promise<readonly string[]> {
    return (await this.directory.erased.toArray()).map(({ username }) => username)
  }

  async forget(userId: string): Promise<void> {
    const { forgetAccount } = await loadForgetting()
    tellForgotten(userId)
    return forgetAccount(this.directory, userId, this.port)
  }

  private openByPassphrase(userId: string, secret: string): Promise<Result<Opened, UnlockFailure>> {
    return this.openBy(userId, ({ passphrase }) => passphrase && (() => unwrapMaster(passphrase, this.argon2, secret)))
  }

  private async openBy(userId: string, way: Way): Promise<Result<Opened, UnlockFailure>> {
    let preparing: Promise<PreparedLedger | null> | null = null
    // Read the store while Argon2id works: the disk is idle then, and what is read is still encrypted.
    const meanwhile: Way = (row) => {
      const look = way(row)
      return look && (() => {
        const master = look()
        preparing = this.prepareExisting(userId)
        preparing.catch(() => undefined)
        return master
      })
    }
    let master: Bytes | undefined
    try {
      const tried = await tryToOpen({ directory: this.directory, now: this.deps.now }, userId, meanwhile)
      if (!tried.ok) return tried
      master = tried.value
    } finally {
      if (!master) await abandon(preparing)
    }
    const prepared = await preparing
    return prepared ? this.open(prepared, master) : fail({ kind: 'storageLost' })
  }

  /** `null` = the browser erased the store. */
  private async prepareExisting(userId: string): Promise<PreparedLedger | null> {
    const letGo = await this.hold(userId)
    const isHere = await hasStore(userId, this.port).catch((error: unknown) => {
      letGo()
      throw error
    })
    if (isHere) return this.prepare(userId, letGo)
    letGo()
    return null
  }

  private async hold(userId: string): Promise<() => void> {
    return (await this.deps.locks?.hold(userId)) ?? (() => {})
  }

  private prepare(userId: string, letGo: () => void): PreparedLedger {
    return prepareLedger({ userId, now: this.deps.now, port: this.port, letGo })
  }

  private async open(prepared: PreparedLedger, master: Bytes): Promise<Result<Opened, StorageFailure>> {
    const opened = await prepared.open(cipherWith(await dataKeyOf(master), this.randomBytes))
    if (opened.ok) this.books.set(opened.value.ledger, opened.value.book)
    return opened
  }

  private async create({ userId, username, passphrase: secret }: EnrolInput, known: AccountRow | undefined): Promise<Result<Opened, EnrolFailure>> {
    const { passphraseStrength } = await import('../domain/passphraseStrength').catch(partGone)
    const { bits, needed, enough } = passphraseStrength(secret, [username])
    if (!enough) return fail({ kind: 'weak', bits, needed })
    const master = this.randomBytes(32)
    const passphrase = await this.wrap(master, secret)
    // Another page may have written after the account was forgotten. Nobody can read that, and it would keep the new book from opening.
    if (known) await withStore(userId, this.port, (await loadForgetting()).forgetReadable)
    const opened = await this.open(this.prepare(userId, await this.hold(userId)), master)
    if (!opened.ok) return opened
    const { book } = opened.value
    const made = await attempt(book, async () => {
      await book.db.state.put(await sealState(book, MARK, toBase64url(master)))
      await this.directory.accounts.put({ userId, username, passphrase, passkey: null, ...noTries, usedAt: this.deps.now() })
      await this.directory.erased.clear()
      book.isMarked = true
    })
    return made.ok ? opened : made
  }

  private bookOf(ledger: Ledger): OpenBook {
    const book = this.books.get(ledger)
    if (!book) throw new Error('vaults — a ledger of another vault')
    return book
  }

  private waysIn(): WaysInDeps {
    const { directory, argon2, deps: { now } } = this
    return { directory, argon2, now, wrap: (master, secret, prf) => this.wrap(master, secret, prf) }
  }

  private wrap(master: Bytes, secret: string, prf?: Bytes) {
    const { argon2, randomBytes } = this
    return wrapMaster(master, { argon2, randomBytes, cost: this.deps.kdfCost ?? KDF_COST, secret, ...(prf ? { prf } : {}) })
  }
}

/** Changes of passphrase and passkey: not needed to open a book, so loaded on demand. */
const loadWaysIn = () => import('./keys/waysIn').catch(partGone)

/** Closes a prepared ledger; if preparing failed there is nothing to close. */
async function abandon(preparing: Promise<PreparedLedger | null> | null): Promise<void> {
  const prepared = await preparing?.catch(() => null)
  prepared?.abandon()
}

function ledgerIn<E>(opened: Result<Opened, E>): Result<Ledger, E> {
  return opened.ok ? ok(opened.value.ledger) : opened
}

/** Somebody who enrols again has just signed in. A passphrase that does not open the store is asked for on the lock screen, so it becomes `locked`. */
function asEnrolFailure(opened: Result<Opened, UnlockFailure>): Result<Opened, EnrolFailure> {
  if (opened.ok) return opened
  const { error } = opened
  return fail(error.kind === 'diskFull' || error.kind === 'storageLost' ? error : { kind: 'locked' })
}
