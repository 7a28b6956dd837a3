import { describe, expect, it } from 'vitest'
import { recordCheck } from '../../../src/domain/records/digest'
import type { RegisterRecord } from '../../../src/domain/records/record'
import { applyImport } from '../../../src/server/sync/applyImport'
import { importDeviceId } from '../../../src/server/sync/importDevice'
import { DEVICE_TIME, householdAnswers, householdHead, labourAnswers, labourHead, personAnswers, personHead } from '../../support/villageForms'
import { NINH_SON, OTHER_COMMUNE } from '../../support/database/serverWorld'
import { TestDevice, village } from '../../support/syncWorld'

const { world, hamlet, officer, colleague, desk, home, labour } = await village()
const newId = world.deps.newId
const NUMBER = '058090000123'
const duplicates = async (record: string) => {
  await officer.pull()
  return officer.records.get(record)!.warnings.filter(({ id }) => id === 'ID-DUP')
}

describe('a personal number', () => {
  it('held by another person is a warning that names the other record', async () => {
    const first = await home(NUMBER)
    const second = await home(NUMBER)

    expect(await duplicates(second.person)).toEqual([{ id: 'ID-DUP', severity: 'warning', field: 'personalId', data: { commune: NINH_SON, record: first.person } }])
  })

  it('on the person and on the person\'s own form is no duplicate', async () => {
    const { household, person } = await home('058090000456')
    const id = newId()

    await officer.push(officer.submit(id, labourHead(hamlet, household, person), labourAnswers({ personalId: '058090000456', idMissingReason: undefined })))

    expect(await duplicates(id)).toEqual([])
  })

  it('given up is free for another person', async () => {
    const first = await home('058090000789')
    await officer.push(officer.submit(first.person, personHead(hamlet, first.household), { personalId: null }, 1))

    expect(await duplicates((await home('058090000789')).person)).toEqual([])
  })

  it('corrected takes its warning away', async () => {
    await home('058090000321')
    const second = await home('058090000321')

    await officer.push(officer.submit(second.person, personHead(hamlet, second.household), { personalId: '058090000322' }, 1))

    expect(await duplicates(second.person)).toEqual([])
  })

  it('is found in another commune too', async () => {
    const first = await home('058090000999')
    const there = await world.hamlet(OTHER_COMMUNE, 'T1')
    const phone = await new TestDevice(world, await world.person('officer', [{ commune: OTHER_COMMUNE, hamlets: null }]), OTHER_COMMUNE).enrol()
    const [household, person] = [newId(), newId()]

    await phone.push(phone.submit(household, householdHead(there), householdAnswers()), phone.submit(person, personHead(there, household), personAnswers({ personalId: '058090000999' })))

    await phone.pull()
    expect(phone.records.get(person)?.warnings.find(({ id }) => id === 'ID-DUP')?.data).toEqual({ commune: NINH_SON, record: first.person })
  })

  it('is kept as a keyed hash only', async () => {
    await home('058090000555')

    const rows = await world.deps.db.selectFrom('number_registry').selectAll().execute()

    expect(JSON.stringify(rows)).not.toContain('058090000555')
  })
})

describe('one record', () => {
  it('is read whole, as a pull tells it, and that it was read is written down', async () => {
    const { id } = await labour()
    await officer.pull()

    const { record } = (await world.send(officer.person, 'GET', `/api/communes/${NINH_SON}/records/${id}`)).json() as { readonly record: RegisterRecord }

    expect(record).toEqual(officer.records.get(id))
    expect(recordCheck(record)).toBe(recordCheck(officer.records.get(id)!))
    expect(await world.deps.db.selectFrom('access_log').select(['user_id', 'what']).where('record', '=', id).execute()).toEqual([{ user_id: officer.person.id, what: 'record' }])
  })

  it('that is not there, or no id at all, is not found', async () => {
    const statuses = await Promise.all([newId(), 'x', '%27%20or%201=1'].map(async (id) => (await world.send(desk.person, 'GET', `/api/communes/${NINH_SON}/records/${id}`)).statusCode))

    expect(statuses).toEqual([404, 404, 404])
  })
})

