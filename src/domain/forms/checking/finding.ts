import type { Scalar } from '../answers'

export type Severity = 'error' | 'warning'

/**
 * One thing the rules noticed about a record. `id` is stable and never reused (`LS-012`); an `error` stops submit,
 * a `warning` travels to the supervisor. `data` fills the words; it never holds a whole personal number.
 */
export interface Finding {
  readonly id: string
  readonly severity: Severity
  readonly field: string
  readonly data?: { readonly [name: string]: Scalar }
}

/** Where no other age is set: Thông tư 01/2022, Điều 6. */
export const DEFAULT_MIN_AGE = 15

/** What the rules may know besides the answers. Everything is an argument: the domain has no clock and no store. */
export interface CheckContext {
  /** Today in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string
  /** Youngest age surveyed, in completed years at the collection date. A setting. */
  readonly minAge: number
  /**
   * Looks a commune up by its code. Absent where the list of units is not loaded (a phone before it is needed): then
   * communes are checked for form only, and the server, which always has the list, checks the rest.
   */
  readonly findCommune?: (code: string) => CommuneFacts | undefined
}

export interface CommuneFacts {
  /** Two-digit province code. */
  readonly province: string
  readonly validFrom: string
  readonly validTo?: string
}
