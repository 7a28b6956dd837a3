import { describe, expect, it } from 'vitest'
import { draftKey, openSealedDraft } from '../../src/protocol/sealing/draftSeal'
import { withDirectory } from '../../src/storage/disk/directoryDatabase'
import { openSealedDrafts } from '../../src/storage/queues/sealedDraftQueue'
import { openSealedPhotos } from '../../src/storage/queues/sealedPhotoQueue'
import { openVaults } from '../../src/storage/vaults'
import { closedPhone, COMMUNE, deviceWorld, draft, household, id, page, PASSPHRASE, registered, SECRET, USER } from './deviceWorld'

const PRF = new Uint8Array(32).fill(3)
const SALT = new Uint8Array(32).fill(4)

describe('opening the book', () => {
  it('knows an enrolled account and opens with its passphrase, also typed in decomposed letters', async () => {
    const world = await deviceWorld()
    ;(await world.enrol()).lock()

    expect(await world.vaults.list()).toEqual([{ userId: USER, username: 'ktor.ninhson', state: 'ready', waitUntil: null, triesLeft: 10, hasPasskey: false, sealedCount: 0, sealedDrafts: 0, sealedPhotos: 0, isRevoked: false }])
    expect((await world.vaults.unlock(USER, PASSPHRASE.normalize('NFD'))).ok).toBe(true)
  })

  it('refuses a weak passphrase and keeps nothing of it', async () => {
    const world = await deviceWorld()

    expect(await world.vaults.enrol({ ...world.enrolInput, passphrase: 'matkhau123' })).toMatchObject({ ok: false, error: { kind: 'weak', needed: 45 } })
    expect(await world.vaults.list()).toEqual([])
  })

  it('slows down after three wrong tries and locks after ten, until an online sign-in', async () => {
    const world = await deviceWorld()
    ;(await world.enrol()).lock()
    const waits: (number | null)[] = []
    for (let tries = 0; tries < 9; tries++) {
      const wrong = await world.vaults.unlock(USER, 'sai')
      if (wrong.ok || wrong.error.kind !== 'wrong') throw new Error('expected a wrong try')
      waits.push(wrong.error.waitUntil && (wrong.error.waitUntil - world.clock.ms) / 1000)
      world.clock.ms = wrong.error.waitUntil ?? world.clock.ms
    }

    expect(waits).toEqual([null, null, 5, 10, 20, 40, 80, 160, 320])
    expect(await world.vaults.unlock(USER, 'sai')).toEqual({ ok: false, error: { kind: 'lockedUntilSignIn' } })
    expect(await world.vaults.unlock(USER, PASSPHRASE)).toEqual({ ok: false, error: { kind: 'lockedUntilSignIn' } })
    await world.vaults.clearLockOut(USER)
    expect((await world.vaults.unlock(USER, PASSPHRASE)).ok).toBe(true)
  })

  it('takes no try during the wait, not even the right one', async () => {
    const world = await deviceWorld()
    ;(await world.enrol()).lock()
    for (let tries = 0; tries < 3; tries++) await world.vaults.unlock(USER, 'sai')

    expect(await world.vaults.unlock(USER, PASSPHRASE)).toEqual({ ok: false, error: { kind: 'waiting', waitUntil: world.clock.ms + 5000 } })
    world.clock.ms += 5000
    expect((await world.vaults.unlock(USER, PASSPHRASE)).ok).toBe(true)
    expect(await world.vaults.list()).toMatchObject([{ triesLeft: 10, state: 'ready' }])
  })

  it('has a try on disk before it is looked at: killing the app gives none back', async () => {
    const world = await deviceWorld()
    ;(await world.enrol()).lock()
    const killed = openVaults({ now: () => world.clock.ms, indexedDb: world.indexedDb, startWorker: neverAnswers })

    void killed.unlock(USER, 'sai')
    await untilTriesLeft(world, 9)

    expect(await world.vaults.list()).toMatchObject([{ triesLeft: 9 }])
  })

  it('does not wait for ever when the clock is set back, nor for a second more than was given', async () => {
    const world = await deviceWorld()
    ;(await world.enrol()).lock()
    for (let tries = 0; tries < 3; tries++) await world.vaults.unlock(USER, 'sai')
    world.clock.ms -= 365 * 86_400_000

    expect(await world.vaults.unlock(USER, PASSPHRASE)).toEqual({ ok: false, error: { kind: 'waiting', waitUntil: world.clock.ms + 5000 } })
    world.clock.ms += 5000
    expect((await world.vaults.unlock(USER, PASSPHRASE)).ok).toBe(true)
  })

  it('opens by passkey with its PIN, never by the PIN alone or another key', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.submit(household(id(1), { headName: 'Ban' }))
    await world.vaults.addPasskey(ledger, { credentialId: 'c1', salt: SALT, prf: PRF, pin: '2580' })
    ledger.lock()

    expect(await world.vaults.passkey(USER)).toEqual({ credentialId: 'c1', salt: SALT })
    expect(await world.vaults.unlockWithPasskey(USER, new Uint8Array(32), '2580')).toMatchObject({ error: { kind: 'wrong', triesLeft: 9 } })
    expect(await world.vaults.unlockWithPasskey(USER, PRF, '2581')).toMatchObject({ error: { kind: 'wrong', triesLeft: 8 } })
    const opened = await world.vaults.unlockWithPasskey(USER, PRF, '2580')
    expect(opened.ok && opened.value.cards().map((card) => card.name)).toEqual(['Ban'])
  })

  it('says so when there is no passkey', async () => {
    const world = await deviceWorld()
    await world.enrol()

    expect(await world.vaults.unlockWithPasskey(USER, PRF, '2580')).toEqual({ ok: false, error: { kind: 'noPasskey' } })
  })

  it('keeps the store of an account that enrols again, with its queue and the new keys', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.submit(household(id(1), { headName: 'Ban' }))
    ledger.lock()

    const again = await world.vaults.enrol({ ...world.enrolInput, communes: [world.enrolment({ code: '22811', device: id(77) })] })

    expect(again.ok && [again.value.communes, again.value.cards().map((card) => card.name)]).toEqual([[COMMUNE, '22811'], ['Ban']])
  })

  it('tells an enrolment with another passphrase that the store is locked', async () => {
    const world = await deviceWorld()
    ;(await world.enrol()).lock()

    expect(await world.vaults.enrol({ ...world.enrolInput, passphrase: 'xe bò kéo lúa qua cầu' })).toEqual({ ok: false, error: { kind: 'locked' } })
  })
})

