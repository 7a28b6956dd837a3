import type { sealEnvelope } from '../../protocol/envelope'
import { StorageError } from '../storageFailure'

type Seal = typeof sealEnvelope
let loading: Promise<Seal> | undefined

/**
 * The sealing of envelopes, whose library nobody needs before a book is open; asked for at opening, so that it is there before
 * anything is written.
 *
 * @throws StorageError `storageLost` when the browser no longer has that part of the app: opening the app again is the remedy
 */
export async function loadSealing(): Promise<Seal> {
  loading ??= import('../../protocol/envelope').then((part) => part.sealEnvelope)
  try {
    return await loading
  } catch {
    loading = undefined
    throw new StorageError({ kind: 'storageLost' })
  }
}
