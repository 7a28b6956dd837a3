import type { Area, Role } from '../../../domain/access'
import type { User } from '../../../protocol/api'
import { isUsername } from './suggestUsername'

export interface UserDraft {
  readonly name: string
  readonly username: string
  readonly role: Role
  readonly areas: readonly Area[]
}

export type UserProblem = 'name' | 'username' | 'hamlets' | 'communes'

export function draftOf(user: User | null, commune: string): UserDraft {
  return user ?? { name: '', username: '', role: 'member', areas: [{ commune, hamlets: [] }] }
}

/** The draft with another role: members hold hamlets, everyone else whole communes. */
export function withRole(draft: UserDraft, role: Role): UserDraft {
  if ((role === 'member') === (draft.role === 'member')) return { ...draft, role }
  const areas = draft.areas.map(({ commune }): Area => ({ commune, hamlets: role === 'member' ? [] : null }))
  return { ...draft, role, areas }
}

/** What is missing before the server need be asked, in the order of the form. */
export function problemsOf(draft: UserDraft, isNew: boolean): readonly UserProblem[] {
  const problems: UserProblem[] = []
  if (draft.name.trim() === '') problems.push('name')
  if (isNew && !isUsername(draft.username)) problems.push('username')
  const isEmpty = draft.areas.length === 0 || draft.areas.some((area) => area.hamlets?.length === 0)
  if (isEmpty) problems.push(draft.role === 'member' ? 'hamlets' : 'communes')
  return problems
}

/** What goes to the server: names NFC, areas as plain data. */
export function areasToSend(areas: readonly Area[]): { commune: string; hamlets: string[] | null }[] {
  return areas.map(({ commune, hamlets }) => ({ commune, hamlets: hamlets === null ? null : [...hamlets] }))
}
