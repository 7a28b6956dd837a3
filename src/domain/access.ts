/** Roles. An account has one role; its areas say where the role counts. */
export const roles = ['member', 'officer', 'supervisor', 'admin'] as const
export type Role = (typeof roles)[number]

/** The part of a commune an account may act on: all of it, or certain hamlets (village members). */
export interface Area {
  readonly commune: string
  /** `null` = every hamlet of the commune. */
  readonly hamlets: readonly string[] | null
}

/** Actions on records by role. Administrators manage accounts and imports, and see no records (least privilege). */
const recordActions = {
  member: ['read', 'submit', 'resolve'],
  officer: ['read', 'submit', 'resolve'],
  supervisor: ['read', 'accept', 'return', 'resolve', 'move'],
  admin: [],
} as const satisfies Record<Role, readonly RecordAction[]>

export type RecordAction = 'read' | 'submit' | 'accept' | 'return' | 'resolve' | 'move'

export function mayAct(role: Role, action: RecordAction): boolean {
  return (recordActions[role] as readonly RecordAction[]).includes(action)
}

/**
 * Whether a role may see who lives with HIV (Luật 64/2006 about HIV, Nghị định 356/2025). Members of the village team are neighbours of
 * the people they visit, so they neither read nor write such a group (`mayMakeChange`).
 */
export const mayReadHivGroups = (role: Role): boolean => role === 'officer' || role === 'supervisor'

export function isInArea(areas: readonly Area[], commune: string, hamlet: string): boolean {
  return areas.some((area) => area.commune === commune && (area.hamlets === null || area.hamlets.includes(hamlet)))
}

/** Whether two lists of areas are the same. The order does not count. */
export function areSameAreas(one: readonly Area[], other: readonly Area[]): boolean {
  return inOrder(one) === inOrder(other)
}

const inOrder = (areas: readonly Area[]): string => areas.map(({ commune, hamlets }) => [commune, ...(hamlets ? [...new Set(hamlets)].sort() : ['*'])].join(' ')).sort().join()