describe('changing the ways in', () => {
  const NEXT = 'mưa rơi nhà sàn tháng tám'
  const passkey = { credentialId: 'c1', salt: SALT, prf: PRF, pin: '2580' }
  async function openBook() {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.saveDraft(draft(id(1), { headName: 'Ban' }))
    await world.vaults.addPasskey(ledger, passkey)
    return { ...world, ledger }
  }

  it('to another passphrase: the book opens with it and what was begun is there, with the old one no more, with the PIN as before', async () => {
    const { vaults, ledger } = await openBook()

    expect(await vaults.changePassphrase(ledger, { current: PASSPHRASE, next: NEXT })).toEqual({ ok: true, value: null })
    ledger.lock()

    expect(await vaults.unlock(USER, PASSPHRASE)).toMatchObject({ error: { kind: 'wrong' } })
    const opened = await vaults.unlock(USER, NEXT)
    expect(opened.ok && (await opened.value.findDraft(id(1)))?.answers).toEqual({ headName: 'Ban' })
    expect(await vaults.unlockWithPasskey(USER, PRF, '2580')).toMatchObject({ ok: true })
  })

  it('[S42] to another passphrase: what lies sealed beside the book is opened by the server as before', async () => {
    const { vaults, ledger, indexedDb } = await openBook()
    await vaults.changePassphrase(ledger, { current: PASSPHRASE, next: NEXT })
    ledger.lock()
    await vaults.forget(USER)

    const [sealed] = await openSealedDrafts(indexedDb).drafts(10)

    expect(await openSealedDraft(await draftKey(SECRET), sealed!)).toMatchObject({ ok: true, value: { id: id(1), answers: { headName: 'Ban' } } })
  })

  it('only for who knows the passphrase there is: tries count as on the lock screen', async () => {
    const { vaults, ledger, clock } = await openBook()

    expect(await vaults.changePassphrase(ledger, { current: 'sai', next: NEXT })).toEqual({ ok: false, error: { kind: 'wrong', triesLeft: 9, waitUntil: null } })
    for (let tries = 0; tries < 2; tries++) await vaults.changePassphrase(ledger, { current: 'sai', next: NEXT })
    expect(await vaults.changePassphrase(ledger, { current: PASSPHRASE, next: NEXT })).toEqual({ ok: false, error: { kind: 'waiting', waitUntil: clock.ms + 5000 } })
    ledger.lock()
    clock.ms += 5000
    expect(await vaults.unlock(USER, PASSPHRASE)).toMatchObject({ ok: true })
  })

  it('to a weak passphrase is refused, and no try is taken for it', async () => {
    const { vaults, ledger } = await openBook()

    expect(await vaults.changePassphrase(ledger, { current: PASSPHRASE, next: 'matkhau123' })).toMatchObject({ ok: false, error: { kind: 'weak', needed: 45 } })
    expect(await vaults.list()).toMatchObject([{ triesLeft: 10 }])
  })

  it('[S29] brings no key back to a book that was forgotten meanwhile', async () => {
    const { vaults, ledger, indexedDb } = await openBook()
    await withDirectory(indexedDb, (directory) => directory.accounts.update(USER, { passphrase: null, passkey: null }))

    expect(await vaults.changePassphrase(ledger, { current: PASSPHRASE, next: NEXT })).toEqual({ ok: false, error: { kind: 'storageLost' } })
    expect(await vaults.addPasskey(ledger, passkey)).toEqual({ ok: false, error: { kind: 'storageLost' } })
    expect(await withDirectory(indexedDb, (directory) => directory.accounts.get(USER))).toMatchObject({ passphrase: null, passkey: null })
  })

  it('to another PIN with the same key: the old one opens nothing', async () => {
    const { vaults, ledger } = await openBook()

    await vaults.addPasskey(ledger, { ...passkey, pin: '7391' })
    ledger.lock()

    expect(await vaults.unlockWithPasskey(USER, PRF, '2580')).toMatchObject({ error: { kind: 'wrong' } })
    expect(await vaults.unlockWithPasskey(USER, PRF, '7391')).toMatchObject({ ok: true })
  })

  it('to the passphrase alone: key and PIN open nothing any more', async () => {
    const { vaults, ledger, unlock } = await openBook()

    expect(await vaults.dropPasskey(ledger)).toEqual({ ok: true, value: null })
    ledger.lock()

    expect([await vaults.passkey(USER), (await vaults.list())[0]?.hasPasskey]).toEqual([undefined, false])
    expect(await vaults.unlockWithPasskey(USER, PRF, '2580')).toEqual({ ok: false, error: { kind: 'noPasskey' } })
    expect((await unlock()).cards().map(({ name }) => name)).toEqual(['Ban'])
  })
})

