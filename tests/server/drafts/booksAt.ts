import { ok } from '../../../src/domain/result'
import type { EnvelopeResponse } from '../../../src/protocol/messages'
import type { RescuedName, SealedDraftRequest, SealedDraftResponse } from '../../../src/protocol/sealing/sealedDrafts'
import type { SealedPhotoResponse } from '../../../src/protocol/sealing/sealedPhotos'
import type { Ledger } from '../../../src/storage/ledger'
import { openSealedDrafts } from '../../../src/storage/queues/sealedDraftQueue'
import { openSealedPhotos } from '../../../src/storage/queues/sealedPhotoQueue'
import { handInDrafts, handInSealed } from '../../../src/sync/handIn'
import { handInPhotos } from '../../../src/sync/handInPhotos'
import { takeRescued, type RescuedTransport } from '../../../src/sync/takeRescued'
import type { DeviceWorld } from '../../storage/deviceWorld'
import { NINH_SON, type ServerWorld } from '../../support/database/serverWorld'
import type { TestDevice } from '../../support/syncWorld'

/** Real books over this server: what lies sealed is handed in, and comes back into the next one. Each `handIn*` answers how many still wait. */
export function booksAt(world: ServerWorld) {
  async function openBook(store: DeviceWorld, phone: TestDevice): Promise<Ledger> {
    const { id: name, deviceSecret, serverKey } = phone
    const enrolled = await store.vaults.enrol({ ...store.enrolInput, communes: [store.enrolment({ code: NINH_SON, device: name, deviceSecret, serverKey })] })
    if (!enrolled.ok) throw new Error('no book')
    return enrolled.value
  }
  const post = async (request: SealedDraftRequest) => ok((await world.send(null, 'POST', '/api/sealed-drafts', request)).json() as SealedDraftResponse)
  const handIn = async (store: DeviceWorld) => (await handInDrafts(openSealedDrafts(store.indexedDb), post)).left

  function transportOf(phone: TestDevice): RescuedTransport {
    const url = `/api/communes/${NINH_SON}/devices/${phone.id}/drafts`
    return {
      list: async () => ((await world.send(phone.person, 'GET', url)).json() as { drafts: RescuedName[] }).drafts,
      read: async (name) => (await world.send(phone.person, 'GET', `${url}/${name.device}/${name.record}`)).json() as { draft: unknown },
      taken: async (name) => (await world.send(phone.person, 'POST', `${url}/taken`, name)).statusCode === 200 || null,
    }
  }
  const takeBack = (ledger: Ledger, phone: TestDevice) => takeRescued({ keeper: ledger.rescued, transport: transportOf(phone), isCurrent: () => true, isAlone: async () => true })
  const jpegOf = (seed: number) => new Uint8Array([0xff, 0xd8, 0xff, ...Array.from({ length: 70_000 }, (_, at) => (at * seed) % 251)])
  const handInPhotosOf = async (store: DeviceWorld) => (await handInPhotos(openSealedPhotos(() => true, store.indexedDb), async (request) => ok((await world.send(null, 'POST', '/api/sealed-photos', request)).json() as SealedPhotoResponse))).left
  const handInForms = async (store: DeviceWorld) => (await handInSealed({ queue: store.queue, newId: world.deps.newId, post: async (request) => ok((await world.send(null, 'POST', '/api/envelopes', request)).json() as EnvelopeResponse) })).left
  return { openBook, handIn, takeBack, jpegOf, handInPhotosOf, handInForms }
}
