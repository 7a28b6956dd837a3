import { describe, expect, it } from 'vitest'
import { COMMUNE, deviceWorld, draft, household, id, page, registered } from '../deviceWorld'

describe('drafts', () => {
  it('survive a restart with everything typed', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    const typed = draft(id(1), { headName: 'Ban', phone: '09123' }, { place: 'contact', reasons: { 'HH-001': 'hỏi rồi' } })
    await ledger.saveDraft(typed)
    ledger.lock()

    const again = await world.unlock()

    expect(await again.findDraft(id(1))).toEqual(typed)
    expect(again.card(id(1))).toMatchObject({ name: 'Ban', hasDraft: true, status: null })
  })

  it('take every keystroke: the newest state is on disk when its save is answered', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const keys = [...'Lò Thị Ban']

    const saved = await Promise.all(keys.map((_, at) => ledger.saveDraft(draft(id(1), { headName: keys.slice(0, at + 1).join('') }))))

    expect(saved.every((one) => one.ok)).toBe(true)
    expect((await ledger.findDraft(id(1)))?.answers).toEqual({ headName: 'Lò Thị Ban' })
    expect(ledger.card(id(1))?.name).toBe('Lò Thị Ban')
  })

  it('are read as they were typed last, also while that is being written', async () => {
    const ledger = await (await deviceWorld()).enrol()
    void ledger.saveDraft(draft(id(1), { headName: 'B' }))
    void ledger.saveDraft(draft(id(1), { headName: 'Ban' }))

    expect((await ledger.findDraft(id(1)))?.answers).toEqual({ headName: 'Ban' })
  })

  it('pass over the states between while a write is in flight', async () => {
    const ledger = await (await deviceWorld()).enrol()

    const [first, second, third] = await Promise.all(['L', 'Lò', 'Lò T'].map((headName) => ledger.saveDraft(draft(id(1), { headName }))))

    const names = [first, second, third].map((one) => one?.ok && one.value.answers.headName)
    expect(names).toEqual(['L', 'Lò T', 'Lò T'])
  })

  it('do not rename a record in lists before they are submitted', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))

    await ledger.saveDraft(draft(id(1), { headName: 'Ban Ban' }, { base: 1 }))

    expect(ledger.card(id(1))).toMatchObject({ name: 'Ban', hasDraft: true })
  })

  it('are not brought back by a save that arrives while the form is submitted', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const typed = draft(id(1), { headName: 'Ban' })

    const done = ledger.submit(household(id(1), { headName: 'Ban' }))
    const late = ledger.saveDraft(typed)

    expect([(await done).ok, await late]).toEqual([true, { ok: true, value: typed }])
    expect(await ledger.findDraft(id(1))).toBeUndefined()
  })

  it('are gone when discarded', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const typed = draft(id(1), { headName: 'Ban' })
    await ledger.saveDraft(typed)

    await ledger.discardDraft(typed)

    expect([await ledger.findDraft(id(1)), ledger.card(id(1)), ledger.cards()]).toEqual([undefined, undefined, []])
  })

  it('tell listeners until they unsubscribe, and keep the list as it is when no card changed', async () => {
    const ledger = await (await deviceWorld()).enrol()
    let calls = 0
    const stop = ledger.subscribe(() => (calls += 1))
    await ledger.saveDraft(draft(id(1), { headName: 'Ban', phone: '0' }))
    const list = ledger.cards()
    await ledger.saveDraft(draft(id(1), { headName: 'Ban', phone: '0' }, { place: 'x' }))
    stop()
    const heard = calls
    await ledger.saveDraft(draft(id(1), { headName: 'Ban', phone: '0' }, { place: 'y' }))

    expect([ledger.cards() === list, heard > 0, calls - heard]).toEqual([true, true, 0])
  })
})
