import type { CodeItem } from './codeItem'
import type { CoefficientRule } from './coefficient'

/** Which budget a group is paid from: social protection, social pension, or people with merit and their relatives. */
export type BenefitFamily = 'protection' | 'pension' | 'merit'

/**
 * One beneficiary group. If `coefficients` is empty, the monthly amount is entered from the decision, not computed.
 * `needs`: what the record must also contain (read by the form's checks).
 */
export interface BenefitGroup extends CodeItem {
  readonly family: BenefitFamily
  readonly legalBasis: string
  readonly coefficients: readonly CoefficientRule[]
  readonly needs?: 'disability' | 'poverty'
  /** Sub-codes to which `needs` applies. Absent = all. */
  readonly needsFor?: readonly string[]
}

const ND20 = 'Nghị định 20/2021/NĐ-CP, Điều 5'
const PL02 = 'Pháp lệnh 02/2020/UBTVQH14, Điều 3'
const ND176 = 'Luật BHXH 41/2024/QH15; Nghị định 176/2025/NĐ-CP'
const protection = { family: 'protection', validFrom: '2021-07-01' } as const
const pension = { family: 'pension', validFrom: '2025-07-01', legalBasis: ND176 } as const
const merit = { family: 'merit', validFrom: '2021-07-01', coefficients: [] } as const

const orphanKinds: readonly CodeItem[] = [
  { code: 'a', label: 'Bị bỏ rơi chưa có người nhận làm con nuôi', labelEn: 'Abandoned, not adopted' },
  { code: 'b', label: 'Mồ côi cả cha và mẹ', labelEn: 'Both parents dead' },
  { code: 'c', label: 'Mồ côi cha hoặc mẹ, người còn lại bị tuyên bố mất tích', labelEn: 'One parent dead, the other declared missing' },
  { code: 'd', label: 'Mồ côi cha hoặc mẹ, người còn lại đang ở cơ sở trợ giúp xã hội', labelEn: 'One parent dead, the other in a social home' },
  { code: 'đ', label: 'Mồ côi cha hoặc mẹ, người còn lại đang chấp hành án hoặc biện pháp xử lý', labelEn: 'One parent dead, the other serving a sentence or measure' },
  { code: 'e', label: 'Cả cha và mẹ bị tuyên bố mất tích', labelEn: 'Both parents declared missing' },
  { code: 'g', label: 'Cả cha và mẹ đang ở cơ sở trợ giúp xã hội', labelEn: 'Both parents in a social home' },
  { code: 'h', label: 'Cả cha và mẹ đang chấp hành án hoặc biện pháp xử lý', labelEn: 'Both parents serving a sentence or measure' },
  { code: 'i', label: 'Cha hoặc mẹ mất tích, người còn lại đang ở cơ sở trợ giúp xã hội', labelEn: 'One parent missing, the other in a social home' },
  { code: 'k', label: 'Cha hoặc mẹ mất tích, người còn lại đang chấp hành án hoặc biện pháp xử lý', labelEn: 'One parent missing, the other serving a sentence or measure' },
  { code: 'l', label: 'Cha hoặc mẹ ở cơ sở trợ giúp xã hội, người còn lại đang chấp hành án hoặc biện pháp xử lý', labelEn: 'One parent in a social home, the other serving a sentence or measure' },
]

/** Since NĐ 176/2025 those from 75 to 80 and those over 80 without a pension belong to the social pension (from general knowledge). */
const elderKinds: readonly CodeItem[] = [
  { code: 'a', label: 'Hộ nghèo, không có người phụng dưỡng', labelEn: 'Poor household, nobody to care for them' },
  { code: 'b', label: '75–80 tuổi, hộ nghèo hoặc cận nghèo, vùng DTTS và miền núi đặc biệt khó khăn', labelEn: '75 to 80 years, poor or near-poor, minority or mountain region of special difficulty', validTo: '2025-06-30', doubtful: true },
  { code: 'c', label: 'Từ 80 tuổi, không có lương hưu hay trợ cấp', labelEn: 'From 80 years, without pension or allowance', validTo: '2025-06-30', doubtful: true },
  { code: 'd', label: 'Đủ điều kiện vào cơ sở trợ giúp xã hội, được nhận chăm sóc tại cộng đồng', labelEn: 'Entitled to a social home, cared for in the community' },
]

