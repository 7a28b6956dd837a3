import type { Area, Role } from '../../domain/access'

/** Whether an administrator may act on an account: the administrator must have every commune of the account, each as a whole. */
export function isWithinReach(admin: readonly Area[], account: readonly Area[]): boolean {
  return account.length > 0 && account.every(({ commune }) => admin.some((area) => area.commune === commune && area.hamlets === null))
}

/** Whether an account may have these areas: at least one, each commune once, and for administrators only whole communes. */
export function areSound(role: Role, areas: readonly Area[]): boolean {
  const communes = new Set(areas.map(({ commune }) => commune))
  return areas.length > 0 && communes.size === areas.length && (role !== 'admin' || areas.every(({ hamlets }) => hamlets === null))
}
