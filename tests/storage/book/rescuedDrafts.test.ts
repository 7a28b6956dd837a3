import { describe, expect, it } from 'vitest'
import { refusedId, type RefusedForm } from '../../../src/protocol/sealing/sealedDrafts'
import type { Ledger } from '../../../src/storage/ledger'
import { COMMUNE, DEVICE, deviceWorld, draft, household, id, page, registered, type DeviceWorld } from '../deviceWorld'

const OLD = '0190a000-0000-7000-8000-00000000d0ff'
const typed = draft(id(1), { headName: 'Lò Thị Ban' })
const NEW_DEVICE = '0190a000-0000-7000-8000-00000000d002'
const rescued = { device: OLD, record: id(1), savedAt: typed.savedAt }

/** A form of the household `id(1)` that came sealed, made on this version, and was refused. */
function refusal(base: number) {
  const { id: record, commune, head, savedAt } = typed
  const name = { device: OLD, record: refusedId(3), savedAt }
  const operation: RefusedForm['operation'] = { type: 'submit', counter: 3, record, base, at: savedAt, head: { ...head }, form: 'household@1', patch: { headName: 'Lò Thị Ban' } }
  const form: RefusedForm = { id: name.record, commune, head: { hamlet: head.hamlet }, form: 'refused', base, answers: {}, savedAt, operation }
  return { name, form }
}

async function book() {
  const world = await deviceWorld()
  return { world, ledger: await world.enrol() }
}

