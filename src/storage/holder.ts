import type { Role } from '../domain/access'

/** Who opened the book on this device. Known offline: kept encrypted beside the records. */
export interface Holder {
  readonly userId: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly communes: readonly { readonly code: string; readonly name: string }[]
}
