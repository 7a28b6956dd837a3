import { ageAt, oldestAgeAt } from '../../../identity/ageAt'
import { foldName } from '../../../identity/nameKey'
import type { ValuesOf } from '../../answersOf'
import type { Check } from '../../form'
import { identityChecks, oldNumberCheck } from '../identityChecks'
import type { labour1Fields } from './labour1'
import { isAfter, visitChecks } from '../placeChecks'

type Labour = ValuesOf<typeof labour1Fields>

/** Codes that are no ethnic minority: 01 Kinh, 55 foreigner, 56 unknown. */
const notMinority: readonly string[] = ['01', '55', '56']

/** The checks of labour@1. FROZEN with the form; ids are never reused. */
export const labour1Checks: readonly Check<Labour>[] = [
  { id: 'LS-001', severity: 'error', fields: ['born', 'collectedOn'],
    words: { vi: 'Chưa đủ {minAge} tuổi vào ngày thu thập ({collectedOn|date}): không làm phiếu lao động', en: 'Under {minAge} on the day of the visit ({collectedOn|date}): no labour form' },
    // If only the year of birth is known, a person who may have reached the age is accepted.
    finds: ({ born, collectedOn }, { minAge }) =>
      born !== undefined && collectedOn !== undefined && !isAfter(born, collectedOn) && oldestAgeAt(born, collectedOn) < minAge && { minAge, collectedOn } },
  ...visitChecks('LS'),
  { id: 'LS-004', severity: 'error', fields: ['contractStart', 'collectedOn'],
    words: { vi: 'Ngày bắt đầu hợp đồng sau ngày thu thập ({collectedOn|date})', en: 'The contract starts after the day of the visit ({collectedOn|date})' },
    finds: ({ contractStart, collectedOn }) => isAfter(contractStart, collectedOn) && { collectedOn: collectedOn ?? '' } },
  { id: 'LS-005', severity: 'error', fields: ['priorityGroups'],
    words: { vi: 'Không thể vừa hộ nghèo vừa hộ cận nghèo: bỏ một mục', en: 'Not both poor and near-poor: take one away' },
    finds: ({ priorityGroups = [] }) => priorityGroups.includes('2') && priorityGroups.includes('3') },
  ...identityChecks('LS'),
  oldNumberCheck('LS'),
  { id: 'LS-014', severity: 'warning', fields: ['born', 'collectedOn'],
    words: { vi: 'Đã {age} tuổi. Xem lại ngày sinh.', en: '{age} years old. Check the date of birth.' },
    finds: ({ born, collectedOn }) => born !== undefined && collectedOn !== undefined && ageAt(born, collectedOn) > 110 && { age: ageAt(born, collectedOn) } },
  { id: 'LS-020', severity: 'warning', fields: ['priorityGroups', 'ethnicityCode'],
    words: { vi: 'Dân tộc {ethnicity|answer:ethnicityCode} nhưng chưa chọn “Dân tộc thiểu số”', en: 'Ethnicity {ethnicity|answer:ethnicityCode}, but “Ethnic minority” is not chosen' },
    finds: ({ ethnicityCode, priorityGroups = [] }) =>
      ethnicityCode !== undefined && !notMinority.includes(ethnicityCode) && !priorityGroups.includes('6') && { ethnicity: ethnicityCode } },
  { id: 'LS-021', severity: 'warning', fields: ['priorityGroups', 'ethnicityCode'],
    words: { vi: 'Dân tộc {ethnicity|answer:ethnicityCode} nhưng đã chọn “Dân tộc thiểu số”', en: 'Ethnicity {ethnicity|answer:ethnicityCode}, but “Ethnic minority” is chosen' },
    finds: ({ ethnicityCode, priorityGroups = [] }) =>
      ethnicityCode !== undefined && notMinority.includes(ethnicityCode) && priorityGroups.includes('6') && { ethnicity: ethnicityCode } },
  { id: 'LS-022', severity: 'warning', fields: ['technicalLevel', 'generalEducation'],
    words: { vi: '{level|answer:technicalLevel} nhưng học vấn ghi “{education|answer:generalEducation}”. Hỏi lại.', en: '{level|answer:technicalLevel}, but general education says “{education|answer:generalEducation}”. Ask again.' },
    finds: ({ technicalLevel, generalEducation }) =>
      technicalLevel !== undefined && generalEducation !== undefined && technicalLevel >= '6' && generalEducation < '4' && { level: technicalLevel, education: generalEducation } },
  { id: 'LS-023', severity: 'warning', fields: ['siParticipation', 'employmentPosition'],
    words: { vi: 'Đóng BHXH bắt buộc thường là người làm công ăn lương. Hỏi lại.', en: 'Compulsory insurance usually means wage work. Ask again.' },
    finds: ({ siParticipation, employmentPosition }) => siParticipation === '1' && employmentPosition !== undefined && employmentPosition !== '4' },
  { id: 'LS-024', severity: 'warning', fields: ['inactiveReason', 'priorityGroups'],
    words: { vi: 'Không đi làm vì khuyết tật nhưng chưa chọn “Người khuyết tật” ở Đối tượng ưu tiên', en: 'Not active because of a disability, but “Person with a disability” is not chosen' },
    finds: ({ inactiveReason, priorityGroups = [] }) => inactiveReason === '4' && !priorityGroups.includes('1') },
  { id: 'LS-025', severity: 'warning', fields: ['currentAddressDetail', 'currentAddressCode', 'permanentAddressCode', 'permanentAddressDetail'],
    words: { vi: 'Nơi ở hiện tại trùng nơi thường trú. Nếu vẫn ở đó, chọn “Có” ở câu trước.', en: 'The current residence is the permanent one. If so, answer “Yes” above.' },
    finds: (a) => a.currentAddressCode !== undefined && a.currentAddressCode === a.permanentAddressCode
      && foldName(a.currentAddressDetail ?? '') === foldName(a.permanentAddressDetail ?? '') },
]
