import type { RegisterRecord } from '../../../src/domain/records/record'
import { HAMLET, HAMLET_2, registerRecord, USERS } from '../../support/uiWorld'
import { labourAnswers } from '../../support/villageForms'

const id = (kind: string, n: number): string => `0190b000-0000-7000-8${kind}-${String(n).padStart(12, '0')}`
export const recordId = (n: number): string => id('003', n)
const householdId = (n: number): string => id('001', n)
const RUN = '0190c000-0000-7000-8000-000000000001'

/** A submitted labour form of a household of its own, sent by the officer. */
export function submitted(n: number, name: string, more: Partial<RegisterRecord> = {}): RegisterRecord {
  return registerRecord({
    id: recordId(n), kind: 'labour', household: householdId(n), person: id('002', n), answers: labourAnswers({ fullName: name, born: '1994-03-14' }),
    submission: { by: USERS.officer, device: '0190d000-0000-7000-8000-00000000abcd', run: RUN, at: `2026-11-${String(20 - n).padStart(2, '0')}T02:12:00.000Z` },
    ...more,
  })
}

/** The households the forms of these tests hang on. */
export function householdsOf(records: readonly RegisterRecord[]): readonly RegisterRecord[] {
  return records.map((record, index) => registerRecord({
    id: record.household ?? '', kind: 'household', hamlet: record.hamlet, answers: { householdCode: `NS-04${String(index + 1).padStart(2, '0')}`, headName: `Chủ hộ ${index + 1}` },
  }))
}

export const mai = submitted(1, 'Ka Tơr Thị Mai', { warnings: [{ id: 'LS-001', severity: 'warning', field: 'priorityGroups' }], reasons: { 'LS-001': 'Người dân không muốn ghi.' } })
export const man = submitted(2, 'Nguyễn Thị Mận')
export const lanh = submitted(3, 'Nguyễn Văn Lành', { hamlet: HAMLET_2, round: 2, changes: [{ field: 'inactiveReason', from: '1', to: '3' }] })
export const forms = [mai, man, lanh]
export const desk = [...forms, ...householdsOf(forms)]
export { HAMLET, HAMLET_2, RUN }
