/** Roles, widest last. One role per account; areas say where it holds. */
export const roles = ['member', 'officer', 'supervisor', 'admin'] as const
export type Role = (typeof roles)[number]

/** What an account may act on inside one commune: the whole of it, or named hamlets (village members). */
export interface Area {
  readonly commune: string
  /** `null` = every hamlet of the commune. */
  readonly hamlets: readonly string[] | null
}

/** Record actions by role. Administrators keep accounts and imports and see no records: least privilege. */
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
 * Whether a role is ever shown who lives with HIV (Luật 64/2006 about HIV, Nghị định 356/2025): members of the village team are the
 * neighbours of those they visit, and neither read such a group nor write it.
 */
export const mayReadHivGroups = (role: Role): boolean => role === 'officer' || role === 'supervisor'

export function isInArea(areas: readonly Area[], commune: string, hamlet: string): boolean {
  return areas.some((area) => area.commune === commune && (area.hamlets === null || area.hamlets.includes(hamlet)))
}

/** Whether two lists of areas hold the same, in whatever order they are told. */
export function areSameAreas(one: readonly Area[], other: readonly Area[]): boolean {
  return inOrder(one) === inOrder(other)
}

const inOrder = (areas: readonly Area[]): string => areas.map(({ commune, hamlets }) => [commune, ...(hamlets ? [...new Set(hamlets)].sort() : ['*'])].join(' ')).sort().join()
