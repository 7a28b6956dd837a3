import { describe, expect, it } from 'vitest'
import type { Patch } from '../../../src/domain/records/changes'
import { mergesOfPerson, movesOfHousehold, movesOfPerson } from '../../../src/domain/records/move'
import { deskMoves } from '../../support/deskMoves'
import { digestOf, digestsOf } from '../../support/digestsOf'
import { village, type TestDevice } from '../../support/syncWorld'
import { labourAnswers, labourHead, personAnswers, personHead } from '../../support/villageForms'

const place = await village()
const { world, hamlet, otherHamlet, officer, desk, device, home, labour } = place
const { move, cards, card, emptyHousehold } = deskMoves(place)
const newId = (): string => world.deps.newId()

/** The replica holds what the server has of its hamlets, and the server's digests say the same. */
async function expectWhole(reader: TestDevice, hamlets: readonly string[]): Promise<void> {
  const answer = await reader.send(reader.request([], { pull: { cursor: reader.cursor, maxBytes: 60_000 } }))
  const held = [...reader.records.values()].filter((record) => hamlets.includes(record.hamlet))
  expect(held).toHaveLength(reader.records.size)
  expect(answer.json().page.digest).toBe(digestOf(held))
}

describe('[S5] [S35] a person whom the desk moves to a household of another hamlet', () => {
  it('leaves the phones of the one, comes to those of the other, with the forms and whoever has all keeps them', async () => {
    const [near, far] = [await device('member', [hamlet]), await device('member', [otherHamlet])]
    const { id, household, person } = await labour()
    const target = await emptyHousehold(otherHamlet)
    for (const reader of [near, far, officer]) await reader.pull()
    expect(near.records.has(id)).toBe(true)

    expect(await move({ record: person, hamlet: otherHamlet, household: target, person: null })).toEqual([{ kind: 'accepted', version: 2 }])
    for (const reader of [near, far, officer]) await reader.pull()

    expect([near.records.has(person), near.records.has(id), near.records.has(household)]).toEqual([false, false, true])
    expect([far.records.get(person)?.household, far.records.get(id)?.person]).toEqual([target, person])
    expect(officer.records.get(id)).toMatchObject({ hamlet: otherHamlet, household: target })
    await expectWhole(near, [hamlet])
    await expectWhole(far, [otherHamlet])
    await expectWhole(officer, [hamlet, otherHamlet])
  })

  it('is told whole to a replica that has an earlier version, and where its own phone put it elsewhere', async () => {
    const { person } = await home()
    await officer.pull()
    const target = await emptyHousehold(otherHamlet)
    const cursor = officer.cursor
    await move({ record: person, hamlet: otherHamlet, household: target, person: null })

    const answer = await officer.send(officer.request([], { pull: { cursor, maxBytes: 60_000, amends: true } }))

    expect(answer.json().page.records).toContainEqual(expect.objectContaining({ id: person, hamlet: otherHamlet, household: target, answers: personAnswers() }))
  })
})

describe('[S35] what a phone sends about somebody who was moved meanwhile', () => {
  it('counts: an edit, and a new form, which lies where its person lies by now', async () => {
    const { household, person } = await home()
    const target = await emptyHousehold(otherHamlet)
    await move({ record: person, hamlet: otherHamlet, household: target, person: null })
    const form = newId()

    const { outcomes } = await officer.push(
      officer.submit(person, personHead(hamlet, household), { phone: '0912000345' }, 1),
      officer.submit(form, labourHead(hamlet, household, person), labourAnswers()),
    )
    await officer.pull()

    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(['merged', 'accepted'])
    expect(officer.records.get(form)).toMatchObject({ hamlet: otherHamlet, household: target, person })
    expect(officer.records.get(person)?.answers.phone).toBe('0912000345')
  })

  it('is refused, with its reason, where the hamlet is not the author\'s any more', async () => {
    const near = await device('member', [hamlet])
    const { household, person } = await home()
    const target = await emptyHousehold(otherHamlet)
    await move({ record: person, hamlet: otherHamlet, household: target, person: null })

    const { outcomes } = await near.push(
      near.submit(person, personHead(hamlet, household), { phone: '0912000345' }, 1),
      near.submit(newId(), labourHead(hamlet, household, person), labourAnswers()),
    )

    expect(outcomes.map(({ outcome }) => outcome)).toEqual([{ kind: 'refused', reason: 'outOfScope' }, { kind: 'refused', reason: 'outOfScope' }])
  })
})

