import type { Area, Role } from '../../domain/access'

/** The sender of a request, as the database has them now. Role and areas are never read from the request. */
export interface Caller {
  readonly user: {
    readonly id: string
    readonly username: string
    readonly name: string
    readonly role: Role
    readonly scopeVersion: number
  }
  readonly areas: readonly Area[]
  readonly session: { readonly tokenHash: string; readonly csrf: string }
}