describe('the history of a record', () => {
  it('tells who did what when, and that it was read', async () => {
    const { id, head } = await labour()
    await desk.push(desk.op({ type: 'return', record: id, base: 1, notes: [{ field: 'born', text: 'Xem giấy khai sinh' }] }))
    await officer.push(officer.submit(id, head, { born: '1991-05-02' }, 2))

    const { entries } = (await world.send(desk.person, 'GET', `/api/communes/${NINH_SON}/records/${id}/history`)).json()

    expect(entries.map((entry: { type: string }) => entry.type)).toEqual(['submit', 'return', 'submit'])
    expect(entries[1]).toMatchObject({ by: desk.person.id, device: desk.id, outcome: 'accepted', notes: [{ field: 'born', text: 'Xem giấy khai sinh' }], at: '2026-11-25T02:00:00.000Z', deviceTime: DEVICE_TIME, receipt: expect.stringMatching(/^22810-/) })
    expect(entries[2].changes).toEqual([{ field: 'born', from: '1990-05-02', to: '1991-05-02' }])
    const log = await world.deps.db.selectFrom('access_log').select(['user_id', 'what']).where('record', '=', id).execute()
    expect(log).toEqual([{ user_id: desk.person.id, what: 'history' }])
  })

  it('keeps a held value to be read after somebody chose the other one', async () => {
    const { id, head } = await labour()
    await colleague.push(colleague.submit(id, head, { phone: '0905123456' }, 1))
    await officer.push(officer.submit(id, head, { phone: '0905999999' }, 1))
    await colleague.push(colleague.op({ type: 'resolve', record: id, base: 3, choices: [{ hold: `${officer.id}:${officer.counter}:phone`, take: 'current' }] }))

    const { entries } = (await world.send(desk.person, 'GET', `/api/communes/${NINH_SON}/records/${id}/history`)).json()

    expect(entries[2]).toMatchObject({ outcome: 'held', by: officer.person.id, changes: [{ field: 'phone', to: '0905999999', applied: false }] })
    expect(entries[3]).toMatchObject({ type: 'resolve', outcome: 'accepted', changes: [] })
  })

  it('tells why a decision or a form was refused, and what the form said', async () => {
    const { id, head } = await labour()
    for (const base of [1, 2]) await desk.push(desk.op({ type: 'return', record: id, base, notes: [{ field: 'born', text: 'Xem giấy khai sinh' }] }))
    await officer.push(officer.submit(id, head, { born: '2990-01-01', phone: null }, 2))

    const { entries } = (await world.send(desk.person, 'GET', `/api/communes/${NINH_SON}/records/${id}/history`)).json()

    expect(entries[2]).toMatchObject({ type: 'return', outcome: 'refused', reason: 'notReviewable', changes: [], notes: [{ text: 'Xem giấy khai sinh' }] })
    expect(entries[3]).toMatchObject({ type: 'submit', outcome: 'refused', reason: 'findings', changes: [{ field: 'born', to: '2990-01-01', applied: false }, { field: 'phone', applied: false }] })
    expect(entries[0]).not.toHaveProperty('reason')
  })

  it('of a record that is not there, or of none, is not found', async () => {
    const statuses = await Promise.all([newId(), 'x', '%27%20or%201=1'].map(async (id) => (await world.send(desk.person, 'GET', `/api/communes/${NINH_SON}/records/${id}/history`)).statusCode))

    expect(statuses).toEqual([404, 404, 404])
  })
})

describe('an import', () => {
  const operation = (record: string, head: ReturnType<typeof householdHead>, patch: object) =>
    ({ type: 'submit', record, base: 0, at: DEVICE_TIME, head, form: `${head.kind}@1`, patch: patch as Record<string, string> }) as const

  it('writes all rows as records with a history of their own kind', async () => {
    const admin = await world.person('admin', [])
    const [household, person] = [newId(), newId()]

    const done = await applyImport(world.deps, { commune: NINH_SON, author: admin.id, run: newId(), operations: [
      operation(household, householdHead(hamlet), householdAnswers()),
      operation(person, personHead(hamlet, household), personAnswers()),
    ] })

    expect(done).toEqual({ ok: true, value: { records: 2 } })
    await officer.pull()
    expect(officer.records.get(person)).toMatchObject({ status: 'live', submission: { by: admin.id, device: importDeviceId(NINH_SON) } })
    const { type } = await world.deps.db.selectFrom('operation').select('type').where('record', '=', person).executeTakeFirstOrThrow()
    expect(type).toBe('import')
  })

  it('with one wrong row writes nothing and names the row', async () => {
    const admin = await world.person('admin', [])
    const household = newId()

    const done = await applyImport(world.deps, { commune: NINH_SON, author: admin.id, run: newId(), operations: [
      operation(household, householdHead(hamlet), householdAnswers()),
      operation(newId(), personHead(hamlet, household), { born: '1990' }),
    ] })

    expect(done).toEqual({ ok: false, error: [{ index: 1, reason: 'findings', findings: [{ id: 'PE-REQ', severity: 'error', field: 'fullName' }] }] })
    expect(await world.deps.db.selectFrom('record').select('id').where('id', '=', household).executeTakeFirst()).toBeUndefined()
  })

  it('has a device that nobody can sync as', async () => {
    expect((await officer.send({ ...officer.request([]), device: importDeviceId(NINH_SON) })).statusCode).toBe(403)
  })
})