describe('a move', () => {
  it('to a household that is not there is refused', async () => {
    expect(await move({ record: (await home()).person, hamlet, household: newId(), person: null })).toEqual([{ kind: 'refused', reason: 'parentMissing' }])
  })

  it('[S35] puts the record where that it is hung on lies by then, wherever the desk knew it', async () => {
    const { id, household, person } = await labour()
    const target = await emptyHousehold(otherHamlet)

    await move({ record: person, hamlet, household: target, person: null }, { record: id, hamlet, household, person })
    await officer.pull()

    expect([person, id].map((each) => officer.records.get(each))).toMatchObject([{ hamlet: otherHamlet, household: target }, { hamlet: otherHamlet, household: target, person }])
  })

  it.each(['officer', 'member'] as const)('by a %s is refused', async (role) => {
    const { person } = await home()
    const by = await device(role)
    const target = await emptyHousehold(hamlet)

    const { outcomes } = await by.push(by.op({ type: 'move', base: 1, record: person, hamlet, household: target, person: null }))

    expect(outcomes[0]?.outcome).toEqual({ kind: 'refused', reason: 'notAllowed' })
  })

  it('stands in the history', async () => {
    const { person } = await home()
    await move({ record: person, hamlet, household: await emptyHousehold(hamlet), person: null })

    const answer = await world.send(desk.person, 'GET', `/api/communes/22810/records/${person}/history`)

    expect(answer.json().entries.map(({ type }: { type: string }) => type)).toEqual(['submit', 'move'])
  })
})

describe('[S35] a household that goes to another hamlet', () => {
  it('leaves the people in it as they are: who was set aside stays so, and what was asked about them stands', async () => {
    const { household, person } = await home()
    const twin = newId()
    const asked = { request: '1', requestTo: await emptyHousehold(hamlet), requestedOn: '2026-11-20', requestedBy: 'x' }
    await officer.push({ ...officer.submit(twin, personHead(hamlet, household), personAnswers()), form: 'person@3' }, { ...officer.submit(person, personHead(hamlet, household), asked, 1), form: 'person@3' })
    await desk.pull()
    await move(...mergesOfPerson(cards(), { person: card(twin), into: card(person) }, []))
    await desk.pull()

    await move(...movesOfHousehold(card(household), otherHamlet))
    await desk.pull()

    expect(desk.records.get(twin)).toMatchObject({ hamlet: otherHamlet, household, answers: { sameAs: person } })
    expect(desk.records.get(person)).toMatchObject({ hamlet: otherHamlet, household, answers: asked })
  })
})

describe('[S17] a decision about a request', () => {
  /** Somebody is asked about, the desk decides, and on the phone something more was written meanwhile. */
  async function decidedBefore(then: Patch) {
    const { household, person } = await home()
    const ask = (patch: Patch, base: number) => officer.push({ ...officer.submit(person, personHead(hamlet, household), patch, base), form: 'person@3' })
    const target = await emptyHousehold(hamlet)
    await ask({ request: '1', requestTo: target, requestedOn: '2026-11-20', requestedBy: 'x' }, 1)
    await desk.pull()
    const moves = movesOfPerson(card(person), card(target))
    await ask(then, 2)
    return { moves, base: 2, person, household }
  }

  it.each<[string, Patch, string | undefined]>([['was asked anew', { request: '3' }, '3'], ['was taken back', { request: null, requestTo: null, requestedOn: null, requestedBy: null }, undefined]])('that %s since is looked at again, and nothing moves', async (_, then, left) => {
    const { moves, base, person, household } = await decidedBefore(then)

    const { outcomes } = await desk.push(...moves.map((each) => desk.op({ type: 'move', ...each, base })))
    await desk.pull()

    expect(outcomes[0]?.outcome).toEqual({ kind: 'refused', reason: 'changedSince' })
    expect(desk.records.get(person)).toMatchObject({ household, version: 3 })
    expect(desk.records.get(person)?.answers.request).toBe(left)
  })

  it('counts, whatever else was written since', async () => {
    const { moves, base } = await decidedBefore({ phone: '0912000345' })

    const { outcomes } = await desk.push(...moves.map((each) => desk.op({ type: 'move', ...each, base })))

    expect(outcomes[0]?.outcome).toEqual({ kind: 'accepted', version: 4 })
  })
})

