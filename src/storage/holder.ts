import type { Role } from '../domain/access'

/** Whose book this is. Stored encrypted beside the records, so that it is known offline. */
export interface Holder {
  readonly userId: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly communes: readonly { readonly code: string; readonly name: string }[]
}
