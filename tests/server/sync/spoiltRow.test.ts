import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/domain/result'
import type { EnvelopeRequest, EnvelopeResponse, SyncRequest, SyncResponse } from '../../../src/protocol/messages'
import type { Ledger } from '../../../src/storage/ledger'
import { handInSealed } from '../../../src/sync/handIn'
import { createSyncControl } from '../../../src/sync/syncControl'
import type { Transport } from '../../../src/sync/transport'
import { deviceWorld, household, householdHead, id, type DeviceWorld } from '../../storage/deviceWorld'
import { lose, spoil } from '../../storage/spoil'
import { NINH_SON } from '../../support/database/serverWorld'
import { TestDevice, village } from '../../support/syncWorld'
import { booksAt } from '../drafts/booksAt'

/* A real book with a row that nobody can read, its engine and control, over the real server. */

const { world, hamlet, device } = await village()
const { takeBack } = booksAt(world)

/** A phone whose book has three households waiting, the second of them spoilt. */
async function phoneWithOneSpoilt(round: number) {
  const [store, phone] = [await deviceWorld(), await device('officer')]
  const made = await store.vaults.enrol({ ...store.enrolInput, communes: [store.enrolment({ code: NINH_SON, device: phone.id, deviceSecret: phone.deviceSecret, serverKey: phone.serverKey, epoch: await epochOf(phone) })] })
  if (!made.ok) throw new Error('no book')
  const records = [1, 2, 3].map((n) => id(round * 10 + n))
  for (const record of records) await made.value.submit(household(record, { householdCode: record.slice(-4), headName: `Lò Thị Ban ${record.slice(-2)}` }, { commune: NINH_SON, head: { ...householdHead, hamlet } }))
  made.value.lock()
  await spoil(store, 'outbox', [phone.id, 2])
  return { store, phone, records, ledger: await store.unlock() }
}

const epochOf = async (phone: TestDevice): Promise<string> => ((await phone.send(phone.request([]))).json() as SyncResponse).epoch

function syncOf(store: DeviceWorld, ledger: Ledger, phone: TestDevice, line: { isBadForEnvelopes?: boolean } = {}) {
  const exchange = async (request: SyncRequest): ReturnType<Transport['exchange']> => {
    const answer = await phone.send(request)
    return answer.statusCode === 200 ? ok({ response: answer.json(), bytesUp: 0, bytesDown: 0, serverTime: null, isCut: false, tookMs: 1 }) : fail({ kind: 'serverFault' })
  }
  const post = async (request: EnvelopeRequest) => (line.isBadForEnvelopes ? fail({ error: 'internal' as const }) : ok((await world.send(null, 'POST', '/api/envelopes', request)).json() as EnvelopeResponse))
  const renewed: boolean[] = []
  const control = createSyncControl({
    outbox: ledger.outbox, replica: ledger.replica, transport: { exchange }, pause: async () => {}, hasLine: () => true, random: () => 0.5,
    communes: () => ledger.communes, waitingCount: (commune) => ledger.outbox.waitingCount(commune),
    newDevice: async (_commune, again) => {
      const next = await new TestDevice(world, phone.person, NINH_SON).enrol()
      renewed.push(again)
      await ledger.outbox.renew(store.enrolment({ code: NINH_SON, device: next.id, deviceSecret: next.deviceSecret, serverKey: next.serverKey, epoch: ledger.outbox.epoch(NINH_SON) }), again)
      return ok(null)
    },
    handInSealed: () => handInSealed({ queue: store.queue, newId: world.deps.newId, post }).then(() => ok(null)),
    takeDrafts: () => takeBack(ledger, phone),
    now: () => store.clock.ms, newId: world.deps.newId, alone: (work) => work(), timer: () => () => {},
  })
  return { control, renewed }
}

const atServer = async (records: readonly string[]) => (await world.deps.db.selectFrom('record').select('id').where('id', 'in', [...records]).orderBy('id').execute()).map((row) => row.id)
const mayWriteAnywhere = (phone: TestDevice, whole: boolean) => world.deps.db.updateTable('user_commune').set({ whole }).where('user_id', '=', phone.person.id).execute()
const told = (ledger: Ledger) => ledger.spoilt.list().then((pieces) => pieces.map(({ record, goes }) => [record, goes]))