describe('somebody written twice', () => {
  it('[S37] is not set aside by a form of the village team, nor taken apart again', async () => {
    const member = await device('member', [hamlet])
    const [first, second] = [await home(), await home()]
    const says = (base: number, patch: object) => member.push({ ...member.submit(second.person, personHead(hamlet, second.household), patch as never, base), form: 'person@3' })

    expect((await says(1, { sameAs: first.person, requestReply: 'Đã gộp' })).outcomes.map(({ outcome }) => outcome)).toEqual([{ kind: 'refused', reason: 'notAllowed' }])
    await says(1, { phone: '0912000345' })
    await move({ record: second.person, hamlet, household: second.household, person: null, same: first.person })
    expect((await says(3, { sameAs: null })).outcomes.map(({ outcome }) => outcome)).toEqual([{ kind: 'refused', reason: 'notAllowed' }])
    await officer.pull()

    expect(officer.records.get(second.person)?.answers).toEqual(personAnswers({ phone: '0912000345', sameAs: first.person }))
  })

  it('is set aside, and the number is nobody else\'s any more', async () => {
    const number = '058090000321'
    const [first, second] = [await home(number), await home(number)]
    await officer.pull()
    const warned = () => officer.records.get(first.person)?.warnings.map(({ id }) => id)
    const submitted = officer.submit(second.person, personHead(hamlet, second.household), { request: '3', requestTo: first.person, requestedOn: '2026-11-20', requestedBy: 'x' }, 1)
    await officer.push({ ...submitted, form: 'person@3' })
    await officer.push({ ...officer.submit(first.person, personHead(hamlet, first.household), { phone: '0912000345' }, 1), form: 'person@3' })
    await officer.push({ ...officer.submit(first.person, personHead(hamlet, first.household), { personalId: null }, 2), form: 'person@3' })
    await officer.push({ ...officer.submit(first.person, personHead(hamlet, first.household), { personalId: number }, 3), form: 'person@3' })
    await officer.pull()
    expect(warned()).toContain('ID-DUP')

    const done = await move({ record: second.person, hamlet, household: second.household, person: null, same: first.person, reply: null })
    await officer.pull()

    expect(done.map(({ kind }) => kind)).toEqual(['accepted'])
    expect(officer.records.get(second.person)?.answers).toEqual({ ...personAnswers({ personalId: number }), sameAs: first.person })
    expect(warned()).not.toContain('ID-DUP')

    // Taken apart again: both hold the number, and who comes back is the second.
    await move({ record: second.person, hamlet, household: second.household, person: null, same: null })
    await officer.pull()
    expect(officer.records.get(second.person)?.answers).toEqual(personAnswers({ personalId: number }))
    expect(officer.records.get(second.person)?.warnings.map(({ id }) => id)).toContain('ID-DUP')
    expect(warned()).not.toContain('ID-DUP')
  })

  it('says the number of the other, also in the forms of either: it is nobody else\'s', async () => {
    const number = '058090000654'
    const [first, second] = [await home(number), await home(number)]
    const [given, kept] = [newId(), newId()]
    await officer.push({ ...officer.submit(second.person, personHead(hamlet, second.household), { phone: '0912000345' }, 1), form: 'person@3' })
    for (const form of [given, kept]) await officer.push(officer.submit(form, labourHead(hamlet, second.household, second.person), labourAnswers({ personalId: number, idMissingReason: undefined })))
    await move({ record: second.person, hamlet, household: second.household, person: null, same: first.person, reply: null })

    await move({ record: given, hamlet, household: second.household, person: second.person })
    await officer.push(officer.submit(kept, labourHead(hamlet, second.household, second.person), { personalId: '058090000655' }, 1))
    await officer.push(officer.submit(kept, labourHead(hamlet, second.household, second.person), { personalId: number }, 2))
    await officer.push(officer.submit(first.person, personHead(hamlet, first.household), { personalId: null }, 1))
    await officer.push(officer.submit(first.person, personHead(hamlet, first.household), { personalId: number }, 2))
    await officer.pull()

    expect([given, kept].map((form) => officer.records.get(form)?.person)).toEqual([first.person, second.person])
    expect([given, kept, first.person].map((id) => officer.records.get(id)?.warnings.map((finding) => finding.id))).not.toContainEqual(expect.arrayContaining(['ID-DUP']))
  })
})

it('leaves the digests of both hamlets as their records say', async () => {
  await officer.pull()
  const digests = digestsOf([...officer.records.values()])
  const rows = await world.deps.db.selectFrom('digest').selectAll().where('commune', '=', '22810').execute()

  expect(new Map(rows.map(({ hamlet: id, n }) => [id, n]))).toEqual(new Map([...digests].map(([id, { count }]) => [id, count])))
})
