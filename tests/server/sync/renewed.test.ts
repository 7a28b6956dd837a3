import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/domain/forms/checking/finding'
import type { Operation } from '../../../src/domain/records/operation'
import { reasonKey } from '../../../src/domain/records/judging/serverWarnings'
import type { HistoryEntry } from '../../../src/protocol/api'
import { applyBatch } from '../../../src/server/sync/judging/applyBatch'
import { MOST_LOOKED_AT } from '../../../src/server/sync/judging/holderBook'
import { beforeCommit } from '../../support/beforeCommit'
import { NINH_SON, OTHER_COMMUNE } from '../../support/database/serverWorld'
import { deskMoves } from '../../support/deskMoves'
import { digestOf } from '../../support/digestsOf'
import { brokenTables } from '../../support/judgedAgain'
import { TestDevice, village } from '../../support/syncWorld'
import { householdAnswers, householdHead, labourAnswers, labourHead, personAnswers, personHead } from '../../support/villageForms'

const place = await village()
const { world, hamlet, officer, colleague, desk, home } = place
const { move } = deskMoves(place)
const newId = world.deps.newId

/** One thing that only one may hold, and how records of somebody else's are made and corrected. */
interface Shared {
  readonly what: string
  readonly id: string
  readonly field: string
  /** As many values as are wanted, each for one test. */
  readonly value: (n: number) => string
  readonly make: (value: string) => Promise<string>
  /** At the newest form, as the app does. */
  readonly correct: (phone: TestDevice, record: string, patch: object) => Operation
}

let made = 0
const households = new Map<string, string>()
const correcting = (head: (record: string) => ReturnType<typeof householdHead>, form: string): Shared['correct'] => (phone, record, patch) =>
  ({ ...phone.submit(record, head(record), patch as never, officer.records.get(record)!.version), form }) as Operation

const number: Shared = {
  what: 'a personal number', id: 'ID-DUP', field: 'personalId',
  value: (n) => `0580900${String(10_000 + n)}`,
  async make(value) {
    const { household, person } = await home(value)
    households.set(person, household)
    return person
  },
  correct: correcting((record) => personHead(hamlet, households.get(record)!), 'person@3'),
}

const code: Shared = {
  what: 'the code of a household', id: 'CODE-DUP', field: 'householdCode',
  value: (n) => `NĐ-${10_000 + n}`,
  async make(value) {
    const record = newId()
    await officer.push(officer.submit(record, householdHead(hamlet), householdAnswers({ householdCode: value })))
    return record
  },
  correct: correcting(() => householdHead(hamlet), 'household@4'),
}

/** The app's own words for a warning that names that one; `undefined` = the record has none. */
const namesOf = (id: string, records: readonly string[]) =>
  records.map((record) => officer.records.get(record)!.warnings.find((warning) => warning.id === id)?.data?.record)

