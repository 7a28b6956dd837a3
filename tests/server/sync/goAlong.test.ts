import { describe, expect, it } from 'vitest'
import { mergesOfHousehold, mergesOfPerson, movesOfHousehold, movesOfPerson } from '../../../src/domain/records/move'
import { deskMoves } from '../../support/deskMoves'
import { digestOf } from '../../support/digestsOf'
import { NINH_SON } from '../../support/database/serverWorld'
import { village, type TestDevice } from '../../support/syncWorld'
import { householdHead, labourAnswers, labourHead, personAnswers, personHead } from '../../support/villageForms'

const place = await village()
const { world, hamlet, otherHamlet, officer, desk, device, home } = place
const { move, cards, card, emptyHousehold } = deskMoves(place)
const newId = (): string => world.deps.newId()

const kinds = ({ outcomes }: Awaited<ReturnType<TestDevice['push']>>) => outcomes.map(({ outcome }) => outcome.kind)
/** A household of which the desk has seen one person; a phone has added another with a labour form. */
async function grown() {
  const { household, person } = await home()
  await desk.pull()
  const [late, form] = [newId(), newId()]
  await officer.push(officer.submit(late, personHead(hamlet, household), personAnswers({ fullName: 'Lò Thị Muộn' })), officer.submit(form, labourHead(hamlet, household, late), labourAnswers()))
  return { household, person, late, form }
}
/** The replica holds what the server has of its hamlets, and the server's digests say the same. */
async function expectWhole(reader: TestDevice): Promise<void> {
  const answer = await reader.send(reader.request([], { pull: { cursor: reader.cursor, maxBytes: 60_000 } }))
  expect(answer.json().page).toMatchObject({ records: [], digest: digestOf([...reader.records.values()]) })
}
const asked = { requestedOn: '2026-11-20', requestedBy: 'x' }
/** Asked about at the newest form, as the app does. */
async function twins() {
  const [first, second] = [await home(), await home()]
  await officer.push(
    { ...officer.submit(second.person, personHead(hamlet, second.household), { request: '3', requestTo: first.person, ...asked }, 1), form: 'person@3' },
    { ...officer.submit(second.household, householdHead(hamlet), { request: '3', requestTo: first.household, ...asked }, 1), form: 'household@3' },
    { ...officer.submit(first.person, personHead(hamlet, first.household), { phone: '0912000345' }, 1), form: 'person@3' },
  )
  await desk.pull()
  return { first, second }
}

describe('[S35] with a household that goes to another hamlet', () => {
  it('go its people and their forms, also those the desk had not seen, and every phone hears of it', async () => {
    const [near, far] = [await device('member', [hamlet]), await device('member', [otherHamlet])]
    const { household, person, late, form } = await grown()
    for (const reader of [near, far, officer]) await reader.pull()
    const decided = movesOfHousehold(card(household), otherHamlet)

    const { outcomes } = await desk.push(...decided.map((each) => desk.op({ type: 'move', ...each })))
    for (const reader of [near, far, officer, desk]) await reader.pull()

    expect(outcomes.map(({ outcome }) => outcome)).toEqual([{ kind: 'accepted', version: 2 }])
    for (const id of [household, person, late, form]) expect([near.records.has(id), far.records.get(id)?.version]).toEqual([false, 2])
    expect(officer.records.get(form)).toMatchObject({ hamlet: otherHamlet, household, person: late })
    for (const reader of [near, far, officer, desk]) await expectWhole(reader)
  })

  it('goes who is written down at the same moment', async () => {
    for (let n = 0; n < 4; n += 1) {
      const { household } = await home()
      const phones = [await device('officer'), await device('officer')]
      const late = phones.map(() => newId())
      await desk.pull()

      await Promise.all([
        move(...movesOfHousehold(card(household), otherHamlet)),
        ...phones.map((phone, at) => phone.push(phone.submit(late[at]!, personHead(hamlet, household), personAnswers()), phone.submit(newId(), labourHead(hamlet, household, late[at]!), labourAnswers()))),
      ])
      await officer.pull()

      const there = [...officer.records.values()].filter((record) => record.household === household)
      expect(there.map((record) => record.hamlet)).toEqual(Array.from({ length: 5 }, () => otherHamlet))
    }
  })

  it('goes nothing but the place: it stands in the history of each, and what waits for a decision is decided on as before', async () => {
    const { household, form } = await grown()
    await move(...movesOfHousehold(card(household), otherHamlet))

    const answer = await world.send(desk.person, 'GET', `/api/communes/${NINH_SON}/records/${form}/history`)
    expect(answer.json().entries).toMatchObject([{ type: 'submit', by: officer.person.id }, { type: 'move', by: desk.person.id, outcome: 'accepted', changes: [] }])
    expect(kinds(await desk.push(desk.op({ type: 'accept', base: 1, record: form })))).toEqual(['accepted'])
  })
})

