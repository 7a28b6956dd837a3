import { ok, type Result } from '../domain/result'
import { readQueueFile, writeQueueFile, type QueueFileFailure } from '../protocol/queueFile'
import { openCarriedQueue, type Carried } from './queues/carriedQueue'
import type { IndexedDbPort } from './disk/databaseOptions'
import type { StorageFailure } from './ledger'
import { openSealedDrafts } from './queues/sealedDraftQueue'
import { openSealedQueue } from './queues/sealedQueue'
import { guarded } from './storageFailure'

/** What a device took over from a rescue file. */
export interface Taken {
  /** Envelopes and drafts it did not carry yet. */
  readonly fresh: number
  /** Those the file had lost on its way. */
  readonly lost: number
}

/**
 * Sealed envelopes and drafts that travel without a network: out of this device as a rescue file, into it from another's. Needs no key
 * and opens nothing (protocol rules 26, 27, 42).
 */
export interface Courier {
  /** Envelopes on this device, of its own accounts and carried for others; and the drafts of its own. */
  count(): Promise<{ readonly own: number; readonly drafts: number; readonly carried: Carried }>
  /** All of them as the text of a rescue file. They stay here too: the server knows each by its device, and its counter or record. */
  writeFile(): Promise<Result<{ readonly text: string; readonly count: number; readonly drafts: number }, StorageFailure>>
  /** Idempotent. */
  takeFile(text: string): Promise<Result<Taken, QueueFileFailure | StorageFailure>>
  /** Stops carrying what is others'. */
  drop(): Promise<Result<null, StorageFailure>>
}

export function openCourier(port?: IndexedDbPort): Courier {
  const sealed = openSealedQueue(port)
  const ownDrafts = openSealedDrafts(port)
  const carried = openCarriedQueue(port)
  return {
    count: async () => ({ own: await sealed.count(), drafts: (await ownDrafts.all()).length, carried: await carried.count() }),
    writeFile: () => guarded(async () => {
      const envelopes = [...(await sealed.envelopes(Infinity)), ...(await carried.envelopes(Infinity))]
      const drafts = [...(await ownDrafts.all()), ...(await carried.ofDrafts.drafts(Infinity))]
      return ok({ text: writeQueueFile(envelopes, drafts), count: envelopes.length, drafts: drafts.length })
    }),
    async takeFile(text) {
      const file = readQueueFile(text)
      if (!file.ok) return file
      const { envelopes, drafts, lost } = file.value
      const taken = await carried.take(envelopes, drafts)
      return taken.ok ? ok({ fresh: taken.value, lost }) : taken
    },
    drop: () => carried.drop(),
  }
}