describe('an operation that nobody can read on its phone', () => {
  it('[S45] goes as its envelope, the others before and after it, all under the one id', async () => {
    const { store, phone, records, ledger } = await phoneWithOneSpoilt(1)
    const { control, renewed } = syncOf(store, ledger, phone)

    const state = await control.run('demand')

    expect(state).toMatchObject({ trouble: null, waiting: 0, lastSuccessAt: store.clock.ms })
    expect([await atServer(records), renewed, await told(ledger), ledger.cards().length]).toEqual([records, [], [], 3])
  })

  it('[S45] is told where the server refused it', async () => {
    const { store, phone, records, ledger } = await phoneWithOneSpoilt(2)
    await mayWriteAnywhere(phone, false)
    const { control } = syncOf(store, ledger, phone)

    const state = await control.run('demand')

    expect(state).toMatchObject({ trouble: null, waiting: 0 })
    expect([await told(ledger), (await ledger.pending()).map(({ trouble }) => trouble?.kind)]).toEqual([[[records[1], false]], ['refused', 'refused']])
  })

  it('[S45] and the server refused comes back to its author as a draft, and is told no more', async () => {
    const { store, phone, records, ledger } = await phoneWithOneSpoilt(6)
    await mayWriteAnywhere(phone, false)
    const { control } = syncOf(store, ledger, phone)
    await control.run('demand')
    await mayWriteAnywhere(phone, true)

    const state = await control.run('demand')

    expect(state).toMatchObject({ trouble: null, rescued: 1 })
    expect([(await ledger.findDraft(records[1]!))?.answers.headName, await told(ledger)]).toEqual([`Lò Thị Ban ${records[1]!.slice(-2)}`, []])
    expect([await takeBack(ledger, phone), (await ledger.pending()).length]).toEqual([0, 2])
  })

  it('[S45] and the server refused comes back also after its author let go of it here', async () => {
    const { store, phone, records, ledger } = await phoneWithOneSpoilt(7)
    await mayWriteAnywhere(phone, false)
    const { control } = syncOf(store, ledger, phone)
    await control.run('demand')
    await ledger.spoilt.letGo((await ledger.spoilt.list())[0]!)
    await mayWriteAnywhere(phone, true)

    await control.run('demand')

    expect((await ledger.findDraft(records[1]!))?.answers.headName).toBe(`Lò Thị Ban ${records[1]!.slice(-2)}`)
  })

  it('[S45] of which no envelope is left is left behind, told, and the others go on under another id', async () => {
    const { store, phone, records, ledger } = await phoneWithOneSpoilt(3)
    await lose(store, 'sealed', [phone.id, 2])
    const { control, renewed } = syncOf(store, ledger, phone)

    const state = await control.run('demand')

    expect(state).toMatchObject({ trouble: null, waiting: 0 })
    expect([await atServer(records), renewed, await told(ledger)]).toEqual([[records[0], records[2]], [false], [[records[1], false]]])
  })

  it('[S45] whose envelope does not get there keeps it, and the others go on', async () => {
    const { store, phone, records, ledger } = await phoneWithOneSpoilt(4)
    const line = { isBadForEnvelopes: true }
    const { control, renewed } = syncOf(store, ledger, phone, line)

    await control.run('demand')
    const before = [await atServer(records), renewed, await told(ledger)]
    await handInSealed({ queue: store.queue, newId: world.deps.newId, post: async (request) => ok((await world.send(null, 'POST', '/api/envelopes', request)).json() as EnvelopeResponse) })
    await control.run('demand')

    expect(before).toEqual([[records[0], records[2]], [false], [[records[1], true]]])
    expect([await atServer(records), await told(ledger), control.state().waiting]).toEqual([records, [], 0])
  })

  it('[S45] that the server has judged before, its answer lost, is asked about and leaves', async () => {
    const { store, phone, records, ledger } = await phoneWithOneSpoilt(5)
    await handInSealed({ queue: store.queue, newId: world.deps.newId, post: async (request) => ok((await world.send(null, 'POST', '/api/envelopes', request)).json() as EnvelopeResponse) })
    const { control, renewed } = syncOf(store, ledger, phone)

    await control.run('demand')

    expect([control.state().waiting, await atServer(records), renewed, await told(ledger)]).toEqual([0, records, [], []])
  })
})
