import type { PlainDate } from '../time'

/** One entry of an official or local code list. `code` is stored; `label` is what people read. */
export interface CodeItem {
  readonly code: string
  /** Vietnamese, NFC. */
  readonly label: string
  readonly labelEn?: string
  readonly short?: string
  /** What people call it; found by, never shown. */
  readonly everyday?: string
  /** First and last day the entry may be chosen; open when absent. A record keeps an ended code it already has. */
  readonly validFrom?: PlainDate
  readonly validTo?: PlainDate
  /** The points an entry is divided into; a column `subCode` beside the one that names the entry holds which. */
  readonly subGroups?: readonly CodeItem[]
  /** The document the entry comes from, when it differs from the list's own. */
  readonly source?: string
  /** Not confirmed in an official text: to be checked before anybody relies on it. */
  readonly doubtful?: true
}
