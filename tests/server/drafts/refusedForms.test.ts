import { describe, expect, it } from 'vitest'
import { replaceAreas } from '../../../src/server/accounts/areas'
import type { Ledger } from '../../../src/storage/ledger'
import { deviceWorld, household, householdHead, id, page, registered, USER } from '../../storage/deviceWorld'
import { NINH_SON } from '../../support/database/serverWorld'
import { TestDevice, village } from '../../support/syncWorld'
import { householdAnswers } from '../../support/villageForms'
import { booksAt } from './booksAt'

const { world, hamlet, otherHamlet, device } = await village()
const { openBook, takeBack, jpegOf, handInPhotosOf, handInForms } = booksAt(world)

describe('forms of a book that is no more, which the server refused', () => {
  const form = (record: string, answers = householdAnswers()) => household(record, answers, { commune: NINH_SON, head: { ...householdHead, hamlet } })
  const areas = (phone: TestDevice, hamlets: readonly string[]) => replaceAreas(world.deps.db, phone.person.id, [{ commune: NINH_SON, hamlets }])

  /** A phone whose forms came sealed while their hamlet was not its holder's, and were refused. */
  async function refused(work: (ledger: Ledger) => Promise<unknown>) {
    const [store, phone] = [await deviceWorld(), await device('member', [hamlet])]
    const ledger = await openBook(store, phone)
    await work(ledger)
    ledger.lock()
    await areas(phone, [otherHamlet])
    expect(await handInForms(store)).toBe(0)
    return { store, phone, enrolAnew: async () => new TestDevice(world, phone.person, NINH_SON).enrol() }
  }

  it('[S11] [S29] come back to their author as drafts once the hamlet is theirs again, with every value', async () => {
    const record = world.deps.newId()
    const { store, phone, enrolAnew } = await refused((ledger) => ledger.submit(form(record)))
    await store.vaults.forget(USER)
    const next = await enrolAnew()
    const ledger = await openBook(store, next)
    expect(await takeBack(ledger, next)).toBe(0)

    await areas(phone, [hamlet])

    expect([await takeBack(ledger, next), await takeBack(ledger, next)]).toEqual([1, 0])
    expect(await ledger.findDraft(record)).toMatchObject({ id: record, base: 0, answers: householdAnswers() })
  })

  it('[S11] that change a record come back on it as it is now, and claim to have seen none of what they gave', async () => {
    const record = world.deps.newId()
    const pulled = (version: number, answers: object) => page([registered(record, { ...householdAnswers(), ...answers }, { commune: NINH_SON, hamlet, version })], { scope: null })
    const { phone, enrolAnew } = await refused(async (ledger) => {
      await ledger.replica.applyPage(NINH_SON, pulled(1, {}))
      await ledger.submit({ ...form(record, { ...householdAnswers(), headName: 'Lò Thị Bân' }), base: 1, seen: householdAnswers() })
    })
    await areas(phone, [hamlet])
    const next = await enrolAnew()
    const ledger = await openBook(await deviceWorld(), next)
    expect(await takeBack(ledger, next)).toBe(0)
    await ledger.replica.applyPage(NINH_SON, pulled(2, { headName: 'Lò Văn Ban', address: 'Bản mới' }))

    expect(await takeBack(ledger, next)).toBe(1)

    const { headName: _, ...others } = householdAnswers()
    const rest = { ...others, address: 'Bản mới' }
    expect(await ledger.findDraft(record)).toMatchObject({ base: 1, seen: rest, answers: { ...rest, headName: 'Lò Thị Bân' } })
  })

  it('[S43] of one record come back one after the other, each when that before it was sent', async () => {
    const record = world.deps.newId()
    const { store, phone, enrolAnew } = await refused(async (ledger) => {
      await ledger.submit(form(record))
      // Has left once: what is said of the record after that is an operation of its own.
      await ledger.outbox.markSent(NINH_SON, [1])
      await ledger.submit(form(record, { ...householdAnswers(), headName: 'Bân' }))
    })
    await store.vaults.forget(USER)
    await areas(phone, [hamlet])
    const next = await enrolAnew()
    const ledger = await openBook(store, next)

    expect([await takeBack(ledger, next), await takeBack(ledger, next)]).toEqual([1, 0])
    await ledger.findDraft(record)
    await ledger.submit(form(record))

    expect([await takeBack(ledger, next), (await ledger.findDraft(record))?.answers.headName]).toEqual([1, 'Bân'])
  })

  it('[S43] are no drafts of a book that goes on: it heard the refusal, and keeps them with its reason', async () => {
    const record = world.deps.newId()
    const { store, phone } = await refused((ledger) => ledger.submit(form(record)))
    await areas(phone, [hamlet])
    const opened = await store.vaults.unlock(USER, store.enrolInput.passphrase)
    const ledger = opened.ok ? opened.value : null

    expect([await takeBack(ledger!, phone), await ledger!.findDraft(record), (await ledger!.pending()).length]).toEqual([0, undefined, 1])
    const next = await new TestDevice(world, phone.person, NINH_SON).enrol()
    expect(await takeBack(await openBook(await deviceWorld(), next), next)).toBe(0)
  })

  it('[S44] show their photos to their author', async () => {
    const [jpeg, record] = [jpegOf(7), world.deps.newId()]
    const { store, phone, enrolAnew } = await refused(async (ledger) => {
      const kept = await ledger.photos.keep({ commune: NINH_SON, record, bytes: jpeg })
      const answers = { decisionPhoto: kept.ok ? kept.value : '' }
      await ledger.submit({ id: record, commune: NINH_SON, head: { kind: 'asxh', hamlet, household: id(8), person: id(9) }, form: 'asxh@2', answers, reasons: {} })
    })
    await store.vaults.forget(USER)
    expect([await handInPhotosOf(store), await handInPhotosOf(store)]).toEqual([0, 0])
    await areas(phone, [hamlet])
    const next = await enrolAnew()
    const ledger = await openBook(store, next)

    expect(await takeBack(ledger, next)).toBe(1)

    const hash = String((await ledger.findDraft(record))?.answers.decisionPhoto)
    const seen = await world.send(phone.person, 'GET', `/api/communes/${NINH_SON}/photos/${hash}/file`)
    expect(seen.rawPayload.equals(Buffer.from(jpeg))).toBe(true)
  })
})
