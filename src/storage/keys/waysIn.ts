import { passphraseStrength } from '../../domain/passphraseStrength'
import { fail, ok, type Result } from '../../domain/result'
import { fromBase64url } from '../../protocol/base64url'
import { attempt, type OpenBook } from '../book/openBook'
import type { AccountRow, DirectoryDatabase, Wrap } from '../disk/directoryDatabase'
import { MARK } from '../disk/places'
import { readState } from '../disk/stateRows'
import type { StorageFailure } from '../ledger'
import { StorageError } from '../storageFailure'
import type { ChangeFailure, Passkey, PassphraseChange } from '../vaultTypes'
import type { Argon2 } from './argon2'
import { unwrapMaster } from './masterSecret'
import { tryToOpen } from './tryToOpen'

/* Changes how a book is opened. The master secret stays the same, and so does everything encrypted: only its wraps change. */

type Bytes = Uint8Array<ArrayBuffer>

export interface WaysInDeps {
  readonly directory: DirectoryDatabase
  readonly argon2: Argon2
  readonly now: () => number
  readonly wrap: (master: Bytes, secret: string, prf?: Bytes) => Promise<Wrap>
}

const MIN_PIN = 4

export function addPasskey({ directory, wrap }: WaysInDeps, book: OpenBook, { credentialId, salt, prf, pin }: Passkey): Promise<Result<null, StorageFailure>> {
  if (pin.length < MIN_PIN) throw new RangeError(`vaults — a PIN of ${pin.length} digits`)
  return attempt(book, async () => {
    const master = fromBase64url((await readState<string>(book, MARK)) ?? '')
    if (!master) throw new Error('vaults — the master secret is not readable')
    const passkey = { ...(await wrap(master, pin, prf)), credentialId, prfSalt: salt }
    if (!(await rewrite(directory, book.userId, { passkey }))) throw new StorageError({ kind: 'storageLost' })
    return null
  })
}

export function dropPasskey({ directory }: WaysInDeps, book: OpenBook): Promise<Result<null, StorageFailure>> {
  return attempt(book, async () => {
    await directory.accounts.update(book.userId, { passkey: null })
    return null
  })
}

export async function changePassphrase({ directory, argon2, now, wrap }: WaysInDeps, { userId }: OpenBook, { current, next }: PassphraseChange): Promise<Result<null, ChangeFailure>> {
  const known = await directory.accounts.get(userId)
  if (!known) return fail({ kind: 'storageLost' })
  const { bits, needed, enough } = passphraseStrength(next, [known.username])
  if (!enough) return fail({ kind: 'weak', bits, needed })
  const tried = await tryToOpen({ directory, now }, userId, ({ passphrase }) => passphrase && (() => unwrapMaster(passphrase, argon2, current)))
  if (!tried.ok) return tried.error.kind === 'noPasskey' ? fail({ kind: 'storageLost' }) : fail(tried.error)
  const passphrase = await wrap(tried.value, next)
  return (await rewrite(directory, userId, { passphrase })) ? ok(null) : fail({ kind: 'storageLost' })
}

/** @returns false if another page has forgotten the account in the meantime. It deletes the keys first, and none of them may come back. */
async function rewrite(directory: DirectoryDatabase, userId: string, change: Partial<Pick<AccountRow, 'passphrase' | 'passkey'>>): Promise<boolean> {
  return (await directory.accounts.where(':id').equals(userId).filter(({ passphrase }) => passphrase !== null).modify(change)) > 0
}
