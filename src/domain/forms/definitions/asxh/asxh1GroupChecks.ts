import { findBenefitGroup } from '../../../codes/benefits'
import type { AmountLine } from '../../../codes/monthlyAmount'
import { allowanceOn } from '../../asking/allowance'
import type { Check, FindingData } from '../../form'
import type { Asxh } from './asxh1Checks'
import { isAfter } from '../placeChecks'

type Row = NonNullable<Asxh['groups']>[number]

/** Reports the first row in which a rule finds something. `row` counts from 1. */
function firstRow(a: Asxh, finds: (row: Row, a: Asxh) => FindingData | boolean): FindingData | false {
  for (const [index, row] of (a.groups ?? []).entries()) {
    const found = finds(row, a)
    if (found !== false) return { row: index + 1, code: row.code ?? '', ...(found === true ? {} : found) }
  }
  return false
}

function firstLine(a: Asxh, is: (line: AmountLine, row: Row) => boolean): FindingData | false {
  const lines = a.collectedOn === undefined ? [] : allowanceOn(a, a.collectedOn).lines
  return firstRow(a, (row) => lines.some((line) => a.groups?.[line.row] === row && is(line, row)))
}

const isActive = (row: Row, day: string): boolean => !isAfter(row.validFrom, day) && (row.validTo === undefined || row.validTo >= day.slice(0, row.validTo.length))

/** Whether the group has this point. A row without a point passes: the columns' own rules check that. */
function pointExists({ code = '', subCode }: Row): boolean {
  return subCode === undefined || (findBenefitGroup(code)?.subGroups ?? []).some((sub) => sub.code === subCode)
}

const isRuled = (code: string): boolean => (findBenefitGroup(code)?.coefficients.length ?? 0) > 0

/** Whether an earlier active row has the same group and point. */
function isRepeated(row: Row, { groups = [], collectedOn = '' }: Asxh): boolean {
  const earlier = groups.slice(0, groups.indexOf(row))
  return isActive(row, collectedOn) && earlier.some((other) => other.code === row.code && other.subCode === row.subCode && isActive(other, collectedOn))
}

/** Checks 020-029: groups and decisions of a beneficiary. */
export const asxh1GroupChecks: readonly Check<Asxh>[] = [
  { id: 'BT-020', severity: 'error', fields: ['groups', 'collectedOn'],
    words: { vi: 'Không còn nhóm nào đang hưởng vào ngày thu thập ({collectedOn|date})', en: 'No group is in force on the day of the visit ({collectedOn|date})' },
    finds: ({ groups, collectedOn }) =>
      groups !== undefined && collectedOn !== undefined && !groups.some((row) => isActive(row, collectedOn)) && { collectedOn } },
  { id: 'BT-021', severity: 'error', fields: ['groups'],
    words: { vi: 'Dòng {row}: ngày thôi hưởng trước ngày bắt đầu hưởng', en: 'Line {row}: it ends before it begins' },
    finds: (a) => firstRow(a, (row) => row.validFrom !== undefined && row.validTo !== undefined && isAfter(row.validFrom.slice(0, row.validTo.length), row.validTo)) },
  { id: 'BT-022', severity: 'error', fields: ['groups', 'collectedOn'],
    words: { vi: 'Dòng {row}: ngày quyết định sau ngày thu thập', en: 'Line {row}: decided after the day of the visit' },
    finds: (a) => firstRow(a, (row) => isAfter(row.decisionDate, a.collectedOn)) },
  { id: 'BT-023', severity: 'error', fields: ['groups'],
    words: { vi: 'Dòng {row}: nhóm {code} không có điểm {subCode}', en: 'Line {row}: group {code} has no point {subCode}' },
    finds: (a) => firstRow(a, (row) => !pointExists(row) && { subCode: row.subCode ?? '' }) },
  { id: 'BT-024', severity: 'warning', fields: ['groups', 'born', 'collectedOn'],
    words: { vi: 'Dòng {row}: hệ số khác mức của nhóm {code} theo tuổi và khuyết tật. Xem lại quyết định.', en: 'Line {row}: the coefficient is not that of group {code} for this age and degree. Check the decision.' },
    finds: (a) => firstLine(a, (line, row) => row.coefficient !== undefined && line.ruledTenths !== null && line.ruledTenths !== Number(row.coefficient)) },
  { id: 'BT-025', severity: 'warning', fields: ['groups', 'born', 'collectedOn'],
    words: { vi: 'Dòng {row}: tuổi hoặc mức khuyết tật chưa khớp nhóm {code}', en: 'Line {row}: age or degree does not fit group {code}' },
    finds: (a) => firstLine(a, (line, row) => pointExists(row) && line.reason !== 'notNow' && line.ruledTenths === null && isRuled(line.code)) },
  { id: 'BT-026', severity: 'warning', fields: ['groups'],
    words: { vi: 'Dòng {row}: chưa ghi số quyết định', en: 'Line {row}: no decision number' },
    finds: (a) => firstRow(a, (row) => row.decisionNo === undefined) },
  { id: 'BT-027', severity: 'warning', fields: ['groups', 'collectedOn'],
    words: { vi: 'Dòng {row}: nhóm {code} ghi hai lần', en: 'Line {row}: group {code} is written twice' },
    finds: (a) => firstRow(a, (row) => isRepeated(row, a)) },
  { id: 'BT-028', severity: 'warning', fields: ['groups', 'povertyStatus'],
    words: { vi: 'Dòng {row}: nhóm {code} dành cho hộ nghèo, cận nghèo, phiếu ghi “{status|answer:povertyStatus}”', en: 'Line {row}: group {code} is for poor or near-poor households, the form says “{status|answer:povertyStatus}”' },
    finds: (a) => a.povertyStatus !== undefined && firstRow(a, ({ code = '', subCode }) => !fitsPoverty(code, subCode, a.povertyStatus) && { status: a.povertyStatus ?? '' }) },
]

/** Only for poor households, not for near-poor ones: Nghị định 20/2021/NĐ-CP Điều 5 khoản 3, khoản 5 điểm a, khoản 8. */
const poorOnly: readonly string[] = ['BT03', 'BT05a', 'BT08']

function fitsPoverty(code: string, subCode: string | undefined, status: string | undefined): boolean {
  const group = findBenefitGroup(code)
  const needs = group?.needs === 'poverty' && (!group.needsFor || group.needsFor.includes(subCode ?? ''))
  if (!needs) return true
  return status === 'HN' || (status === 'CN' && !poorOnly.includes(`${code}${subCode ?? ''}`))
}
