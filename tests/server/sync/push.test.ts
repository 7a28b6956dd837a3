import { describe, expect, it } from 'vitest'
import { householdAnswers, householdHead, labourAnswers, labourHead, personAnswers, personHead } from '../../support/villageForms'
import { village } from '../../support/syncWorld'

const { world, hamlet, otherHamlet, officer, colleague, desk, device, home, labour } = await village()
const newId = world.deps.newId

describe('a batch', () => {
  it('[S7] sent again after a lost answer gets the same answers and changes nothing', async () => {
    const household = newId()
    const request = officer.request([officer.submit(household, householdHead(hamlet), householdAnswers())])

    const first = (await officer.send(request)).json()
    const again = (await officer.send({ ...request, run: newId() })).json()

    expect(again).toEqual(first)
    expect(first.outcomes).toEqual([{ counter: officer.counter, outcome: { kind: 'accepted', version: 1 }, receipt: expect.stringMatching(/^22810-\d{6}$/) }])
    const { n } = await world.deps.db.selectFrom('operation').select(({ fn }) => fn.countAll<number>().as('n')).where('record', '=', household).executeTakeFirstOrThrow()
    expect(n).toBe(1)
  })

  it('[S7] with known and new operations answers the known ones as before and judges the rest', async () => {
    const ops = [1, 2, 3].map(() => officer.submit(newId(), householdHead(hamlet), householdAnswers()))
    const first = await officer.push(ops[0])

    const all = await officer.push(...ops)

    expect(all.outcomes).toHaveLength(3)
    expect(all.outcomes[0]).toEqual(first.outcomes[0])
  })

  it('[S7] with a gap stops before it and says how far it came', async () => {
    const phone = await device('officer')
    const [a, , c] = [1, 2, 3].map(() => phone.submit(newId(), householdHead(hamlet), householdAnswers()))

    const answer = await phone.push(a, c)

    expect(answer.last).toBe(1)
    expect(answer.outcomes.map(({ counter }) => counter)).toEqual([1])
  })

  it('shuffled on the way is judged in counter order', async () => {
    const phone = await device('officer')
    const household = newId()
    const [first, second] = [
      phone.submit(household, householdHead(hamlet), householdAnswers()),
      phone.submit(newId(), personHead(hamlet, household), personAnswers()),
    ]

    const answer = await phone.push(second, first)

    expect(answer.outcomes.map(({ outcome }) => outcome.kind)).toEqual(['accepted', 'accepted'])
  })

  it('of more operations than one transaction takes is judged whole', async () => {
    const phone = await device('officer')
    const ops = Array.from({ length: 450 }, () => phone.submit(newId(), householdHead(hamlet), householdAnswers()))

    const answer = await phone.push(...ops)

    expect(answer.last).toBe(450)
    expect(new Set(answer.outcomes.map(({ receipt }) => receipt)).size).toBe(450)
  })

  it('[S11] goes on after a refused operation, which keeps its counter and its place in the history', async () => {
    const phone = await device('officer')

    const answer = await phone.push(
      phone.submit(newId(), householdHead(hamlet), {}),
      phone.submit(newId(), householdHead(hamlet), householdAnswers()),
    )

    expect(answer.outcomes.map(({ outcome }) => outcome.kind)).toEqual(['refused', 'accepted'])
    expect(answer.last).toBe(2)
  })

  it.each([
    ['no operation at all', { counter: 1 }],
    ['deep inside', { counter: 1, a: { b: { c: [[[{ d: 1 }]]] } } }],
    ['with a NUL, which no database keeps', { counter: 1, type: 'submit', text: 'a\u0000b' }],
    ['with half a character', { counter: 1, type: 'submit', text: 'a\ud800b' }],
    ['far too long', { counter: 1, text: 'dài '.repeat(80_000) }],
  ])('refuses an operation that is %s by itself', async (_case, op) => {
    const phone = await device('officer')
    phone.counter = 1

    const answer = await phone.push(op, phone.submit(newId(), householdHead(hamlet), householdAnswers()))

    expect(answer.outcomes.map(({ outcome }) => outcome)).toEqual([{ kind: 'refused', reason: 'malformed' }, { kind: 'accepted', version: 1 }])
  })

  it('refuses a name with a NUL inside a right operation, and keeps its text', async () => {
    const phone = await device('officer')

    const answer = await phone.push(phone.submit(newId(), householdHead(hamlet), householdAnswers({ headName: 'Lò\u0000Ban' })))

    expect(answer.outcomes[0]?.outcome).toEqual({ kind: 'refused', reason: 'malformed' })
  })

  it('takes a name in which somebody typed the escape of a NUL', async () => {
    const phone = await device('officer')

    const answer = await phone.push(phone.submit(newId(), householdHead(hamlet), householdAnswers({ headName: 'Lò \\u0000 Ban' })))

    expect(answer.outcomes[0]?.outcome.kind).toBe('accepted')
  })
})

