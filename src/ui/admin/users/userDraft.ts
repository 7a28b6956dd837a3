import { areSameAreas, type Area, type Role } from '../../../domain/access'
import type { User } from '../../../protocol/api'
import type { Remote } from '../../../remote/remote'
import { usernameProblem, type UsernameProblem } from './suggestUsername'

export interface UserDraft {
  readonly name: string
  readonly username: string
  readonly role: Role
  /** A member's commune stays here without any hamlet: if the role changes, the account gets that commune whole. */
  readonly areas: readonly Area[]
}

export type UserProblem = 'name' | UsernameProblem | 'hamlets' | 'communes'

export function draftOf(user: User | null, commune: string): UserDraft {
  return user ?? { name: '', username: '', role: 'member', areas: [{ commune, hamlets: [] }] }
}

/** The draft with another role. Members get hamlets, everyone else whole communes. */
export function withRole(draft: UserDraft, role: Role): UserDraft {
  if ((role === 'member') === (draft.role === 'member')) return { ...draft, role }
  const areas = draft.areas.map(({ commune }): Area => ({ commune, hamlets: role === 'member' ? [] : null }))
  return { ...draft, role, areas }
}

/** What is wrong with the draft, found without the server, in the order of the form. */
export function problemsOf(draft: UserDraft, isNew: boolean): readonly UserProblem[] {
  const problems: UserProblem[] = []
  if (draft.name.trim() === '') problems.push('name')
  const wrong = isNew ? usernameProblem(draft.username) : null
  if (wrong) problems.push(wrong)
  if (areasToSend(draft.areas).length === 0) problems.push(draft.role === 'member' ? 'hamlets' : 'communes')
  return problems
}

/**
 * Only the parts of the account that the draft changes; `null` = nothing. An unchanged role or area is not sent: it would make the replicas of
 * that account start again, and is refused for one's own account.
 */
export function changeOf(user: User, draft: UserDraft): Parameters<Remote['updateUser']>[1] | null {
  const name = nameToSend(draft)
  const areas = areasToSend(draft.areas)
  const held = { ...(draft.role !== user.role && { role: draft.role }), ...(!areSameAreas(areas, user.areas) && { areas }) }
  const holdsOther = Object.keys(held).length > 0
  if (name === user.name && !holdsOther) return null
  return { ...(name !== user.name && { name }), ...(holdsOther && { ...held, seen: seenOf(user) }) }
}

/** The role and areas as this administrator saw them, sent with a change of either: the server refuses a change made in ignorance of another. */
export const seenOf = ({ role, areas }: User) => ({ role, areas: areasToSend(areas) })

export const nameToSend = ({ name }: UserDraft): string => name.trim().normalize('NFC')

/** The areas as the server accepts them, as plain data: a commune without any chosen hamlet is left out. */
export function areasToSend(areas: readonly Area[]): { commune: string; hamlets: string[] | null }[] {
  return areas.filter(({ hamlets }) => hamlets?.length !== 0).map(({ commune, hamlets }) => ({ commune, hamlets: hamlets === null ? null : [...hamlets] }))
}
