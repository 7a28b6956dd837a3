import type { Area, Role } from '../../domain/access'

/** An administrator reaches an account only when every commune of it is one of the administrator's own. */
export function isWithinReach(admin: readonly Area[], account: readonly Area[]): boolean {
  return account.length > 0 && account.every(({ commune }) => admin.some((area) => area.commune === commune && area.hamlets === null))
}

/** Areas an account may be given: at least one, each commune once; administrators hold whole communes. */
export function areSound(role: Role, areas: readonly Area[]): boolean {
  const communes = new Set(areas.map(({ commune }) => commune))
  return areas.length > 0 && communes.size === areas.length && (role !== 'admin' || areas.every(({ hamlets }) => hamlets === null))
}