describe.each([number, code])('[S47] $what of two', ({ id, field, value, make, correct }) => {
  const fresh = (): string => value((made += 1))
  async function sharing(count: number): Promise<readonly string[]> {
    const shared = fresh()
    const records: string[] = []
    while (records.length < count) records.push(await make(shared))
    await officer.pull()
    return records
  }
  const change = async (record: string, to: string | null): Promise<void> => {
    const { outcomes } = await officer.push(correct(officer, record, { [field]: to }))
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(['accepted'])
    await officer.pull()
  }

  it('is a warning on who came second; when the first is corrected nothing of it stays, and every phone hears of it', async () => {
    const [first, second] = (await sharing(2)) as [string, string]
    await colleague.pull()
    expect(namesOf(id, [first, second])).toEqual([undefined, first])
    const before = officer.records.get(second)!

    await change(first, fresh())
    await colleague.pull()

    expect(namesOf(id, [first, second])).toEqual([undefined, undefined])
    expect(officer.records.get(second)).toEqual({ ...before, warnings: before.warnings.filter((warning) => warning.id !== id), version: before.version + 1 })
    expect(digestOf([...colleague.records.values()])).toBe(digestOf([...officer.records.values()]))
    expect(colleague.records.get(second)).toEqual(officer.records.get(second))
  })

  it('leaves the first alone when the second is corrected', async () => {
    const [first, second] = (await sharing(2)) as [string, string]
    const before = officer.records.get(first)

    await change(second, fresh())

    expect(namesOf(id, [second])).toEqual([undefined])
    expect(officer.records.get(first)).toEqual(before)
  })

  it('of three makes the older of the others the first when the first is corrected, and the third names that one', async () => {
    const [first, second, third] = (await sharing(3)) as [string, string, string]
    expect(namesOf(id, [first, second, third])).toEqual([undefined, first, first])

    await change(first, fresh())

    const [next, last] = [second, third].sort() as [string, string]
    expect(namesOf(id, [first, next, last])).toEqual([undefined, undefined, next])
  })

  it('is a warning on who takes it again, when another has come first meanwhile', async () => {
    const [first, second] = (await sharing(2)) as [string, string]
    const shared = officer.records.get(first)!.answers[field] as string
    await change(first, fresh())

    await change(first, shared)

    expect(namesOf(id, [first, second])).toEqual([second, undefined])
  })

  it('is nobody\'s second time when the first is set aside as the same as a third, and is again when they are taken apart', async () => {
    const [[first, second], [third]] = [(await sharing(2)) as [string, string], (await sharing(1)) as [string]]
    await officer.push(correct(officer, first, { request: '3', requestTo: third, requestedOn: '2026-11-20', requestedBy: 'x' }))
    await officer.push(correct(officer, third, { request: '3', requestTo: first, requestedOn: '2026-11-20', requestedBy: 'x' }))
    const at = { record: first, hamlet, household: households.get(first) ?? null, person: null }

    expect((await move({ ...at, same: third, reply: null })).map(({ kind }) => kind)).toEqual(['accepted'])
    await officer.pull()
    expect(namesOf(id, [first, second, third])).toEqual([undefined, undefined, undefined])
    expect((await move({ ...at, same: null })).map(({ kind }) => kind)).toEqual(['accepted'])
    await officer.pull()

    expect(namesOf(id, [first, second, third])).toEqual([second, undefined, undefined])
  })

  it('is looked at again by a choice between two values', async () => {
    const [first, shared] = [...(await sharing(1)), fresh()] as [string, string]
    const op = correct(colleague, first, { [field]: fresh() })
    await officer.push(correct(officer, first, { [field]: shared }))
    const second = await make(shared)
    await colleague.push(op)
    await officer.pull()
    expect(namesOf(id, [first, second])).toEqual([undefined, first])

    const { version: base, holds: [hold] } = officer.records.get(first)!
    await officer.push(officer.op({ type: 'resolve', record: first, base, choices: [{ hold: hold!.id, take: 'held' }] }))
    await officer.pull()

    expect(namesOf(id, [first, second])).toEqual([undefined, undefined])
  })

  it('is no warning about who gave it up at the same moment', async () => {
    const [first] = (await sharing(1)) as [string]
    const shared = officer.records.get(first)!.answers[field] as string
    const { person: { id: author }, commune, id: device } = colleague
    const op = correct(colleague, first, { [field]: fresh() })
    const input = { commune, device, author: { id: author, role: 'officer', scopeVersion: 1, areas: [{ commune, hamlets: null }] }, run: newId(), receivedAt: '2026-11-25T02:00:00.000Z', ops: [{ counter: op.counter, raw: op }] } as const
    let second = ''

    await beforeCommit(world.deps.db, (tx) => applyBatch(tx, world.deps, input), async () => { second = await make(shared) })
    await officer.pull()

    expect(namesOf(id, [first, second])).toEqual([undefined, undefined])
  })

  it('is explained with a reason, which goes with the warning and does not explain another', async () => {
    const [first, second, third] = (await sharing(3)) as [string, string, string]
    const warning = officer.records.get(third)!.warnings.find((each) => each.id === id) as Finding
    const reasons = { [reasonKey(warning)]: 'Đã xem cả hai thẻ' }
    await officer.push({ ...correct(officer, third, {}), reasons })
    await officer.pull()
    expect(officer.records.get(third)).toMatchObject({ reasons, warnings: expect.arrayContaining([warning]) })

    await change(second, fresh())
    expect(officer.records.get(third)!.reasons).toEqual(reasons)
    await change(first, fresh())
    expect([namesOf(id, [third]), officer.records.get(third)!.reasons]).toEqual([[undefined], {}])

    // Another comes under it, and a reason for the first, from a phone that has not heard of that.
    const fourth = await make(officer.records.get(third)!.answers[field] as string)
    await officer.pull()
    await officer.push({ ...correct(officer, fourth, {}), reasons })
    await officer.pull()
    expect([namesOf(id, [fourth]), officer.records.get(fourth)!.reasons]).toEqual([[third], {}])
  })

  it('has a line in the history of the other, which says that it went along', async () => {
    const [first, second] = (await sharing(2)) as [string, string]
    await change(first, fresh())

    const { entries } = (await world.send(desk.person, 'GET', `/api/communes/${NINH_SON}/records/${second}/history`)).json() as { readonly entries: readonly HistoryEntry[] }

    expect(entries.map(({ type, isAlong, changes }) => [type, isAlong, changes.length > 0])).toEqual([['submit', undefined, true], ['move', true, false]])
  })
})

