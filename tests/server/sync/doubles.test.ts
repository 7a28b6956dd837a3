import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/domain/forms/checking/finding'
import type { Operation } from '../../../src/domain/records/operation'
import { applyBatch } from '../../../src/server/sync/judging/applyBatch'
import { beforeCommit } from '../../support/beforeCommit'
import { householdAnswers, householdHead, labourAnswers, labourHead, personAnswers, personHead } from '../../support/villageForms'
import { NINH_SON } from '../../support/database/serverWorld'
import { deskMoves } from '../../support/deskMoves'
import { village, type TestDevice } from '../../support/syncWorld'

const place = await village()
const { world, hamlet, officer, colleague, desk, home, labour } = place
const newId = world.deps.newId

async function warnings(record: string): Promise<readonly Finding[]> {
  await officer.pull()
  return officer.records.get(record)!.warnings
}

/** The first phone's batch is judged and written, but not committed until the second's waits for it or is through. */
async function atOnce(first: TestDevice, ops: readonly Operation[], second: () => Promise<unknown>): Promise<void> {
  const { id, person, commune } = first
  const author = { id: person.id, role: first === desk ? 'supervisor' : 'officer', scopeVersion: 1, areas: [{ commune, hamlets: null }] } as const
  await beforeCommit(world.deps.db, (tx) => applyBatch(tx, world.deps, { commune, device: id, author, run: newId(), receivedAt: '2026-11-25T02:00:00.000Z', ops: ops.map((op) => ({ counter: op.counter, raw: op })) }), second)
}

const registration = (phone: TestDevice, number: string) => {
  const [household, person] = [newId(), newId()]
  const ops = [
    phone.submit(household, householdHead(hamlet), householdAnswers()),
    phone.submit(person, personHead(hamlet, household), personAnswers({ personalId: number })),
  ]
  return { person, ops }
}

describe('one personal number registered by two phones at the same moment', () => {
  it('is noticed: the second learns of the first', async () => {
    const mine = registration(officer, '058090000777')
    const other = registration(colleague, '058090000777')

    await atOnce(officer, mine.ops, () => colleague.push(...other.ops))

    expect(await warnings(other.person)).toContainEqual({ id: 'ID-DUP', severity: 'warning', field: 'personalId', data: { commune: NINH_SON, record: mine.person } })
  })

  it('is noticed also when somebody had held it before and given it up', async () => {
    const given = await home('058090000778')
    await officer.push(officer.submit(given.person, personHead(hamlet, given.household), { personalId: null }, 1))
    const mine = registration(officer, '058090000778')
    const other = registration(colleague, '058090000778')

    await atOnce(officer, mine.ops, () => colleague.push(...other.ops))

    expect((await warnings(other.person)).map(({ id }) => id)).toContain('ID-DUP')
  })

  it('is noticed also when one of them holds it again because the desk takes two people apart', async () => {
    const [kept, apart] = [await home(), await home('058090000779')]
    const at = { record: apart.person, hamlet, household: apart.household, person: null }
    await officer.push({ ...officer.submit(apart.person, personHead(hamlet, apart.household), { phone: '0912000345' }, 1), form: 'person@3' })
    expect(await deskMoves(place).move({ ...at, same: kept.person })).toEqual([{ kind: 'accepted', version: 3 }])
    const other = registration(colleague, '058090000779')

    await atOnce(desk, [desk.op({ type: 'move', base: 3, ...at, same: null })], () => colleague.push(...other.ops))

    expect(await warnings(other.person)).toContainEqual({ id: 'ID-DUP', severity: 'warning', field: 'personalId', data: { commune: NINH_SON, record: apart.person } })
  })
})

