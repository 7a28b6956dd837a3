import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/domain/result'
import { openOwnDevices } from '../../../src/storage/ownDevices'
import { meetServer } from '../../../src/sync/standing'
import { deviceWorld, draft, household, householdHead, id, page, registered, USER } from '../../storage/deviceWorld'
import { NINH_SON } from '../../support/database/serverWorld'
import { TestDevice, village } from '../../support/syncWorld'
import { booksAt } from './booksAt'

/* The whole way of a draft, from a real book over the real server into the next book. */

const { world, hamlet, device } = await village()
const { openBook, handIn, takeBack, jpegOf, handInPhotosOf } = booksAt(world)
const typed = (n: number) => draft(id(n), { headName: `Lò Thị Ban ${n}` }, { commune: NINH_SON, head: { ...householdHead, hamlet } })

/** A phone with two drafts, its book closed. */
async function atWork() {
  const [store, phone] = [await deviceWorld(), await device('officer')]
  const ledger = await openBook(store, phone)
  for (const n of [1, 2]) await ledger.saveDraft(typed(n))
  ledger.lock()
  const next = await new TestDevice(world, phone.person, NINH_SON).enrol()
  return { store, phone, next }
}

/** A phone with a draft of a record, and a note on it. */
async function noted() {
  const [store, phone] = [await deviceWorld(), await device('officer')]
  const ledger = await openBook(store, phone)
  await ledger.replica.applyPage(NINH_SON, page([registered(id(1), { headName: 'Lò' }, { hamlet })], { scope: null }))
  await ledger.saveDraft(typed(1))
  await ledger.saveNotes(id(1), { visitNote: 'Chiều mai quay lại' })
  return { store, phone, ledger, next: await new TestDevice(world, phone.person, NINH_SON).enrol() }
}

describe('drafts of a book that is no more', () => {
  it.each([['forgotten', 3], ['revoked', 5]] as const)('[S44] come back with their photos, which their author sees: %s', async (fate, seed) => {
    const jpeg = jpegOf(seed)
    const [store, phone] = [await deviceWorld(), await device('officer')]
    const old = await openBook(store, phone)
    const kept = await old.photos.keep({ commune: NINH_SON, record: id(3), bytes: jpeg })
    const decisionPhoto = kept.ok ? kept.value : ''
    const begun = { ...typed(3), form: 'asxh@2' as const, head: { kind: 'asxh' as const, hamlet, household: id(8), person: id(9) }, answers: { decisionPhoto } }
    await old.saveDraft(begun)
    old.lock()
    if (fate === 'forgotten') await store.vaults.forget(USER)
    else await openOwnDevices({ port: store.indexedDb, locks: store.locks }).take(USER, { revoked: [phone.id], devices: [{ device: phone.id, last: 0, untaken: 0 }] })
    const next = await new TestDevice(world, phone.person, NINH_SON).enrol()

    expect([await handIn(store), await handInPhotosOf(store), await handInPhotosOf(store)]).toEqual([0, 0, 0])

    const ledger = await openBook(await deviceWorld(), next)
    expect([await takeBack(ledger, next), (await ledger.findDraft(id(3)))?.answers]).toEqual([1, { decisionPhoto }])
    const seen = await world.send(phone.person, 'GET', `/api/communes/${NINH_SON}/photos/${decisionPhoto}/file`)
    expect(seen.rawPayload.equals(Buffer.from(jpeg))).toBe(true)
  })

  it('[S43] come back with the notes begun outside a form, each on its record', async () => {
    const { store, next, ledger: old } = await noted()
    old.lock()
    await store.vaults.forget(USER)
    const ledger = await openBook(store, next)

    expect([await handIn(store), await takeBack(ledger, next), await takeBack(ledger, next)]).toEqual([0, 1, 0])

    expect([await ledger.findDraft(id(1)), await ledger.findNotes(id(1))]).toEqual([typed(1), { visitNote: 'Chiều mai quay lại' }])
  })

  it('[S40] and notes keep no revoked book from erasing itself', async () => {
    const { store, phone, ledger } = await noted()
    ledger.lock()
    await world.deps.db.updateTable('device').set({ revoked_at: '2026-11-25T02:00:00.000Z' }).where('id', '=', phone.id).execute()
    const own = openOwnDevices({ port: store.indexedDb, locks: store.locks })

    await meetServer({ own, ask: async (request) => ok((await world.send(null, 'POST', '/api/standing', request)).json()), handIn: () => handIn(store) })

    expect([await store.vaults.list(), await store.vaults.erased()]).toEqual([[], ['ktor.ninhson']])
  })

  it('[S43] come back after a forgotten passphrase, into the next book on the same phone, once', async () => {
    const { store, next } = await atWork()
    await store.vaults.forget(USER)
    const ledger = await openBook(store, next)

    expect([await handIn(store), await handIn(store)]).toEqual([0, 0])

    expect([await takeBack(ledger, next), await takeBack(ledger, next)]).toEqual([2, 0])
    expect([await ledger.findDraft(id(1)), await ledger.findDraft(id(2))]).toEqual([typed(1), typed(2)])
  })

  it('[S40] come back on another phone when theirs was revoked and has erased itself', async () => {
    const { store, phone, next } = await atWork()
    await world.deps.db.updateTable('device').set({ revoked_at: '2026-11-25T02:00:00.000Z' }).where('id', '=', phone.id).execute()
    const own = openOwnDevices({ port: store.indexedDb, locks: store.locks })

    await meetServer({ own, ask: async (request) => ok((await world.send(null, 'POST', '/api/standing', request)).json()), handIn: () => handIn(store) })

    expect([await store.vaults.list(), await store.vaults.erased()]).toEqual([[], ['ktor.ninhson']])
    const ledger = await openBook(await deviceWorld(), next)
    expect(await takeBack(ledger, next)).toBe(2)
  })

  it('[S43] wait one by one for the draft of the same record that is being written, and lose nothing', async () => {
    const { store, next } = await atWork()
    await store.vaults.forget(USER)
    await handIn(store)
    const ledger = await openBook(store, next)
    const here = { ...typed(1), answers: { headName: 'Bân' } }
    await ledger.saveDraft(here)

    expect(await takeBack(ledger, next)).toBe(1)
    expect((await ledger.findDraft(id(1)))?.answers).toEqual({ headName: 'Bân' })
    await ledger.submit(household(id(1), here.answers, { commune: NINH_SON, head: here.head }))

    expect(await takeBack(ledger, next)).toBe(1)
    expect((await ledger.findDraft(id(1)))?.answers).toEqual(typed(1).answers)
  })
})
