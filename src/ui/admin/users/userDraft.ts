import { areSameAreas, type Area, type Role } from '../../../domain/access'
import type { User } from '../../../protocol/api'
import type { Remote } from '../../../remote/remote'
import { usernameProblem, type UsernameProblem } from './suggestUsername'

export interface UserDraft {
  readonly name: string
  readonly username: string
  readonly role: Role
  /** A member's communes stay when their last hamlet is left: another role then has them whole. */
  readonly areas: readonly Area[]
}

export type UserProblem = 'name' | UsernameProblem | 'hamlets' | 'communes'

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
  const wrong = isNew ? usernameProblem(draft.username) : null
  if (wrong) problems.push(wrong)
  if (areasToSend(draft.areas).length === 0) problems.push(draft.role === 'member' ? 'hamlets' : 'communes')
  return problems
}

/**
 * What of an account the draft changes, and nothing else: role and area told again start the replicas of its person anew, and for the
 * own account are refused. `null` = nothing.
 */
export function changeOf(user: User, draft: UserDraft): Parameters<Remote['updateUser']>[1] | null {
  const name = nameToSend(draft)
  const areas = areasToSend(draft.areas)
  const held = { ...(draft.role !== user.role && { role: draft.role }), ...(!areSameAreas(areas, user.areas) && { areas }) }
  const holdsOther = Object.keys(held).length > 0
  if (name === user.name && !holdsOther) return null
  return { ...(name !== user.name && { name }), ...(holdsOther && { ...held, seen: seenOf(user) }) }
}

/** What an account was seen to be, beside a change of its role or areas: the server refuses one that overlooks another. */
export const seenOf = ({ role, areas }: User) => ({ role, areas: areasToSend(areas) })

export const nameToSend = ({ name }: UserDraft): string => name.trim().normalize('NFC')

/** Areas as plain data, and as the server knows them: a commune in which no hamlet is chosen is none. */
export function areasToSend(areas: readonly Area[]): { commune: string; hamlets: string[] | null }[] {
  return areas.filter(({ hamlets }) => hamlets?.length !== 0).map(({ commune, hamlets }) => ({ commune, hamlets: hamlets === null ? null : [...hamlets] }))
}
