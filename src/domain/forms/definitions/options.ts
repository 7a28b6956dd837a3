import type { CodeItem } from '../../codes/codeItem'

/*
 * Option lists used by several forms. They are part of the frozen versions that use them: a new wording or code needs a new
 * list beside the old one.
 */

export const sexes = [
  { code: '1', label: 'Nam', labelEn: 'Male' },
  { code: '2', label: 'Nữ', labelEn: 'Female' },
] as const satisfies readonly CodeItem[]

/** There is no code 8, because the printed form leaves it out. */
export const relationsToHead = [
  { code: '1', label: 'Chủ hộ', labelEn: 'Head' },
  { code: '2', label: 'Vợ/Chồng', labelEn: 'Spouse' },
  { code: '3', label: 'Con', labelEn: 'Child' },
  { code: '4', label: 'Cha/Mẹ', labelEn: 'Parent' },
  { code: '5', label: 'Ông/Bà', labelEn: 'Grandparent' },
  { code: '6', label: 'Anh, Chị, Em', labelEn: 'Sibling' },
  { code: '7', label: 'Cháu ruột', labelEn: 'Grandchild, nephew or niece' },
  { code: '9', label: 'Khác', labelEn: 'Other' },
] as const satisfies readonly CodeItem[]

/** Why a person has no 12-digit number on the form. */
export const idMissingReasons = [
  { code: '1', label: 'Chưa đăng ký khai sinh hoặc chưa được cấp số', labelEn: 'Birth not registered or no number given yet' },
  { code: '2', label: 'Trẻ em chưa làm thẻ, chưa biết số', labelEn: 'Child without a card, number not known' },
  { code: '3', label: 'Mất giấy tờ, không nhớ số', labelEn: 'Papers lost, number not remembered' },
  { code: '4', label: 'Chỉ có CMND 9 số', labelEn: 'Only the old nine-digit card' },
  { code: '5', label: 'Giấy tờ không ở nhà lúc thu thập', labelEn: 'Papers not at home at the visit' },
  { code: '9', label: 'Lý do khác', labelEn: 'Other reason' },
] as const satisfies readonly CodeItem[]

/** A household has its status for one year. Source: Nghị định 07/2021/NĐ-CP. */
export const povertyStatuses = [
  { code: 'HN', label: 'Hộ nghèo', labelEn: 'Poor household' },
  { code: 'CN', label: 'Hộ cận nghèo', labelEn: 'Near-poor household' },
  { code: 'KN', label: 'Không thuộc hộ nghèo, cận nghèo', labelEn: 'Neither' },
] as const satisfies readonly CodeItem[]
