import type { Answers } from '../../../src/domain/forms/answers'

const place = {
  provinceCode: '56', communeCode: '22810', hamletCode: 'TSL', hamletName: 'Thôn Suối Le', householdCode: 'NS-0412',
  collectedOn: '2026-11-20', collectorId: '01890000-0000-7000-8000-000000000001',
} as const

const woman = {
  fullName: 'Ka Tơr Thị Mai', born: '1994-03-12', sex: '2', personalId: '058194000123',
  permanentAddressCode: '22810', permanentAddressDetail: 'Thôn Suối Le', sameAsPermanent: true, ethnicityCode: '21',
} as const

/** An employed Ra-glai woman of 32, nothing wrong with her form. */
export const employedWoman: Answers = {
  ...place, ...woman, relationToHead: '3', priorityGroups: ['6'], generalEducation: '3', technicalLevel: '1',
  activityStatus: '1', employmentPosition: '4', hasContract: true, contractType: '1', contractStart: '2025-02', jobTitle: 'Phụ hồ', siParticipation: '1',
  workplaceType: '5', enterpriseType: '2', workplaceName: 'Công ty Xây dựng Ninh Sơn', industryCode: 'F', workplaceAddressCode: '22810',
  trainingNeed: false, jobNeed: false, informantIsSelf: true,
}

const noJob = {
  employmentPosition: undefined, hasContract: undefined, contractType: undefined, contractStart: undefined, jobTitle: undefined, siParticipation: undefined,
  workplaceType: undefined, enterpriseType: undefined, workplaceName: undefined, industryCode: undefined, workplaceAddressCode: undefined,
} as const

export const unemployedWoman: Answers = { ...employedWoman, ...noJob, activityStatus: '2', everWorked: '1', previousJob: 'Bẻ bắp thuê', unemploymentDuration: '1' }
export const inactiveWoman: Answers = { ...employedWoman, ...noJob, activityStatus: '3', inactiveReason: '3' }

/** A woman of 61 with a severe disability who is paid into her own account; nothing wrong with her record. */
export const disabledElder: Answers = {
  ...place, ...woman, born: '1965', personalId: '058165000123',
  groups: [{ code: 'BT06', coefficient: '20', validFrom: '2024-07', decisionNo: '123/QĐ-UBND', decisionDate: '2024-06-20' }],
  disabilityTypes: ['1'], disabilityDegree: '2', disabilityCertificateNo: '45/GXN', disabilityCertificateDate: '2020',
  lacksCapacity: false, accountStatus: 'PERSONAL', accountKind: 'BANK', accountOwnerName: 'KA TOR THI MAI', bankBin: '970405', accountNumber: '4809205123456',
  payMethod: 'BANK',
}

export const household: Answers = { householdCode: 'NS-0412', headName: 'Pi Năng Thị Sinh', address: 'Thôn Suối Le', walkNote: 'Cạnh nhà cộng đồng' }

export const person: Answers = { fullName: 'Ka Tơr Thị Mai', born: '1994-03-12', sex: '2', relationToHead: '3', personalId: '058194000123', ethnicityCode: '21' }
