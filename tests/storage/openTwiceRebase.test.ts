import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/domain/forms/answers'
import type { Draft, Ledger } from '../../src/storage/ledger'
import { resumed } from '../../src/ui/form/draft/resumed'
import { COMMUNE, deviceWorld, draft, household, id, page, registered } from './deviceWorld'

const RECORD = id(1)
const seen = { headName: 'Ban', phone: '0911111111' }

const typed = (shown: Draft, answers: Answers): Draft => ({ ...shown, answers: { ...shown.answers, ...answers }, savedAt: new Date(Date.parse(shown.savedAt) + 1).toISOString() })

/** The draft as a form that opens now shows it. */
const shownIn = async (ledger: Ledger): Promise<Draft> => resumed((await ledger.findDraft(RECORD))!, await ledger.getRecord(RECORD))

/** Two tabs of one book with a correction of the record, begun on version 1. */
async function correction(answers: Answers) {
  const world = await deviceWorld()
  const [first, second] = [await world.enrol(), await world.unlock()]
  await first.replica.applyPage(COMMUNE, page([registered(RECORD, seen)]))
  await first.saveDraft(draft(RECORD, { ...seen, ...answers }, { base: 1, seen }))
  return { first, second }
}

describe('[S48] a record that changes while its form is open in two tabs', () => {
  it('keeps what was typed in the other tab, though this one follows the newer record', async () => {
    const { first, second } = await correction({ note: 'cuối thôn' })
    const inSecond = await shownIn(second)
    await first.replica.applyPage(COMMUNE, page([registered(RECORD, { ...seen, phone: '0922222222' }, { version: 2 })]))
    const inFirst = await shownIn(first)
    await second.saveDraft(typed(inSecond, { phone: '0933333333' }))

    // Nobody types in the first tab: it becomes visible and saves.
    await first.saveDraft(typed(inFirst, {}))

    expect((await first.findDraftToShow(RECORD))?.answers).toMatchObject({ phone: '0933333333' })
  })

  it('does not count a value as seen that the tab in which it was answered never showed', async () => {
    const { first, second } = await correction({ note: 'cuối thôn' })
    const inSecond = await shownIn(second)
    await first.replica.applyPage(COMMUNE, page([registered(RECORD, { ...seen, phone: '0922222222' }, { version: 2 })]))
    await first.saveDraft(typed(await shownIn(first), { note: 'đầu thôn' }))

    await second.saveDraft(typed(inSecond, { phone: '0933333333' }))

    // With the base of version 2 the server would not show both values (S15).
    expect(await first.findDraftToShow(RECORD)).toMatchObject({ answers: { phone: '0933333333' }, base: 1, seen: { phone: '0911111111' } })
  })
})

describe('[S48] a correction discarded in one tab and continued in the other', () => {
  async function continued() {
    const { first, second } = await correction({ headName: 'Ban Ban' })
    const [inFirst, inSecond] = [await shownIn(first), await shownIn(second)]
    const gone = await first.discardDraft(inFirst)
    await second.saveDraft(typed(inSecond, { phone: '0933333333' }))
    const send = async (): Promise<Answers | undefined> => {
      const { answers, base, seen } = await shownIn(second)
      await second.submit({ ...household(RECORD, answers), base, ...(seen && { seen }) })
      return (await second.getRecord(RECORD))?.answers
    }
    return { gone, send, second }
  }

  it('sends what the form shows', async () => {
    const { second, send } = await continued()
    const shown = (await second.findDraftToShow(RECORD))?.answers

    expect(await send()).toEqual(shown)
  })

  it('sends an answer taken away, too, though nobody typed after that', async () => {
    const { first, second } = await correction({ note: 'cuối thôn' })
    const inFirst = await shownIn(first)
    const { phone: _phone, ...answers } = (await shownIn(second)).answers
    const cleared = { ...(await shownIn(second)), answers, savedAt: '2026-11-25T03:00:00.000Z' }
    await second.saveDraft(cleared)
    await first.findDraft(RECORD)
    await first.discardDraft({ ...inFirst, answers })

    await second.saveDraft(typed(cleared, { note: 'đầu thôn' }))

    expect((await second.findDraftToShow(RECORD))?.answers).toEqual({ headName: 'Ban', note: 'đầu thôn' })
  })

  it('sends what was discarded, after the discard was undone', async () => {
    const { gone, send } = await continued()
    expect(gone.ok && (await gone.value()).ok).toBe(true)

    expect(await send()).toMatchObject({ headName: 'Ban Ban', phone: '0933333333' })
  })
})

describe('[S48] a discard undone after a newer version of the record came', () => {
  it('brings back what was typed, though a new correction shows the newer value', async () => {
    const { first } = await correction({ headName: 'Ban Ban' })
    const gone = await first.discardDraft(await shownIn(first))
    await first.replica.applyPage(COMMUNE, page([registered(RECORD, { ...seen, headName: 'Bản' }, { version: 2 })]))
    await first.findDraft(RECORD)
    const newer = { ...seen, headName: 'Bản' }
    await first.saveDraft(draft(RECORD, { ...newer, note: 'cuối thôn' }, { base: 2, seen: newer }))

    expect(gone.ok && (await gone.value()).ok).toBe(true)

    expect((await first.findDraftToShow(RECORD))?.answers).toMatchObject({ headName: 'Ban Ban', note: 'cuối thôn' })
  })
})
