import { fail, ok, type Result } from '../domain/result'
import { fromBase64url, toBase64url } from '../protocol/base64url'
import { argon2With } from './argon2'
import { cipherWith } from './cipher'
import type { IndexedDbPort } from './databaseOptions'
import { directoryDatabase, type AccountRow } from './directoryDatabase'
import { mergedEnrolments } from './enrolment'
import { forgetAccount, hasStore, infoOf, sweepForgotten } from './accountStore'
import type { Ledger, StorageFailure } from './ledger'
import { dataKeyOf, unwrapMaster, wrapMaster, type KdfCost, type RandomBytes } from './masterSecret'
import { attempt, type OpenBook } from './openBook'
import { openLedger, type Opened } from './openLedger'
import { passphraseStrength } from './passphraseStrength'
import { MARK, stateKeys } from './places'
import { readState, sealState } from './stateRows'
import { storageFailure } from './storageFailure'
import { noTries } from './tries'
import { tryToOpen, type Way } from './tryToOpen'
import type { EnrolFailure, EnrolInput, UnlockFailure, Vaults } from './vaultTypes'

export interface VaultDeps {
  /** Epoch ms. */
  readonly now: () => number
  /** Cryptographic chance; `crypto.getRandomValues` when absent. */
  readonly randomBytes?: RandomBytes
  /** Starts `argon2Worker`; absent = Argon2id runs where it is called. */
  readonly startWorker?: () => Worker
  readonly indexedDb?: IndexedDbPort
  /** What a new wrap costs; old ones keep theirs. */
  readonly kdfCost?: KdfCost
}

/** OWASP Password Storage Cheat Sheet, Argon2id: m = 19 MiB, t = 2, p = 1. */
const KDF_COST: KdfCost = { memoryKib: 19_456, passes: 2 }
const MIN_PIN = 4

/** The encrypted stores of this device, one per account. */
export function openVaults(deps: VaultDeps): Vaults {
  const { now, indexedDb: port } = deps
  const randomBytes: RandomBytes = deps.randomBytes ?? ((count) => crypto.getRandomValues(new Uint8Array(count)))
  const argon2 = argon2With(deps.startWorker)
  const cost = deps.kdfCost ?? KDF_COST
  const directory = directoryDatabase(port)
  const books = new WeakMap<Ledger, OpenBook>()

  const open = async (userId: string, master: Uint8Array<ArrayBuffer>): Promise<Result<Opened, StorageFailure>> => {
    const cipher = cipherWith(await dataKeyOf(master), randomBytes)
    const opened = await openLedger({ userId, cipher, now, port })
    if (opened.ok) books.set(opened.value.ledger, opened.value.book)
    return opened
  }
  const byWay = async (userId: string, way: Way): Promise<Result<Opened, UnlockFailure>> => {
    const tried = await tryToOpen({ directory, now }, userId, way)
    if (!tried.ok) return tried
    return (await hasStore(userId, port)) ? open(userId, tried.value) : fail({ kind: 'storageLost' })
  }
  const byPassphrase = (userId: string, passphrase: string) =>
    byWay(userId, (row) => row.passphrase && (() => unwrapMaster(row.passphrase!, argon2, passphrase)))

  const create = async (input: EnrolInput): Promise<Result<Opened, EnrolFailure>> => {
    const { bits, needed, enough } = passphraseStrength(input.passphrase, [input.username])
    if (!enough) return fail({ kind: 'weak', bits, needed })
    const master = randomBytes(32)
    const passphrase = await wrapMaster(master, { argon2, randomBytes, cost, secret: input.passphrase })
    const opened = await open(input.userId, master)
    if (!opened.ok) return opened
    const { book } = opened.value
    const row: AccountRow = { userId: input.userId, username: input.username, passphrase, passkey: null, ...noTries, usedAt: now() }
    const made = await attempt(book, async () => {
      await book.db.state.put(await sealState(book, MARK, toBase64url(master)))
      await directory.accounts.put(row)
      book.isMarked = true
    })
    return made.ok ? opened : made
  }
  const enrol = async (input: EnrolInput): Promise<Result<Ledger, EnrolFailure>> => {
    const known = await directory.accounts.get(input.userId)
    const opened = known?.passphrase && (await hasStore(input.userId, port)) ? asEnrolFailure(await byPassphrase(input.userId, input.passphrase)) : await create(input)
    if (!opened.ok) return opened
    const { book, ledger } = opened.value
    const enrolments = mergedEnrolments(book.enrolments, input.communes)
    const saved = await attempt(book, async () => {
      await book.db.state.put(await sealState(book, stateKeys.enrolments, enrolments))
      book.enrolments = enrolments
      book.changed({ state: true })
    })
    if (!saved.ok) ledger.lock()
    return saved.ok ? ok(ledger) : saved
  }

  return {
    list: async () => {
      const rows = await sweepForgotten(directory, port)
      return Promise.all(rows.filter((row) => row.passphrase).sort((a, b) => b.usedAt - a.usedAt).map((row) => infoOf(row, now(), port)))
    },
    enrol: (input) => guarded(() => enrol(input)),
    unlock: (userId, passphrase) => guarded(async () => ledgerIn(await byPassphrase(userId, passphrase))),
    async addPasskey(ledger, { credentialId, salt, prf, pin }) {
      const book = books.get(ledger)
      if (!book) throw new Error('vaults — a ledger of another vault')
      if (!(pin.length >= MIN_PIN)) throw new RangeError(`vaults — a PIN of ${pin.length} digits`)
      return attempt(book, async () => {
        const master = fromBase64url((await readState<string>(book, MARK)) ?? '')
        if (!master) throw new Error('vaults — the master secret is not readable')
        const wrap = await wrapMaster(master, { argon2, randomBytes, cost, secret: pin, prf })
        await directory.accounts.update(book.userId, { passkey: { ...wrap, credentialId, prfSalt: salt } })
        return null
      })
    },
    async passkey(userId) {
      const passkey = (await directory.accounts.get(userId))?.passkey
      return passkey ? { credentialId: passkey.credentialId, salt: passkey.prfSalt } : undefined
    },
    unlockWithPasskey: (userId, prf, pin) =>
      guarded(async () => ledgerIn(await byWay(userId, (row) => row.passkey && (() => unwrapMaster(row.passkey!, argon2, pin, prf))))),
    async clearLockOut(userId) {
      await directory.accounts.update(userId, { ...noTries })
    },
    forget: (userId) => forgetAccount(directory, userId, port),
  }
}

function ledgerIn<E>(opened: Result<Opened, E>): Result<Ledger, E> {
  return opened.ok ? ok(opened.value.ledger) : opened
}

/** Whoever enrols again has just signed in; a passphrase that does not open the store is asked for on the lock screen. */
function asEnrolFailure(opened: Result<Opened, UnlockFailure>): Result<Opened, EnrolFailure> {
  if (opened.ok) return opened
  const { error } = opened
  return fail(error.kind === 'diskFull' || error.kind === 'storageLost' ? error : { kind: 'locked' })
}

async function guarded<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | StorageFailure>> {
  try {
    return await work()
  } catch (error) {
    const failure = storageFailure(error)
    if (!failure) throw error
    return fail(failure)
  }
}