const protectionGroups: readonly BenefitGroup[] = [
  { ...protection, code: 'BT01', short: 'Trẻ em không nguồn nuôi dưỡng', label: 'Trẻ em dưới 16 tuổi không có nguồn nuôi dưỡng', labelEn: 'Child under 16 without a source of support', legalBasis: `${ND20} khoản 1`, subGroups: orphanKinds, coefficients: [{ under: 4, tenths: 25 }, { from: 4, under: 16, tenths: 15 }] },
  { ...protection, code: 'BT02', short: 'Người từ 16 tuổi đang học', label: 'Người thuộc nhóm trẻ em không có nguồn nuôi dưỡng, đủ 16 tuổi đang học (không quá 22 tuổi)', labelEn: 'Child without a source of support, 16 or older and at school (to 22)', legalBasis: `${ND20} khoản 2`, coefficients: [{ from: 16, under: 23, tenths: 15 }] },
  { ...protection, code: 'BT03', short: 'Trẻ em nhiễm HIV', label: 'Trẻ em nhiễm HIV/AIDS thuộc hộ nghèo', labelEn: 'Child with HIV/AIDS of a poor household', legalBasis: `${ND20} khoản 3`, needs: 'poverty', coefficients: [{ under: 4, tenths: 25 }, { from: 4, under: 16, tenths: 20 }] },
  { ...protection, code: 'BT04', short: 'Đơn thân nghèo nuôi con', label: 'Người đơn thân thuộc hộ nghèo, cận nghèo đang nuôi con', labelEn: 'Single parent of a poor or near-poor household raising children', legalBasis: `${ND20} khoản 4`, needs: 'poverty', coefficients: [{ tenths: 10, perChild: true }] },
  { ...protection, code: 'BT05', short: 'Người cao tuổi', label: 'Người cao tuổi', labelEn: 'Older person', legalBasis: `${ND20} khoản 5`, subGroups: elderKinds, needs: 'poverty', needsFor: ['a', 'b', 'd'], coefficients: [
    { subCode: 'a', from: 80, tenths: 20 }, { subCode: 'a', from: 60, under: 80, tenths: 15 },
    { subCode: 'b', from: 75, under: 80, tenths: 10 }, { subCode: 'c', from: 80, tenths: 10 }, { subCode: 'd', from: 60, tenths: 30 },
  ] },
  { ...protection, code: 'BT06', short: 'Người khuyết tật', label: 'Người khuyết tật đặc biệt nặng, nặng', labelEn: 'Person with a very severe or severe disability', legalBasis: `${ND20} khoản 6`, needs: 'disability', coefficients: [
    { degree: '1', childOrElder: true, tenths: 25 }, { degree: '1', childOrElder: false, tenths: 20 },
    { degree: '2', childOrElder: true, tenths: 20 }, { degree: '2', childOrElder: false, tenths: 15 },
  ] },
  { ...protection, code: 'BT07', short: 'Trẻ em dưới 3 tuổi', label: 'Trẻ em dưới 3 tuổi thuộc hộ nghèo, cận nghèo ở vùng đặc biệt khó khăn', labelEn: 'Child under 3 of a poor or near-poor household in a region of special difficulty', legalBasis: `${ND20} khoản 7`, needs: 'poverty', coefficients: [{ under: 3, tenths: 15 }] },
  { ...protection, code: 'BT08', short: 'Người nhiễm HIV', label: 'Người nhiễm HIV/AIDS thuộc hộ nghèo, không có thu nhập ổn định', labelEn: 'Person with HIV/AIDS of a poor household, without a steady income', legalBasis: `${ND20} khoản 8`, needs: 'poverty', coefficients: [{ tenths: 15 }] },
  { ...protection, code: 'BT09', short: 'Đối tượng của tỉnh', label: 'Đối tượng khác do Hội đồng nhân dân tỉnh quyết định', labelEn: 'Others by decision of the province’s People’s Council', legalBasis: 'Nghị định 20/2021/NĐ-CP, Điều 4 khoản 3 điểm b', coefficients: [] },
]

