import { communeByCode, provinceByCode } from '../../domain/codes/units'

/** The name of a commune, such as "Xã Ninh Sơn". A code that is not in the list is returned itself. */
export function communeName(code: string): string {
  return communeByCode(code)?.label ?? code
}

/** The province of a commune. Empty strings = unknown. */
export function provinceOf(commune: string): { readonly province: string; readonly provinceCode: string } {
  const provinceCode = communeByCode(commune)?.province ?? ''
  return { province: provinceByCode(provinceCode)?.label ?? '', provinceCode }
}
