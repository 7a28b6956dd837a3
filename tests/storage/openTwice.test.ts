import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/domain/forms/answers'
import type { Draft, Ledger } from '../../src/storage/ledger'
import { COMMUNE, deviceWorld, draft, household, id, page, registered } from './deviceWorld'

const RECORD = id(1)

/** A form open in two tabs of one book: both show the draft `answers`. */
async function openTwice(answers: Answers) {
  const world = await deviceWorld()
  const first = await world.enrol()
  const second = await world.unlock()
  await first.saveDraft(draft(RECORD, answers))
  return { first: await tabOf(first), second: await tabOf(second) }
}

/** What a form on the screen does: it knows what it read, and saves the whole draft with each change. */
async function tabOf(ledger: Ledger) {
  let shown = (await ledger.findDraft(RECORD))!
  const save = (change: Partial<Draft>) => {
    shown = { ...shown, ...change, savedAt: new Date(Date.parse(shown.savedAt) + 1).toISOString() }
    return ledger.saveDraft(shown)
  }
  return {
    ledger,
    /** Saves with nothing typed, as when the page is hidden or the book locks. */
    flush: () => save({}),
    type: (answers: Answers) => save({ answers: { ...shown.answers, ...answers } }),
    send: () => ledger.submit(household(RECORD, shown.answers)),
    discard: () => ledger.discardDraft(shown),
    leave: () => ledger.leaveDraft(shown),
    stored: async () => (await ledger.findDraftToShow(RECORD))?.answers,
  }
}

const elsewhere = { ok: false, error: { kind: 'changedElsewhere' } }

describe('[S48] a form open in two tabs', () => {
  it('loses nothing to the tab in which nobody typed', async () => {
    const { first, second } = await openTwice({ headName: 'Ban' })
    await first.type({ phone: '0912345678' })

    await second.flush()

    expect(await first.stored()).toEqual({ headName: 'Ban', phone: '0912345678' })
  })

  it('keeps what was typed in both', async () => {
    const { first, second } = await openTwice({ headName: 'Ban' })
    await first.type({ phone: '0912345678' })

    await second.type({ headName: 'Ban Ban' })
    await second.type({ note: 'cuối thôn' })
    await first.type({ phone: '0912345679' })

    expect(await second.stored()).toEqual({ headName: 'Ban Ban', phone: '0912345679', note: 'cuối thôn' })
  })

  it('keeps an answer taken back in one of them taken back', async () => {
    const { first, second } = await openTwice({ headName: 'Ban', phone: '0912345678' })
    await first.type({ phone: undefined })

    await second.type({ headName: 'Ban Ban' })

    expect(await first.stored()).toEqual({ headName: 'Ban Ban' })
  })

  it('keeps what both typed into a correction that neither had begun', async () => {
    const world = await deviceWorld()
    const [first, second] = [await world.enrol(), await world.unlock()]
    await first.replica.applyPage(COMMUNE, page([registered(RECORD, { headName: 'Ban' })]))
    const begun = draft(RECORD, { headName: 'Ban' }, { base: 1, seen: { headName: 'Ban' } })
    for (const ledger of [first, second]) expect(await ledger.findDraft(RECORD)).toBeUndefined()

    await first.saveDraft({ ...begun, answers: { headName: 'Ban', phone: '0912345678' } })
    await second.saveDraft({ ...begun, answers: { headName: 'Ban Ban' } })

    expect(await first.findDraft(RECORD)).toMatchObject({ answers: { headName: 'Ban Ban', phone: '0912345678' }, seen: { headName: 'Ban' }, base: 1 })
  })

  it('does not come back after it was sent from the other', async () => {
    const { first, second } = await openTwice({ headName: 'Ban' })
    await first.send()

    await second.flush()

    expect(await second.stored()).toBeUndefined()
  })

  it('keeps what is typed after it was sent from the other, as a correction of what was sent', async () => {
    const { first, second } = await openTwice({ headName: 'Ban' })
    await first.send()

    await second.type({ phone: '0912345678' })

    expect(await second.ledger.findDraft(RECORD)).toMatchObject({ answers: { headName: 'Ban', phone: '0912345678' }, seen: { headName: 'Ban' } })
  })

  it.each(['send', 'discard'] as const)('is not ended by a tab that does not show all of it: %s', async (end) => {
    const { first, second } = await openTwice({ headName: 'Ban' })
    await first.type({ phone: '0912345678' })

    expect(await second[end]()).toEqual(elsewhere)
    await second.type({ headName: 'Ban Ban' })
    expect(await second[end]()).toEqual(elsewhere)

    expect(await first.stored()).toEqual({ headName: 'Ban Ban', phone: '0912345678' })
    const again = await tabOf(second.ledger)
    expect(await again[end]()).toMatchObject({ ok: true })
  })

  it.each(['send', 'discard'] as const)('is not sent once more by a tab that does not know it ended: %s', async (end) => {
    const { first, second } = await openTwice({ headName: 'Ban' })
    await first[end]()

    expect([await second.send(), await second.ledger.isDraftShown(RECORD)]).toEqual([elsewhere, { ok: true, value: false }])
  })

  it('is not removed by a tab that leaves it as it began', async () => {
    const { first, second } = await openTwice({})
    await second.type({ headName: 'Ban' })
    await first.ledger.findDraft(RECORD)

    expect(await first.leave()).toEqual({ ok: true, value: false })
    expect(await second.stored()).toEqual({ headName: 'Ban' })
  })

  it('says which tab shows what is stored', async () => {
    const { first, second } = await openTwice({ headName: 'Ban' })
    const before = await second.ledger.isDraftShown(RECORD)
    await first.type({ phone: '0912345678' })

    expect([before, await first.ledger.isDraftShown(RECORD), await second.ledger.isDraftShown(RECORD)]).toEqual([true, true, false].map((value) => ({ ok: true, value })))
  })
})

describe('[S48] a draft that is ended', () => {
  it('comes back below what was typed since', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    const seen = { headName: 'Ban' }
    await ledger.replica.applyPage(COMMUNE, page([registered(RECORD, seen)]))
    const begun = draft(RECORD, seen, { base: 1, seen })
    const discarded = { ...begun, answers: { headName: 'Ban Ban', phone: '0912345678', note: 'cuối thôn' } }
    await ledger.saveDraft(discarded)
    const gone = await ledger.discardDraft(discarded)
    await ledger.findDraft(RECORD)
    await ledger.saveDraft({ ...begun, answers: { ...seen, phone: '0987654321' } })

    expect(gone.ok && (await gone.value()).ok).toBe(true)

    expect((await ledger.findDraft(RECORD))?.answers).toEqual({ headName: 'Ban Ban', phone: '0987654321', note: 'cuối thôn' })
  })

  it('keeps what is typed while it is being sent, as a correction of what was sent', async () => {
    const { first } = await openTwice({ headName: 'Ban' })

    const [sent, typed] = await Promise.all([first.send(), first.type({ phone: '0912345678' })])

    expect([sent.ok, typed.ok]).toEqual([true, true])
    expect(await first.ledger.findDraft(RECORD)).toMatchObject({ answers: { headName: 'Ban', phone: '0912345678' }, seen: { headName: 'Ban' } })
  })

  it('does not come back when the screen saves once more on leaving', async () => {
    const { first } = await openTwice({ headName: 'Ban' })

    await Promise.all([first.send(), first.flush()])

    expect(await first.stored()).toBeUndefined()
  })
})
