import type { PlainDate } from '../time'

/** One entry of an official or local code list. `code` is stored, `label` is shown. */
export interface CodeItem {
  readonly code: string
  /** Vietnamese, NFC. */
  readonly label: string
  readonly labelEn?: string
  readonly short?: string
  /** Everyday words for it. Used for search, never shown. */
  readonly everyday?: string
  /** First and last day on which the entry may be chosen. Absent = no limit. A record that has the code keeps it after that. */
  readonly validFrom?: PlainDate
  readonly validTo?: PlainDate
  /** The points of this entry. A row that stores the entry stores the point in its column `subCode`. */
  readonly subGroups?: readonly CodeItem[]
  /** Document the entry comes from, if it is not that of the list. */
  readonly source?: string
  /** Not confirmed by an official text. It must be checked before anybody relies on it. */
  readonly doubtful?: true
}