const pensionGroups: readonly BenefitGroup[] = [
  { ...pension, code: 'HT01', short: 'Hưu trí xã hội 75+', label: 'Trợ cấp hưu trí xã hội: từ 75 tuổi, không có lương hưu', labelEn: 'Social pension: from 75 years, without a pension', coefficients: [{ from: 75, tenths: 10 }] },
  { ...pension, code: 'HT02', short: 'Hưu trí xã hội 70–74', label: 'Trợ cấp hưu trí xã hội: 70 đến dưới 75 tuổi, hộ nghèo hoặc cận nghèo', labelEn: 'Social pension: 70 to under 75 years, poor or near-poor household', needs: 'poverty', coefficients: [{ from: 70, under: 75, tenths: 10 }] },
]

const meritGroups: readonly BenefitGroup[] = [
  { ...merit, code: 'NC01', short: 'Hoạt động CM trước 1945', label: 'Người hoạt động cách mạng trước ngày 01/01/1945', labelEn: 'In the revolution before 1 January 1945', legalBasis: `${PL02} điểm a` },
  { ...merit, code: 'NC02', short: 'Tiền khởi nghĩa', label: 'Người hoạt động cách mạng từ 01/01/1945 đến khởi nghĩa tháng Tám', labelEn: 'In the revolution from 1 January 1945 to the August uprising', legalBasis: `${PL02} điểm b` },
  { ...merit, code: 'NC03', label: 'Liệt sĩ', labelEn: 'Martyr', legalBasis: `${PL02} điểm c` },
  { ...merit, code: 'NC04', label: 'Bà mẹ Việt Nam anh hùng', labelEn: 'Heroic Vietnamese mother', legalBasis: `${PL02} điểm d` },
  { ...merit, code: 'NC05', label: 'Anh hùng Lực lượng vũ trang nhân dân', labelEn: 'Hero of the people’s armed forces', legalBasis: `${PL02} điểm đ` },
  { ...merit, code: 'NC06', label: 'Anh hùng Lao động trong thời kỳ kháng chiến', labelEn: 'Labour hero of the resistance', legalBasis: `${PL02} điểm e` },
  { ...merit, code: 'NC07', short: 'Thương binh', label: 'Thương binh, người hưởng chính sách như thương binh', labelEn: 'War invalid, or treated as one', legalBasis: `${PL02} điểm g` },
  { ...merit, code: 'NC08', label: 'Bệnh binh', labelEn: 'Soldier disabled by illness', legalBasis: `${PL02} điểm h` },
  { ...merit, code: 'NC09', short: 'Nhiễm chất độc hóa học', label: 'Người hoạt động kháng chiến bị nhiễm chất độc hóa học', labelEn: 'Resistance fighter exposed to toxic chemicals', legalBasis: `${PL02} điểm i` },
  { ...merit, code: 'NC10', short: 'Bị địch bắt tù, đày', label: 'Người hoạt động cách mạng, kháng chiến bị địch bắt tù, đày', labelEn: 'Imprisoned or exiled by the enemy for revolution or resistance', legalBasis: `${PL02} điểm k` },
  { ...merit, code: 'NC11', short: 'Hoạt động kháng chiến', label: 'Người hoạt động kháng chiến giải phóng dân tộc, bảo vệ Tổ quốc, làm nghĩa vụ quốc tế', labelEn: 'In the resistance, defence or international duty', legalBasis: `${PL02} điểm l` },
  { ...merit, code: 'NC12', label: 'Người có công giúp đỡ cách mạng', labelEn: 'Helped the revolution', legalBasis: `${PL02} điểm m` },
  { ...merit, code: 'TN01', short: 'Thân nhân NCC', label: 'Thân nhân của người có công với cách mạng', labelEn: 'Relative of a person with merit', legalBasis: 'Pháp lệnh 02/2020/UBTVQH14; Nghị định 131/2021/NĐ-CP' },
]

/**
 * Beneficiary groups with the coefficients of Nghị định 20/2021/NĐ-CP Điều 5-6. Nghị định 335/2026/NĐ-CP continues the
 * policy from 1 July 2026. Its own categories have not been seen, so the groups have no last day.
 */
export const benefitGroups: readonly BenefitGroup[] = [...protectionGroups, ...pensionGroups, ...meritGroups]

const byCode = new Map(benefitGroups.map((group) => [group.code, group]))

export function findBenefitGroup(code: string): BenefitGroup | undefined {
  return byCode.get(code)
}
