import { communeByCode, provinceByCode } from '../../domain/codes/units'

/** "Xã Ninh Sơn"; the code itself when the unit is not in the list. */
export function communeName(code: string): string {
  return communeByCode(code)?.label ?? code
}

/** The province a commune lies in; '' when unknown. */
export function provinceOf(commune: string): { readonly province: string; readonly provinceCode: string } {
  const provinceCode = communeByCode(commune)?.province ?? ''
  return { province: provinceByCode(provinceCode)?.label ?? '', provinceCode }
}
