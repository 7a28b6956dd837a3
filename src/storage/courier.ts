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
  /** Number of envelopes and drafts it did not carry yet. */
  readonly fresh: number
  /** Number of those damaged or lost in the file. */
  readonly lost: number
}

/**
 * Moves sealed envelopes and drafts without a network: out of this device as a rescue file, and into it from another device's. Needs no key and opens
 * nothing (S26, S27, S42).
 */
export interface Courier {
  /** Counts: `own` = envelopes of this device's accounts, `drafts` = their sealed drafts, `carried` = for others. */
  count(): Promise<{ readonly own: number; readonly drafts: number; readonly carried: Carried }>
  /**
   * All of them as the text of a rescue file. They also stay here: sending both does no harm, as the server knows each by its device and its counter or
   * record.
   */
  writeFile(): Promise<Result<{ readonly text: string; readonly count: number; readonly drafts: number }, StorageFailure>>
  /** Takes over what a rescue file holds, to carry it. Idempotent. */
  takeFile(text: string): Promise<Result<Taken, QueueFileFailure | StorageFailure>>
  /** Drops everything carried for others. */
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