describe('what a record hangs on', () => {
  it('may come in the same batch', async () => {
    const { household, person } = await home()

    expect((await officer.push(officer.submit(newId(), labourHead(hamlet, household, person), labourAnswers()))).outcomes[0]?.outcome.kind).toBe('accepted')
  })

  it.each([
    ['is not there', async () => personHead(hamlet, newId())],
    ['is no household', async () => personHead(hamlet, (await home()).person)],
  ])('refuses a record whose parent %s', async (_case, headOf) => {
    const head = await headOf()

    const answer = await officer.push(officer.submit(newId(), head, head.kind === 'labour' ? labourAnswers() : personAnswers()))

    expect(answer.outcomes[0]?.outcome).toEqual({ kind: 'refused', reason: 'parentMissing' })
  })
})

describe('a new record', () => {
  it('lies where what it hangs on lies, wherever its author believed that to be', async () => {
    const [own, other] = [await home(), await home()]
    const [person, form] = [newId(), newId()]

    const { outcomes } = await officer.push(
      officer.submit(person, personHead(otherHamlet, own.household), personAnswers()),
      officer.submit(form, labourHead(hamlet, other.household, own.person), labourAnswers()),
    )
    await officer.pull()

    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(['accepted', 'accepted'])
    expect(officer.records.get(person)).toMatchObject({ hamlet, household: own.household })
    expect(officer.records.get(form)).toMatchObject({ hamlet, household: own.household, person: own.person })
  })
})

describe('two officers', () => {
  it('[S15] changing one field differently: the first stays, the second is held, both replicas show it', async () => {
    const { id, head } = await labour()
    await colleague.pull()
    await officer.push(officer.submit(id, head, { generalEducation: '2' }, 1))

    const answer = await colleague.push(colleague.submit(id, head, { generalEducation: '4', phone: '0905123456' }, 1))
    await Promise.all([officer.pull(), colleague.pull()])

    expect(answer.outcomes[0]?.outcome).toEqual({ kind: 'held', version: 3, fields: ['generalEducation'], reason: 'overlap' })
    expect(officer.records.get(id)).toEqual(colleague.records.get(id))
    expect(officer.records.get(id)).toMatchObject({ answers: { generalEducation: '2', phone: '0905123456' }, holds: [{ value: '4' }] })
  })

  it('[S18] making the same record at once: one makes it, the other\'s differing values are held', async () => {
    const id = newId()
    const made = (phone: typeof officer, headName: string) => phone.request([phone.submit(id, householdHead(hamlet), householdAnswers({ headName }))])

    const answers = await Promise.all([officer.send(made(officer, 'Lò Thị Ban')), colleague.send(made(colleague, 'Lò Thị Bản'))])

    expect(answers.map((answer) => answer.json().outcomes[0].outcome.kind).sort()).toEqual(['accepted', 'held'])
    await officer.pull()
    expect(officer.records.get(id)).toMatchObject({ version: 2, holds: [{ field: 'headName' }] })
  })
})

describe('the journey of a form', () => {
  it('goes out, comes back with a note, goes out again and is accepted', async () => {
    const { id, head } = await labour()
    await desk.pull()
    const returned = await desk.push(desk.op({ type: 'return', record: id, base: desk.records.get(id)!.version, notes: [{ field: 'born', text: 'Xem giấy khai sinh' }] }))
    expect(returned.outcomes[0]?.outcome).toEqual({ kind: 'accepted', version: 2 })

    await officer.pull()
    expect(officer.records.get(id)).toMatchObject({ status: 'returned', notes: [{ field: 'born' }] })
    await officer.push(officer.submit(id, head, { born: '1991-05-02' }, 2))

    await desk.pull()
    expect(desk.records.get(id)).toMatchObject({ status: 'submitted', round: 2, changes: [{ field: 'born', from: '1990-05-02', to: '1991-05-02' }] })
    await desk.push(desk.op({ type: 'accept', record: id, base: 3 }))
    await officer.pull()
    expect(officer.records.get(id)).toMatchObject({ status: 'accepted', version: 4 })
  })
})