describe('a draft that comes back from the server', () => {
  it('[S43] is a draft of this book, with everything typed, and lies sealed beside it like any other', async () => {
    const { world, ledger } = await book()
    expect(await ledger.rescued.standing(rescued)).toBe('wanted')

    expect(await ledger.rescued.take(rescued, typed)).toBe('laid')

    expect([await ledger.findDraft(id(1)), ledger.card(id(1))?.hasDraft]).toEqual([typed, true])
    expect((await world.vaults.list())[0]?.sealedDrafts).toBe(1)
    ledger.lock()
    expect(await (await world.unlock()).findDraft(id(1))).toEqual(typed)
  })

  it('[S43] comes once, also when it was sent or thrown away meanwhile', async () => {
    const { ledger } = await book()
    await ledger.rescued.take(rescued, typed)
    await ledger.discardDraft(typed)

    expect(await ledger.rescued.standing(rescued)).toBe('taken')
  })

  it('[S43] comes again where more was typed on it there', async () => {
    const { ledger } = await book()
    await ledger.rescued.take(rescued, typed)
    await ledger.findDraft(id(1))
    await ledger.submit(household(id(1), { headName: 'Lò Thị Ban' }))

    expect(await ledger.rescued.standing({ ...rescued, savedAt: '2026-11-26T00:00:00.000Z' })).toBe('wanted')
  })

  it('[S43] waits while a draft of the record is here, and comes when that was sent', async () => {
    const { ledger } = await book()
    await ledger.saveDraft(draft(id(1), { headName: 'Bân' }))
    expect([await ledger.rescued.standing(rescued), await ledger.rescued.take(rescued, typed)]).toEqual(['waits', 'waits'])
    expect((await ledger.findDraft(id(1)))?.answers).toEqual({ headName: 'Bân' })

    await ledger.submit(household(id(1), { headName: 'Bân' }))

    expect([await ledger.rescued.standing(rescued), await ledger.rescued.take(rescued, typed)]).toEqual(['wanted', 'laid'])
  })

  it.each([['something', 'Bân Bân'], ['nothing', 'Bân']])('[S43] comes when the form it waited for was sent with %s new in it', async (_what, headName) => {
    const { ledger } = await book()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Bân' })]))
    await ledger.findDraft(id(1))
    await ledger.saveDraft(draft(id(1), { headName }, { base: 1 }))

    await ledger.submit(household(id(1), { headName }))

    expect(await ledger.rescued.standing(rescued)).toBe('wanted')
  })

  it('[S43] waits where a draft of the record was thrown away, which may be taken back, and comes when the book is opened next', async () => {
    const { world, ledger } = await book()
    const here = draft(id(1), { headName: 'Bân' })
    await ledger.saveDraft(here)
    const back = await ledger.discardDraft(here)
    expect([await ledger.rescued.standing(rescued), await ledger.rescued.take(rescued, typed)]).toEqual(['waits', 'waits'])

    if (back.ok) await back.value()

    expect(await ledger.findDraft(id(1))).toEqual(here)
    await ledger.discardDraft(here)
    ledger.lock()
    expect(await (await world.unlock()).rescued.standing(rescued)).toBe('wanted')
  })

  it('[S43] waits while a form of the record may be open in which nothing is typed yet', async () => {
    const { world, ledger } = await book()
    await ledger.findDraft(id(1))

    expect([await ledger.rescued.standing(rescued), await ledger.rescued.take(rescued, typed)]).toEqual(['waits', 'waits'])

    ledger.lock()
    expect(await (await world.unlock()).rescued.standing(rescued)).toBe('wanted')
  })

  it('[S43] does not wait because somebody looked at the record', async () => {
    const { ledger } = await book()
    await ledger.findDraftToShow(id(1))

    expect([await ledger.rescued.standing(rescued), await ledger.rescued.take(rescued, typed)]).toEqual(['wanted', 'laid'])
  })

  it('[S43] of this very book, by a rescue file, stays for another phone until the draft ends here', async () => {
    const { world, ledger } = await book()
    await ledger.saveDraft(typed)
    expect(await ledger.rescued.standing({ ...rescued, device: DEVICE })).toBe('waits')

    await ledger.discardDraft(typed)

    // Throwing it away may be taken back: said to be over, a later copy of the same would be taken for known.
    expect(await ledger.rescued.standing({ ...rescued, device: DEVICE })).toBe('waits')
    ledger.lock()
    expect(await (await world.unlock()).rescued.standing({ ...rescued, device: DEVICE })).toBe('taken')
  })

  it.each<readonly [string, (ledger: Ledger, world: DeviceWorld) => Promise<Ledger>]>([
    ['took another id', async (ledger, world) => {
      await ledger.outbox.renew(world.enrolment({ device: NEW_DEVICE }), false)
      return ledger
    }],
    ['was enrolled again', async (ledger, world) => {
      ledger.lock()
      const enrolled = await world.vaults.enrol({ ...world.enrolInput, communes: [world.enrolment({ device: NEW_DEVICE })] })
      if (!enrolled.ok) throw new Error('no book')
      return enrolled.value
    }],
  ])('[S43] of this very book, by a rescue file of before it %s, stays until the draft ends here and is over then', async (_how, rename) => {
    const { world, ledger: before } = await book()
    await before.saveDraft(typed)
    const ledger = await rename(before, world)
    const old = { ...rescued, device: DEVICE }
    expect(await ledger.rescued.standing(old)).toBe('waits')

    await ledger.findDraft(id(1))
    await ledger.submit(household(id(1), { headName: 'Lò Thị Ban Na' }))

    expect(await ledger.rescued.standing(old)).toBe('taken')
    // A copy of this disk went on under that id.
    expect(await ledger.rescued.standing({ ...old, savedAt: '2026-11-26T00:00:00.000Z' })).toBe('wanted')
  })

  it('[S43] and was refused waits, once read, without being read again until the form of its record was sent', async () => {
    const { ledger } = await book()
    await ledger.saveDraft(draft(id(1), { headName: 'Bân' }))
    expect([await ledger.rescued.standing(refusal(0).name), await ledger.rescued.take(refusal(0).name, refusal(0).form)]).toEqual(['wanted', 'waits'])

    const waiting = await ledger.rescued.standing(refusal(0).name)
    await ledger.submit(household(id(1), { headName: 'Bân' }))

    expect([waiting, await ledger.rescued.standing(refusal(0).name)]).toEqual(['waits', 'wanted'])
  })

  it('[S43] and was refused on a record that is not here waits for it, once read, without being read again', async () => {
    const { ledger } = await book()
    expect([await ledger.rescued.standing(refusal(1).name), await ledger.rescued.take(refusal(1).name, refusal(1).form)]).toEqual(['wanted', 'waits'])

    const waiting = await ledger.rescued.standing(refusal(1).name)
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Bân' })]))

    expect([waiting, await ledger.rescued.standing(refusal(1).name), await ledger.rescued.take(refusal(1).name, refusal(1).form)]).toEqual(['waits', 'wanted', 'laid'])
  })

  it('[S43] that says nothing the record does not say by now is at its end', async () => {
    const { ledger } = await book()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban', phone: '0912345678' })]))

    expect(await ledger.rescued.take(rescued, { ...typed, base: 1, seen: { headName: 'Ban' } })).toBe('taken')
    expect(await ledger.findDraft(id(1))).toBeUndefined()
  })

  it('[S43] that gives nothing new but a reason is not lost', async () => {
    const { ledger } = await book()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))
    const reasoned = { ...typed, base: 1, seen: { headName: 'Ban' }, answers: { headName: 'Ban' }, reasons: { 'HH-010:phone': 'Hộ không muốn ghi' } }

    expect(await ledger.rescued.take(rescued, reasoned)).toBe('laid')
    expect((await ledger.findDraft(id(1)))?.reasons).toEqual(reasoned.reasons)
  })

  it('[S43] that says something else than the record by now is not lost', async () => {
    const { ledger } = await book()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Bân' })]))

    expect(await ledger.rescued.take(rescued, { ...typed, base: 1, seen: { headName: 'Ban' } })).toBe('laid')
  })

  it.each([
    ['of a form this version does not know', { ...typed, form: 'household@99' }],
    ['of another record than it says', { ...typed, id: id(2) }],
    ['without answers', { ...typed, answers: undefined }],
    ['that is no draft', 'x'],
  ])('waits at the server where it is one %s', async (_what, given) => {
    const { ledger } = await book()

    expect(await ledger.rescued.take(rescued, given)).toBe('waits')
  })

  it('[S44] goes on naming its photos, which are handed in after it', async () => {
    const { ledger } = await book()
    const head = { kind: 'asxh', hamlet: typed.head.hamlet, household: id(8), person: id(9) } as const
    const [taken, known] = ['a'.repeat(43), 'b'.repeat(43)]
    const beneficiary = draft(id(1), { decisionPhoto: taken, authorisedDocumentPhoto: known }, { head, form: 'asxh@2', base: 1, seen: { authorisedDocumentPhoto: known } })

    await ledger.rescued.take(rescued, beneficiary)

    expect((await ledger.findDraft(id(1)))?.answers).toEqual({ decisionPhoto: taken, authorisedDocumentPhoto: known })
  })
})
