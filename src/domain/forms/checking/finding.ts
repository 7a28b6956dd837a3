import type { Scalar } from '../answers'

export type Severity = 'error' | 'warning'

/**
 * Something the rules noticed on a record. `id` is stable and never reused (`LS-012`). An `error` prevents submitting; a `warning`
 * goes to the supervisor. `data` is for the words of the finding; it never contains a whole personal number.
 */
export interface Finding {
  readonly id: string
  readonly severity: Severity
  readonly field: string
  readonly data?: { readonly [name: string]: Scalar }
}

/** Used if no other age is set. Source: Thông tư 01/2022, Điều 6. */
export const DEFAULT_MIN_AGE = 15

/** What the rules know besides the answers. It is passed in, because the domain has no clock and no store. */
export interface CheckContext {
  /** Today in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string
  /** Youngest surveyed age, in completed years on the collection date. A setting. */
  readonly minAge: number
  /**
   * Finds a commune by its code. Absent if the list of units is not loaded (on a phone before it is needed). Then only the
   * format of commune codes is checked, and the server, which always has the list, checks the rest.
   */
  readonly findCommune?: (code: string) => CommuneFacts | undefined
}

export interface CommuneFacts {
  /** Two-digit province code. */
  readonly province: string
  readonly validFrom: string
  readonly validTo?: string
}