describe('[S47] a personal number', () => {
  it('of a form that lies with another person is looked at again when the two are merged', async () => {
    const [first, second] = [await number.make(number.value(901)), await number.make(number.value(902))]
    const form = newId()
    await officer.push(officer.submit(form, labourHead(hamlet, households.get(second)!, second), labourAnswers({ personalId: number.value(901), idMissingReason: undefined })))
    await officer.pull()
    expect(namesOf('ID-DUP', [first, form])).toEqual([undefined, first])

    await officer.push(number.correct(officer, second, { request: '3', requestTo: first, requestedOn: '2026-11-20', requestedBy: 'x' }))
    await officer.push(number.correct(officer, first, { phone: '0912000345' }))
    await move({ record: second, hamlet, household: households.get(second)!, person: null, same: first, reply: null })
    await officer.pull()

    expect(namesOf('ID-DUP', [first, form])).toEqual([undefined, undefined])
  })

  it('of another commune keeps its warning there, until that record is touched', async () => {
    const first = await number.make(number.value(903))
    const there = await world.hamlet(OTHER_COMMUNE, 'T1')
    const phone = await new TestDevice(world, await world.person('officer', [{ commune: OTHER_COMMUNE, hamlets: null }]), OTHER_COMMUNE).enrol()
    const [household, person] = [newId(), newId()]
    await phone.push(phone.submit(household, householdHead(there), householdAnswers()), phone.submit(person, personHead(there, household), personAnswers({ personalId: number.value(903) })))
    await officer.pull()
    await officer.push(number.correct(officer, first, { personalId: null }))

    await phone.pull()
    expect(phone.records.get(person)?.warnings.map(({ id }) => id)).toContain('ID-DUP')
    await phone.push(phone.submit(person, personHead(there, household), { personalId: null }, 1), phone.submit(person, personHead(there, household), { personalId: number.value(903) }, 2))

    await phone.pull()
    expect(phone.records.get(person)?.warnings.map(({ id }) => id)).not.toContain('ID-DUP')
  })
})

it('[S47] a code that stands for none, on more than are looked at, warns each that comes and lets the others be until so few are left', async () => {
  const records = Array.from({ length: MOST_LOOKED_AT + 2 }, newId).sort()
  await officer.push(...records.map((record) => officer.submit(record, householdHead(hamlet), householdAnswers({ householdCode: '000' }))))
  await officer.pull()
  const [first, second, third, ...rest] = records as [string, string, string, ...string[]]
  expect(namesOf('CODE-DUP', records)).toEqual([undefined, ...[second, third, ...rest].map(() => first)])

  await officer.push(code.correct(officer, first, { householdCode: 'NĐ-1' }))
  await officer.pull()
  expect(namesOf('CODE-DUP', [first, second, third])).toEqual([undefined, first, first])
  await officer.push(code.correct(officer, third, { householdCode: 'NĐ-2' }))
  await officer.pull()

  expect(namesOf('CODE-DUP', [first, second, third, ...rest])).toEqual([undefined, undefined, undefined, ...rest.map(() => second)])
})

it('leaves tables that the log judged once more makes again', async () => {
  expect(await brokenTables(world.deps, NINH_SON)).toEqual([])
})
