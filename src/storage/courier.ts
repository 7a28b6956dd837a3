import { ok, type Result } from '../domain/result'
import { readQueueFile, writeQueueFile, type QueueFileFailure } from '../protocol/queueFile'
import { openCarriedQueue, type Carried } from './carriedQueue'
import type { IndexedDbPort } from './disk/databaseOptions'
import type { StorageFailure } from './ledger'
import { openSealedQueue } from './sealedQueue'
import { guarded } from './storageFailure'

/** What a device took over from a rescue file. */
export interface Taken {
  /** Envelopes it did not carry yet. */
  readonly fresh: number
  /** Those the file had lost on its way. */
  readonly lost: number
}

/**
 * Sealed envelopes that travel without a network: out of this device as a rescue file, into it from another's. Needs no key
 * and opens nothing (protocol rules 26, 27).
 */
export interface Courier {
  /** Envelopes on this device: of its own accounts, and carried for others. */
  count(): Promise<{ readonly own: number; readonly carried: Carried }>
  /** All of them as the text of a rescue file. They stay here too: the server knows each by its device and counter. */
  writeFile(): Promise<Result<{ readonly text: string; readonly count: number }, StorageFailure>>
  /** Idempotent. */
  takeFile(text: string): Promise<Result<Taken, QueueFileFailure | StorageFailure>>
  /** Stops carrying what is others'. */
  drop(): Promise<Result<null, StorageFailure>>
}

export function openCourier(port?: IndexedDbPort): Courier {
  const sealed = openSealedQueue(port)
  const carried = openCarriedQueue(port)
  return {
    count: async () => ({ own: await sealed.count(), carried: await carried.count() }),
    writeFile: () => guarded(async () => {
      const envelopes = [...(await sealed.envelopes(Infinity)), ...(await carried.envelopes(Infinity))]
      return ok({ text: writeQueueFile(envelopes), count: envelopes.length })
    }),
    async takeFile(text) {
      const file = readQueueFile(text)
      if (!file.ok) return file
      const { envelopes, lost } = file.value
      const taken = await carried.take(envelopes)
      return taken.ok ? ok({ fresh: taken.value, lost }) : taken
    },
    drop: () => carried.drop(),
  }
}
