/**
 * `mobile` and `landline` are stored as `value` (digits, leading 0). `converted` is an 11-digit mobile number from before
 * 15 September 2018: the screen offers the new number in `value`, and a person must accept it.
 */
export type PhoneCheck =
  | { readonly kind: 'mobile' | 'landline'; readonly value: string }
  | { readonly kind: 'converted'; readonly value: string; readonly from: string }
  | { readonly kind: 'wrong' }

const MOBILE = /^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/
const LANDLINE = /^02\d{8,9}$/

/** Former four-digit prefixes, and the three-digit prefixes that replaced them. */
const heirs: Readonly<Record<string, string>> = {
  '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036', '0167': '037', '0168': '038', '0169': '039',
  '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078',
  '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082',
  '0186': '056', '0188': '058', '0199': '059',
}

/** Digits of a phone number as people write it: without spaces, dots and dashes, with 0 in place of +84 / 84. Other text stays as it is. */
export function normalisePhone(text: string): string {
  const digits = text.replace(/[\s.()-]/g, '')
  return digits.replace(/^(\+84|0084|84(?=\d{9,10}$))0?/, '0')
}

/** Checks the format of a Vietnamese phone number. Never throws. */
export function checkPhone(text: string): PhoneCheck {
  const value = normalisePhone(text)
  if (MOBILE.test(value)) return { kind: 'mobile', value }
  if (LANDLINE.test(value)) return { kind: 'landline', value }
  const heir = /^\d{11}$/.test(value) ? heirs[value.slice(0, 4)] : undefined
  return heir ? { kind: 'converted', value: heir + value.slice(4), from: value } : { kind: 'wrong' }
}
