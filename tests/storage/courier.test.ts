import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { openCarriedQueue } from '../../src/storage/queues/carriedQueue'
import { openCourier } from '../../src/storage/courier'
import { deviceWorld, household, id } from './deviceWorld'

/** Lò Thị Ban's household waits on one device; another one, of somebody else, has an empty disk. */
async function twoDevices() {
  const origin = await deviceWorld()
  const ledger = await origin.enrol()
  await ledger.submit(household(id(1), { headName: 'Lò Thị Ban' }))
  const other = await deviceWorld()
  const written = await openCourier(origin.indexedDb).writeFile()
  if (!written.ok) throw new Error('no file')
  return { origin, ledger, file: written.value, other, courier: openCourier(other.indexedDb), carried: openCarriedQueue(other.indexedDb) }
}

describe('sealed forms carried by another device', () => {
  it('[S26] leave as a file that tells nothing, and reach the server from a device that cannot read them', async () => {
    const { origin, file, courier, carried } = await twoDevices()
    expect([file.count, file.text.includes('Thị Ban')]).toEqual([1, false])

    const taken = await courier.takeFile(file.text)

    expect(taken).toEqual({ ok: true, value: { fresh: 1, lost: 0 } })
    const [envelope] = await carried.envelopes(10)
    expect(await origin.openEnvelope(envelope)).toMatchObject({ type: 'submit', record: id(1), patch: { headName: 'Lò Thị Ban' } })
    expect(await courier.count()).toEqual({ own: 0, drafts: 0, carried: { waiting: 1, devices: 1, refused: 0 } })
  })

  it('[S27] stay on the device they were made on until the server has them', async () => {
    const { origin, ledger } = await twoDevices()

    expect([(await ledger.pending()).length, (await openCourier(origin.indexedDb).count()).own]).toEqual([1, 1])
  })

  it('[S13] are frozen from the moment the file is made: a later edit is an operation of its own', async () => {
    const { ledger } = await twoDevices()

    await ledger.submit(household(id(1), { headName: 'Lò Thị Bân' }))

    expect((await ledger.pending()).map(({ operation }) => [operation.counter, operation.type === 'submit' && operation.patch])).toEqual([[1, { headName: 'Lò Thị Ban' }], [2, { headName: 'Lò Thị Bân' }]])
  })

  it('are carried once, however often the file is opened, and travel on in the courier\'s own file', async () => {
    const { file, courier } = await twoDevices()
    await courier.takeFile(file.text)

    expect(await courier.takeFile(file.text)).toEqual({ ok: true, value: { fresh: 0, lost: 0 } })
    expect(await courier.writeFile()).toEqual({ ok: true, value: file })
  })

  it('are dropped when the server names them, or when the courier gives up', async () => {
    const { file, courier, carried } = await twoDevices()
    await courier.takeFile(file.text)
    await carried.dropReceived(await carried.envelopes(10))
    const received = await courier.count()

    await courier.takeFile(file.text)
    await courier.drop()

    expect([received.carried.waiting, (await courier.count()).carried.waiting]).toEqual([0, 0])
  })

  it('are not sent again when the server could not read them, until the file is opened anew', async () => {
    const { file, courier, carried } = await twoDevices()
    await courier.takeFile(file.text)

    await carried.setAsideUnreadable?.(await carried.envelopes(10))
    expect([await carried.envelopes(10), (await courier.count()).carried]).toEqual([[], { waiting: 0, devices: 0, refused: 1 }])
    await courier.takeFile(file.text)

    expect((await courier.count()).carried).toEqual({ waiting: 1, devices: 1, refused: 0 })
  })

  it.each([['a list of people', 'họ tên,ngày sinh'], ['a picture', '\u0089PNG']])('are not taken from %s', async (_, text) => {
    const { courier } = await twoDevices()

    expect(await courier.takeFile(text)).toEqual({ ok: false, error: { kind: 'notQueueFile' } })
  })

  it('find room on a device whose directory was made before there were couriers, and its accounts stay', async () => {
    const { file, other, courier } = await twoDevices()
    const first = new Dexie('sothon', other.indexedDb)
    first.version(1).stores({ accounts: 'userId' })
    await first.table('accounts').put({ userId: 'u1', username: 'lan' })
    first.close()

    await courier.takeFile(file.text)

    const now = await new Dexie('sothon', other.indexedDb).open()
    expect([await now.table('accounts').toArray(), (await courier.count()).carried.waiting]).toEqual([[{ userId: 'u1', username: 'lan' }], 1])
    now.close()
  })
})