describe('a second form of one kind for one person', () => {
  it('is taken, with a warning that names the first', async () => {
    const { id, head } = await labour()
    const again = newId()

    const { outcomes } = await colleague.push(colleague.submit(again, head, labourAnswers()))

    expect(outcomes[0]?.outcome.kind).toBe('accepted')
    expect(await warnings(again)).toContainEqual({ id: 'FORM-DUP', severity: 'warning', field: 'fullName', data: { commune: NINH_SON, record: id } })
    expect((await warnings(id)).map((warning) => warning.id)).not.toContain('FORM-DUP')
  })

  it('keeps its warning when it is corrected', async () => {
    const { head } = await labour()
    const again = newId()
    await officer.push(officer.submit(again, head, labourAnswers()))

    await officer.push(officer.submit(again, head, { born: '1991-05-02' }, 1))

    expect((await warnings(again)).map((warning) => warning.id)).toContain('FORM-DUP')
  })

  it('is noticed within one batch', async () => {
    const { household, person } = await home()
    const [first, second] = [newId(), newId()]

    await officer.push(...[first, second].map((id) => officer.submit(id, labourHead(hamlet, household, person), labourAnswers())))

    expect((await warnings(second)).find(({ id }) => id === 'FORM-DUP')?.data).toEqual({ commune: NINH_SON, record: first })
  })

  it('is noticed when two phones send theirs at the same moment', async () => {
    const { household, person } = await home()
    const [mine, other] = [newId(), newId()]
    const head = labourHead(hamlet, household, person)

    await atOnce(officer, [officer.submit(mine, head, labourAnswers())], () => colleague.push(colleague.submit(other, head, labourAnswers())))

    expect((await warnings(other)).find(({ id }) => id === 'FORM-DUP')?.data).toEqual({ commune: NINH_SON, record: mine })
  })
})

describe('one code of two households', () => {
  const codeOf = async (record: string): Promise<Finding | undefined> => (await warnings(record)).find(({ id }) => id === 'CODE-DUP')
  const named = (record: string): Finding => ({ id: 'CODE-DUP', severity: 'warning', field: 'householdCode', data: { commune: NINH_SON, record } })
  const submit = (phone: TestDevice, id: string, householdCode: string, base = 0) => phone.submit(id, householdHead(hamlet), base === 0 ? householdAnswers({ householdCode }) : { householdCode }, base)

  it('is taken, with a warning that names the first, whatever its letters', async () => {
    const [first, second] = [newId(), newId()]
    await officer.push(submit(officer, first, 'NĐ-0101'))

    const { outcomes } = await colleague.push(submit(colleague, second, 'nđ-0101'))

    expect(outcomes[0]?.outcome.kind).toBe('accepted')
    expect([await codeOf(first), await codeOf(second)]).toEqual([undefined, named(first)])
  })

  it('is none where the hamlets write other letters before the same number', async () => {
    const second = newId()
    await officer.push(submit(officer, newId(), 'A-0102'), submit(officer, second, 'B-0102'))

    expect(await codeOf(second)).toBeUndefined()
  })

  it('keeps its warning while something else is said of the household, and loses it with the code', async () => {
    const [first, second] = [newId(), newId()]
    await officer.push(submit(officer, first, 'NS-0103'), submit(officer, second, 'NS-0103'))

    await officer.push(officer.submit(second, householdHead(hamlet), { headName: 'Katơr Thị Ba' }, 1))
    expect(await codeOf(second)).toEqual(named(first))
    await officer.push(submit(officer, second, 'NS-0104', 2))

    expect(await codeOf(second)).toBeUndefined()
  })

  it('is free when the first has been given another', async () => {
    const [first, second] = [newId(), newId()]
    await officer.push(submit(officer, first, 'NS-0105'))
    await officer.push(submit(officer, first, 'NS-0106', 1), submit(officer, second, 'NS-0105'))

    expect(await codeOf(second)).toBeUndefined()
  })

  it('is noticed when two phones send theirs at the same moment', async () => {
    const [mine, other] = [newId(), newId()]

    await atOnce(officer, [submit(officer, mine, 'NS-0107')], () => colleague.push(submit(colleague, other, 'NS-0107')))

    expect(await codeOf(other)).toEqual(named(mine))
  })

  it('is one household\'s while they are the same, and again two\'s when the desk takes them apart: a warning on who comes back', async () => {
    const [kept, aside] = [newId(), newId()]
    await officer.push(submit(officer, kept, 'NS-0108'), submit(officer, aside, 'NS-0108'))
    await officer.push({ ...officer.submit(kept, householdHead(hamlet), { address: 'Tổ 2' }, 1), form: 'household@4' }, { ...officer.submit(aside, householdHead(hamlet), { address: 'Tổ 2' }, 1), form: 'household@4' })
    const at = { record: aside, hamlet, household: null, person: null }
    expect(await codeOf(aside)).toEqual(named(kept))

    expect((await deskMoves(place).move({ ...at, same: kept })).map(({ kind }) => kind)).toEqual(['accepted'])
    expect([await codeOf(kept), await codeOf(aside)]).toEqual([undefined, undefined])
    expect((await deskMoves(place).move({ ...at, same: null })).map(({ kind }) => kind)).toEqual(['accepted'])

    expect([await codeOf(kept), await codeOf(aside)]).toEqual([undefined, named(kept)])
  })
})