describe('[S35] with a person who goes to another household', () => {
  it('go the forms, also one the desk had not seen', async () => {
    const { household, person } = await home()
    const target = await emptyHousehold(otherHamlet)
    await desk.pull()
    const form = newId()
    await officer.push(officer.submit(form, labourHead(hamlet, household, person), labourAnswers()))

    await move(...movesOfPerson(card(person), card(target)))
    await officer.pull()

    expect(officer.records.get(form)).toMatchObject({ hamlet: otherHamlet, household: target, person })
  })
})

describe('[S35] what hangs on a record that was set aside', () => {
  it('is at the household it is the same as: those the desk saw, those it did not, and whoever is added later', async () => {
    const { first, second } = await twins()
    const [late, later] = [newId(), newId()]
    await officer.push(officer.submit(late, personHead(hamlet, second.household), personAnswers()))

    await move(...mergesOfHousehold(card(second.household), card(first.household)))
    const sent = await officer.push(officer.submit(later, personHead(hamlet, second.household), personAnswers()))
    await officer.pull()

    expect(kinds(sent)).toEqual(['accepted'])
    expect([second.person, late, later].map((id) => officer.records.get(id)?.household)).toEqual([first.household, first.household, first.household])
    expect(officer.records.get(second.household)?.answers.sameAs).toBe(first.household)
    await expectWhole(officer)
  })

  it('is a form sent later: it is of the person it is the same as, with a warning where that one has one', async () => {
    const { first, second } = await twins()
    const known = newId()
    await officer.push(officer.submit(known, labourHead(hamlet, first.household, first.person), labourAnswers()))
    await move(...mergesOfPerson(cards(), { person: card(second.person), into: card(first.person) }, []))
    const form = newId()

    expect(kinds(await officer.push(officer.submit(form, labourHead(hamlet, second.household, second.person), labourAnswers())))).toEqual(['accepted'])
    await officer.pull()

    expect(officer.records.get(form)).toMatchObject({ household: first.household, person: first.person, warnings: [{ id: 'FORM-DUP', data: { record: known } }] })
  })

  it('is through two merges at the last one', async () => {
    const { first, second } = await twins()
    const third = await home()
    await officer.push({ ...officer.submit(first.household, householdHead(hamlet), { request: '3', requestTo: third.household, ...asked }, 1), form: 'household@3' })
    await move(...mergesOfHousehold(card(second.household), card(first.household)))
    await desk.pull()
    await move(...mergesOfHousehold(card(first.household), card(third.household)))
    const later = newId()
    await officer.push(officer.submit(later, personHead(hamlet, second.household), personAnswers()))
    await officer.pull()

    expect([first.person, second.person, later].map((id) => officer.records.get(id)?.household)).toEqual([third.household, third.household, third.household])
  })

  it('is of the other person where the desk gave it over', async () => {
    const { first, second } = await twins()
    const given = newId()
    await officer.push(officer.submit(given, labourHead(hamlet, second.household, second.person), labourAnswers()))
    await desk.pull()

    await move(...mergesOfPerson(cards(), { person: card(second.person), into: card(first.person) }, []))
    await officer.pull()

    expect(officer.records.get(given)).toMatchObject({ household: first.household, person: first.person })
  })
})

describe('a merge', () => {
  it.each(['itself set aside since', 'not there', 'of another kind'] as const)('with a record that is %s is refused, and nothing moves', async (what) => {
    const { first, second } = await twins()
    const given = newId()
    await officer.push(officer.submit(given, labourHead(hamlet, second.household, second.person), labourAnswers()))
    await desk.pull()
    const [decision, ...forms] = mergesOfPerson(cards(), { person: card(second.person), into: card(first.person) }, [])
    if (what === 'itself set aside since') await move({ record: first.person, hamlet, household: first.household, person: null, same: second.person })
    const same = { 'itself set aside since': first.person, 'not there': newId(), 'of another kind': first.household }[what]

    const [outcome] = await move({ ...decision!, same }, ...forms)
    await officer.pull()

    expect(outcome?.kind).toBe('refused')
    expect(officer.records.get(given)).toMatchObject({ household: second.household, person: second.person })
  })
})
