import { checkPersonalNumber, type NumberCheck } from '../../identity/personalNumber'
import type { Check, Words } from '../form'

/** The answers these checks read. Every form about a person has them under these ids. */
export interface IdentityValues {
  readonly fullName?: string | undefined
  readonly born?: string | undefined
  readonly sex?: string | undefined
  readonly personalId?: string | undefined
  readonly oldId9?: string | undefined
  readonly idMissingReason?: string | undefined
}

const NAME = /^[\p{L}\p{M}' -]+$/u

const words = {
  nameLetters: { vi: 'Họ tên chỉ gồm chữ cái, dấu cách, dấu phẩy trên và dấu gạch nối', en: 'A name has letters, spaces, apostrophes and hyphens only' },
  oneWord: { vi: 'Họ tên mới có một chữ. Xem lại giấy tờ.', en: 'The name is a single word. Check the papers.' },
  sex: { vi: 'Số này là của {numberSex|answer:sex|lower}, phiếu ghi {sex|answer:sex|lower}. Nhìn lại thẻ.', en: 'This number belongs to a {numberSex|answer:sex|lower}, the form says {sex|answer:sex|lower}. Look at the card again.' },
  year: { vi: 'Số này là của người sinh năm {numberYear}, phiếu ghi {born|date}. Nhìn lại thẻ.', en: 'This number belongs to someone born in {numberYear}, the form says {born|date}. Look at the card again.' },
  prefix: { vi: 'Ba số đầu {prefix} không phải mã tỉnh nào. Nhìn lại thẻ. Sinh ở nước ngoài thì giữ nguyên.', en: 'The first three digits {prefix} are no province. Look at the card again; keep it if born abroad.' },
  oldNumber: { vi: 'Chỉ có CMND thì ghi số CMND vào ô “Số CMND cũ”', en: 'With only the old card, write its number under “Old nine-digit number”' },
} as const satisfies Record<string, Words>

/** Checks 006, 007 and 010-012 of a form about a person. A wrong structure of the number is an error of the field itself. */
export function identityChecks(prefix: string): readonly Check<IdentityValues>[] {
  return [
    { id: `${prefix}-006`, severity: 'warning', fields: ['fullName'], words: words.oneWord, finds: (a) => a.fullName !== undefined && !a.fullName.includes(' ') },
    { id: `${prefix}-007`, severity: 'error', fields: ['fullName'], words: words.nameLetters, finds: (a) => a.fullName !== undefined && !NAME.test(a.fullName) },
    { id: `${prefix}-010`, severity: 'warning', fields: ['personalId', 'sex'], words: words.sex, finds: (a) => {
      const number = numberOf(a)
      return number?.warnings.includes('sex') ? { numberSex: number.sex, sex: a.sex ?? '' } : false
    } },
    { id: `${prefix}-011`, severity: 'warning', fields: ['personalId', 'born'], words: words.year, finds: (a) => {
      const number = numberOf(a)
      return number?.warnings.includes('year') ? { numberYear: number.birthYear, born: a.born ?? '' } : false
    } },
    { id: `${prefix}-012`, severity: 'warning', fields: ['personalId'], words: words.prefix, finds: (a) =>
      numberOf(a)?.warnings.includes('prefix') ? { prefix: a.personalId?.slice(0, 3) ?? '' } : false },
  ]
}

/** For missing reason 4, "only the old card": then the old number is what is needed to clean the register. */
export function oldNumberCheck(prefix: string): Check<IdentityValues> {
  return { id: `${prefix}-013`, severity: 'warning', fields: ['oldId9', 'idMissingReason'], words: words.oldNumber, finds: (a) => a.idMissingReason === '4' && a.oldId9 === undefined }
}

function numberOf(a: IdentityValues): Extract<NumberCheck, { ok: true }> | undefined {
  if (a.personalId === undefined) return undefined
  const check = checkPersonalNumber(a.personalId, { sex: a.sex, born: a.born })
  return check.ok ? check : undefined
}
