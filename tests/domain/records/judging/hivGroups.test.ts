import { describe, expect, it } from 'vitest'
import type { Role } from '../../../../src/domain/access'
import type { AnswerRow } from '../../../../src/domain/forms/answers'
import { applyOperation, type Applied, type RecordState } from '../../../../src/domain/records/judging/apply'
import type { Operation, ResolveOperation, SubmitOperation } from '../../../../src/domain/records/operation'
import type { RecordHead } from '../../../../src/domain/records/record'
import { DEVICE_TIME, ids, submit } from '../../../support/villageForms'
import { disabledElder } from '../../forms/completeAnswers'

/* Members of the village team neither read who lives with HIV nor write it (decision 0038). */

const disabled = (disabledElder.groups as readonly AnswerRow[])[0]!
const hiv: AnswerRow = { code: 'BT08', coefficient: '15', validFrom: '2025-01' }
const child: AnswerRow = { code: 'BT03', coefficient: '20', validFrom: '2025-01' }
const head: RecordHead = { kind: 'asxh', hamlet: ids.hamlet, household: ids.household, person: ids.person }
const poor = { povertyStatus: 'HN', povertyYear: 2025, povertyB1: 80, povertyB2: 20 }
type Patch = SubmitOperation['patch']
const groups = (...rows: readonly AnswerRow[]): Patch => ({ groups: rows.map((row) => ({ ...row })) as Patch[string] })
const refused = { kind: 'refused', reason: 'notAllowed' }

/** One beneficiary record, and whoever writes on it: each role on a device of its own. */
function asxhDesk(first: readonly AnswerRow[] | null) {
  const devices: Partial<Record<Role, string>> = { officer: ids.phoneA, member: ids.phoneB, supervisor: ids.desk }
  let state: RecordState | undefined
  let counter = 0
  const apply = (role: Role, op: Operation): Applied => {
    const applied = applyOperation(state, op, {
      commune: '22810', author: { id: ids.officer, role }, device: devices[role]!, run: ids.run,
      receivedAt: '2026-11-25T02:00:00.000Z', check: { today: '2026-11-25', minAge: 15 },
    })
    state = applied.state
    return applied
  }
  const write = (role: Role, base: number, patch: Patch) => apply(role, { ...submit((counter += 1), ids.labour, head, patch, base), form: 'asxh@2' })
  const resolve = (role: Role, take: 'current' | 'held', base = state!.record.version) =>
    apply(role, { type: 'resolve', counter: (counter += 1), record: ids.labour, base, at: DEVICE_TIME, choices: state!.record.holds.map(({ id }) => ({ hold: id, take })) } satisfies ResolveOperation)
  const create = (role: Role, rows: readonly AnswerRow[]) => write(role, 0, { ...(disabledElder as Patch), ...poor, ...groups(...rows) })
  if (first) expect(create('officer', first).outcome).toEqual({ kind: 'accepted', version: 1 })
  return {
    write, resolve, create,
    accept: () => apply('supervisor', { type: 'accept', counter: (counter += 1), record: ids.labour, base: state!.record.version, at: DEVICE_TIME }),
    groups: () => state?.record.answers.groups,
    holds: () => state?.record.holds.map(({ value }) => value),
  }
}

describe('a group of people living with HIV, written by a member of the village team,', () => {
  it.each<readonly [string, readonly AnswerRow[], readonly AnswerRow[]]>([
    ['added', [disabled], [disabled, hiv]],
    ['added in place of another', [disabled], [child]],
    ['changed', [disabled, hiv], [disabled, { ...hiv, validFrom: '2025-02' }]],
    ['made another one', [disabled, hiv], [disabled, child]],
    ['removed', [disabled, hiv], [disabled]],
    ['said twice', [disabled, hiv], [disabled, hiv, hiv]],
  ])('is refused: %s', (_what, before, after) => {
    const desk = asxhDesk(before)

    expect(desk.write('member', 1, groups(...after)).outcome).toEqual(refused)

    expect(desk.groups()).toEqual(before)
  })

  it('is refused where all groups are cleared, and in a new record', () => {
    const desk = asxhDesk([disabled, hiv])
    expect(desk.write('member', 1, { groups: null }).outcome).toEqual(refused)

    expect(asxhDesk(null).create('member', [hiv]).outcome).toEqual(refused)
    expect(asxhDesk(null).create('member', [disabled]).outcome).toMatchObject({ kind: 'accepted' })
  })

  it('is refused on an accepted form too', () => {
    const desk = asxhDesk([disabled, hiv])
    desk.accept()

    expect(desk.write('member', 2, groups(disabled)).outcome).toEqual(refused)
    expect(desk.holds()).toEqual([])
  })

  it('may come back as it was, beside a group that changed', () => {
    const desk = asxhDesk([disabled, hiv])
    const changed = { ...disabled, decisionNo: '7/QĐ-UBND' }

    expect(desk.write('member', 1, { ...groups(changed, hiv), payMethod: 'CASH_HOME' }).outcome).toMatchObject({ kind: 'accepted' })

    expect(desk.groups()).toEqual([changed, hiv])
  })

  it('[S15] is held and not refused where an officer wrote it after the version the member saw', () => {
    const desk = asxhDesk([disabled])
    desk.write('officer', 1, groups(disabled, hiv))
    const changed = { ...disabled, decisionNo: '7/QĐ-UBND' }

    expect(desk.write('member', 1, groups(changed)).outcome).toMatchObject({ kind: 'held', fields: ['groups'] })

    expect([desk.groups(), desk.holds()]).toEqual([[disabled, hiv], [[changed]]])
  })
})

describe('values of which one names such a group', () => {
  const held = () => {
    const desk = asxhDesk([disabled])
    desk.write('officer', 1, groups(disabled, hiv))
    desk.write('member', 1, groups({ ...disabled, decisionNo: '7/QĐ-UBND' }))
    return desk
  }

  it.each(['held', 'current'] as const)('are not chosen between by a member: %s', (take) => {
    const desk = held()

    expect(desk.resolve('member', take).outcome).toEqual(refused)

    expect([desk.groups(), desk.holds()?.length]).toEqual([[disabled, hiv], 1])
  })

  it('are chosen between by an officer', () => {
    const desk = held()

    expect(desk.resolve('officer', 'held').outcome).toMatchObject({ kind: 'accepted' })

    expect(desk.groups()).toEqual([{ ...disabled, decisionNo: '7/QĐ-UBND' }])
  })

  it('are chosen between by a member where all name it alike', () => {
    const desk = asxhDesk([disabled, hiv])
    desk.write('officer', 1, groups({ ...disabled, decisionNo: '6/QĐ-UBND' }, hiv))
    desk.write('member', 1, groups({ ...disabled, decisionNo: '7/QĐ-UBND' }, hiv))

    expect(desk.resolve('member', 'held').outcome).toMatchObject({ kind: 'accepted' })
    expect(desk.groups()).toEqual([{ ...disabled, decisionNo: '7/QĐ-UBND' }, hiv])
  })
})

it.each<readonly [string, readonly AnswerRow[], readonly AnswerRow[]]>([
  ['adds', [disabled], [disabled, hiv]],
  ['changes', [disabled, hiv], [disabled, child]],
  ['removes', [disabled, hiv], [disabled]],
])('an officer %s such a group', (_what, before, after) => {
  const desk = asxhDesk(before)

  expect(desk.write('officer', 1, groups(...after)).outcome).toMatchObject({ kind: 'accepted' })
  expect(desk.groups()).toEqual(after)
})
