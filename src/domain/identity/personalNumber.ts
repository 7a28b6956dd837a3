import { idPrefixes } from '../codes/idPrefixes'
import type { PartialDate } from '../time'

/** What is known about the holder, to compare with the number. Absent facts are not compared. */
export interface NumberHolder {
  /** `1` Nam, `2` Nữ. */
  readonly sex?: string | undefined
  readonly born?: PartialDate | undefined
}

export type NumberWarning = 'prefix' | 'sex' | 'year'

/**
 * A wrong structure is an error. A contradiction to the holder is only a warning, because people born abroad have a country code, and civil
 * status is corrected. `oldNumber` is a nine-digit CMND: invalid since 1 January 2025, stored only in a field of its own.
 */
export type NumberCheck =
  | { readonly ok: false; readonly error: 'notDigits' | 'oldNumber' | 'length' }
  | {
      readonly ok: true
      /** Province of birth registration (one of the former 63). `null` = the prefix is none of them. */
      readonly place: string | null
      readonly sex: '1' | '2'
      readonly birthYear: number
      readonly warnings: readonly NumberWarning[]
    }

/**
 * Checks a số định danh cá nhân: 3 digits place of birth registration, 1 century and sex, 2 year of birth, 6 random.
 * There is no check digit. Source: Nghị định 137/2015/NĐ-CP Điều 13; Thông tư 59/2021/TT-BCA. Never throws.
 */
export function checkPersonalNumber(value: string, holder: NumberHolder = {}): NumberCheck {
  if (!/^\d*$/.test(value)) return { ok: false, error: 'notDigits' }
  if (value.length === 9) return { ok: false, error: 'oldNumber' }
  if (value.length !== 12) return { ok: false, error: 'length' }
  const place = idPrefixes.get(value.slice(0, 3)) ?? null
  const century = Number(value[3])
  const sex = century % 2 === 0 ? '1' : '2'
  const birthYear = 1900 + Math.floor(century / 2) * 100 + Number(value.slice(4, 6))
  const warnings: NumberWarning[] = []
  if (place === null) warnings.push('prefix')
  if (holder.sex !== undefined && holder.sex !== sex) warnings.push('sex')
  if (holder.born !== undefined && holder.born.slice(0, 4) !== String(birthYear)) warnings.push('year')
  return { ok: true, place, sex, birthYear, warnings }
}
