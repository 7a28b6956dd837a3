import { communeByCode, provinceByCode } from '../../domain/codes/units'

/** "Xã Ninh Sơn"; the code itself when the unit is not in the list. */
export function communeName(code: string): string {
  return communeByCode(code)?.label ?? code
}

/** Name of the province a commune lies in; '' when unknown. */
export function provinceNameOf(commune: string): string {
  return provinceByCode(communeByCode(commune)?.province ?? '')?.label ?? ''
}
