import type { Operation } from '../../domain/records/operation'
import type { sealEnvelope } from '../../protocol/sealing/envelope'
import type { SealedRow } from '../disk/accountDatabase'
import { StorageError } from '../storageFailure'
import type { Enrolment } from './devices/enrolment'

type Seal = typeof sealEnvelope
let loading: Promise<Seal> | undefined

/**
 * Loads the code that seals envelopes. Its library is not needed before a book is open; it is loaded at opening, so that it is there before anything is
 * written.
 *
 * @throws StorageError `storageLost` if the browser no longer has that part of the app: opening the app again helps
 */
export async function loadSealing(): Promise<Seal> {
  loading ??= import('../../protocol/sealing/envelope').then((part) => part.sealEnvelope)
  try {
    return await loading
  } catch {
    loading = undefined
    throw new StorageError({ kind: 'storageLost' })
  }
}

/** The operation's envelope, which can be sent while the book is locked. */
export async function sealedRow({ device, code: commune, deviceSecret, serverKey }: Enrolment, operation: Operation): Promise<SealedRow> {
  return (await loadSealing())({ operation, device, commune, deviceSecret, serverKey })
}
