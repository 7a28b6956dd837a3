import type { Area, Role } from '../../domain/access'
import { areasColumn } from '../accounts/areas'
import type { Caller } from '../accounts/caller'
import type { Db } from '../database/connect'

/** The user who made operations, with their current role and areas. */
export interface Author {
  readonly id: string
  readonly role: Role
  readonly scopeVersion: number
  readonly areas: readonly Area[]
}

export function authorOf({ user, areas }: Caller): Author {
  return { id: user.id, role: user.role, scopeVersion: user.scopeVersion, areas }
}

/** Finds the author of a sealed operation, which comes without a session. A disabled account is found too: what it collected is still judged (S29). */
export async function findAuthor(db: Db, id: string): Promise<(Author & { readonly isDisabled: boolean }) | undefined> {
  const user = await db.selectFrom('app_user').select(['role', 'scope_version', 'disabled', areasColumn]).where('id', '=', id).executeTakeFirst()
  return user && { id, role: user.role, scopeVersion: user.scope_version, areas: user.areas, isDisabled: user.disabled }
}