describe('locking and forgetting', () => {
  it('a locked ledger shows nothing and takes nothing', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))

    ledger.lock()

    expect([ledger.cards(), ledger.card(id(1)), ledger.holder()]).toEqual([[], undefined, null])
    expect(await ledger.saveDraft(draft(id(1), {}))).toEqual({ ok: false, error: { kind: 'locked' } })
    expect(await ledger.submit(household(id(1), {}))).toEqual({ ok: false, error: { kind: 'locked' } })
    await expect(ledger.getRecord(id(1))).rejects.toMatchObject({ failure: { kind: 'locked' } })
  })

  it('[S26] hands out the sealed queue while the book is locked', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.submit(household(id(1), { headName: 'Ban' }))
    ledger.lock()

    const envelopes = await world.queue.envelopes(10)
    await world.queue.dropReceived(envelopes)

    expect([envelopes.length, await world.queue.envelopes(10)]).toEqual([1, []])
    expect(await (await world.unlock()).outbox.waitingCount(COMMUNE)).toBe(1)
  })

  it('[S29] forgets an account but never its sealed queue', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.submit(household(id(1), { headName: 'Ban' }))
    ledger.lock()

    await world.vaults.forget(USER)

    expect([await world.vaults.list(), (await world.queue.envelopes(10)).length]).toEqual([[], 1])
    const fresh = await world.vaults.enrol({ ...world.enrolInput, communes: [world.enrolment({ device: id(78) })] })
    expect(fresh.ok && [fresh.value.cards(), await fresh.value.outbox.waitingCount(COMMUNE)]).toEqual([[], 1])
  })

  it('[S29] goes on with forgetting an account where the phone was switched off in the middle of it', async () => {
    const world = await closedPhone(async (ledger) => {
      await ledger.submit(household(id(1), { headName: 'Ban' }))
      await ledger.saveDraft(draft(id(2), { headName: 'Pi' }))
      await ledger.photos.keep({ commune: COMMUNE, record: id(2), bytes: Uint8Array.of(1) })
    })
    // The keys go first.
    await withDirectory(world.indexedDb, (directory) => directory.accounts.update(USER, { passphrase: null, passkey: null }))

    await world.vaults.list()

    const waits = [await world.queue.envelopes(10), await openSealedDrafts(world.indexedDb).drafts(10), await openSealedPhotos(() => true, world.indexedDb).photos()]
    expect(waits.map(({ length }) => length)).toEqual([1, 1, 1])
    expect(await world.vaults.enrol({ ...world.enrolInput, communes: [world.enrolment({ device: id(78) })] })).toMatchObject({ ok: true })
  })

  it('[S29] says, with the book closed, what forgetting it would take for good', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    for (const [at, outcome] of ([{ kind: 'refused', reason: 'findings' }, { kind: 'held', version: 1, reason: 'locked', fields: [] }, null] as const).entries()) {
      await ledger.submit(household(id(at), { headName: 'Ban' }))
      if (outcome) await ledger.outbox.settle(COMMUNE, [{ counter: at + 1, outcome, receipt: 'r' }])
    }
    await ledger.saveDraft(draft(id(0), { headName: 'Pi' }))
    for (const byte of [1, 2]) await ledger.photos.keep({ commune: COMMUNE, record: id(7), bytes: Uint8Array.of(byte) })
    for (const record of [id(8), id(9)]) await ledger.saveNotes(record, { headName: 'Xem lại', address: 'Thiếu' })
    ledger.lock()

    expect(await world.vaults.lossesOf(USER)).toEqual({ drafts: 0, photos: 0, troubled: 2, notes: 2, untaken: 0 })
  })

  it('leaves no database of a forgotten account once its queue is empty', async () => {
    const world = await deviceWorld()
    ;(await world.enrol()).lock()

    await world.vaults.forget(USER)

    expect((await world.indexedDb.indexedDB.databases()).map((database) => database.name)).toEqual(['sothon'])
  })

  it('says when the browser has erased the store, and enrols anew', async () => {
    const world = await deviceWorld()
    ;(await world.enrol()).lock()
    await new Promise((done) => { world.indexedDb.indexedDB.deleteDatabase(`sothon-${USER}`).onsuccess = done })

    expect(await world.vaults.unlock(USER, PASSPHRASE)).toEqual({ ok: false, error: { kind: 'storageLost' } })
    expect((await world.vaults.enrol(world.enrolInput)).ok).toBe(true)
  })
})

/** A worker that is killed before it answers. */
function neverAnswers(): Worker {
  return { postMessage() {}, terminate() {} } as unknown as Worker
}

async function untilTriesLeft(world: Awaited<ReturnType<typeof deviceWorld>>, left: number): Promise<void> {
  for (let looks = 0; looks < 200; looks++) if ((await world.vaults.list())[0]?.triesLeft === left) return
  throw new Error('the try was not counted')
}
