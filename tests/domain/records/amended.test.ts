import { describe, expect, it } from 'vitest'
import { amend, amendedOf, type AmendedRecord } from '../../../src/domain/records/amended'
import { applyOperation } from '../../../src/domain/records/judging/apply'
import type { Operation, SubmitOperation } from '../../../src/domain/records/operation'
import type { RegisterRecord } from '../../../src/domain/records/record'
import type { RecordState } from '../../../src/domain/records/recordState'
import { householdAnswers, householdHead, ids, submit } from '../../support/villageForms'

const HOME = ids.household
const context = (device: string) => ({
  commune: '22810', author: { id: ids.officer, role: 'officer' as const }, device, run: ids.run, receivedAt: '2026-11-25T01:00:00.000Z', check: { today: '2026-11-25', minAge: 15 },
})
const made = submit(1, HOME, householdHead(), householdAnswers({ phone: '0912345678', walkOrder: 3 }) as SubmitOperation['patch'])
const mine = submit(2, HOME, householdHead(), { headName: 'Lò Thị Bản', phone: null }, 1)
const theirs = submit(1, HOME, householdHead(), { address: 'Số 7' }, 1)

/** The record after each of these, as the server judges them. */
function history(...ops: readonly (readonly [device: string, op: Operation])[]): readonly RegisterRecord[] {
  let state: RecordState | undefined
  return ops.map(([device, op]) => {
    state = applyOperation(state, op, context(device)).state
    return state!.record
  })
}

const [first, second, third] = history([ids.phoneA, made], [ids.phoneA, mine], [ids.phoneB, theirs]) as [RegisterRecord, RegisterRecord, RegisterRecord]
const held = (record: RegisterRecord | undefined, ...operations: readonly Operation[]) =>
  ({ commune: '22810', records: new Map(record ? [[record.id, record]] : []), operations: new Map(operations.map((op) => [op.counter, op])) })
const wire = (amended: AmendedRecord): AmendedRecord => JSON.parse(JSON.stringify(amended))

describe('a record told to a replica that has an earlier version', () => {
  it('carries of the answers only what was written since, cleared ones as null', () => {
    const amended = wire(amendedOf(third, { from: 1, fields: new Set(['headName', 'phone', 'address']), own: [] }))

    expect(amended.patch).toEqual({ headName: 'Lò Thị Bản', phone: null, address: 'Số 7' })
    expect(amend(amended, held(first))).toEqual(third)
  })

  it('amends a later version just as well, and twice like once', () => {
    const amended = amendedOf(third, { from: 1, fields: new Set(['headName', 'phone', 'address']), own: [] })

    expect(amend(amended, held(second))).toEqual(third)
    expect(amend(amended, held(third))).toEqual(third)
  })

  it('is not made up from a version before the one it begins at, nor from nothing', () => {
    const amended = amendedOf(third, { from: 2, fields: new Set(['address']), own: [] })

    expect(amend(amended, held(first))).toBeUndefined()
    expect(amend(amended, held(undefined))).toBeUndefined()
  })
})

describe('a record told to the phone whose own submissions are in it', () => {
  it('names them instead of saying them again', () => {
    const amended = wire(amendedOf(second, { from: 0, fields: new Set(['headName', 'phone']), own: [made, mine] }))

    expect(amended).toMatchObject({ id: null, own: [1, 2], patch: {} })
    expect(amend(amended, held(undefined, made, mine))).toEqual(second)
  })

  it('says what others wrote besides, and what of them was not applied', () => {
    const overruled = submit(3, HOME, householdHead(), { headName: 'Lò Văn Khác', walkOrder: 9 }, 1)
    const standing = { ...third, answers: { ...third.answers, walkOrder: 9 } }
    const amended = amendedOf(standing, { from: 1, fields: new Set(['address', 'walkOrder']), own: [mine, overruled] })

    expect(amended.patch).toEqual({ address: 'Số 7', headName: 'Lò Thị Bản' })
    expect(amend(amended, held(first, mine, overruled))).toEqual(standing)
  })

  it('is asked for whole when one of them is not there any more, or is no submission', () => {
    const amended = amendedOf(second, { from: 0, fields: new Set(), own: [made, mine] })

    expect(amend(amended, held(undefined, made))).toBeUndefined()
    expect(amend(amended, held(undefined, made, { type: 'accept', counter: 2, record: HOME, base: 1, at: mine.at }))).toBeUndefined()
  })
})
