import type { Purpose } from '../../consent'
import type { RecordKind, RecordStatus } from '../record'

/** State of this device's changes that the server does not show yet: `queued` = they wait to be sent, `action` = a person must act on them. */
export type LocalState = 'queued' | 'action'

/**
 * The few facts of a record that lists and search need. Cards are stored together, encrypted, so that a cold start reads a few
 * pages and not every record. `cardOf` derives a card from the record and its pending operations; it is never edited.
 */
export interface Card {
  readonly id: string
  readonly commune: string
  readonly kind: RecordKind
  readonly hamlet: string
  readonly household: string | null
  readonly person: string | null
  /** A person's full name. On a household: the head's name as written on the household. */
  readonly name: string
  /** On households: the household code. */
  readonly code?: string
  /** On people and forms: birth date, as far as known. */
  readonly born?: string
  readonly sex?: string
  /** Personal number as typed (12 digits if correct). Never shown in lists. */
  readonly number?: string
  /** Number of the former identity card, nine digits. */
  readonly oldNumber?: string
  readonly phone?: string
  /** On people: relation to the head ('1' = head). */
  readonly relation?: string
  /** On households: place in the round. */
  readonly order?: number
  /** On households: outcome of the last visit (`visitOutcomes` of household@2), its day, and the day agreed for the next. */
  readonly visit?: string
  readonly visitedOn?: string
  readonly nextVisitOn?: string
  /** On people: the day their beneficiary record was last found right. On forms: the day they were taken. */
  readonly checkedOn?: string
  /** On households and people: the request to the supervisor (`requestKinds`), and the household, hamlet or record it names. */
  readonly asked?: string
  readonly askedTo?: string
  /** The record was set aside as the same as this one. Lists do not show it. */
  readonly sameAs?: string
  /** On people: moved away or died. No labour form and no beneficiary check is due. */
  readonly gone?: true
  /** On people: nobody knows where they are. No new form is due; one that was begun or returned still is. */
  readonly untraced?: true
  /** On people: the purposes they refused, whatever the legal basis. */
  readonly refused?: readonly Purpose[]
  /** On households: walking note or address. On beneficiary records: account state. */
  readonly detail?: string
  readonly status: RecordStatus | null
  readonly local: LocalState | null
  /** Somebody has a draft of it on this device, whatever its other states. */
  readonly hasDraft?: true
  /** An accepted form for which somebody sent another value: its reviewer must decide. */
  readonly corrected?: true
  readonly notes: number
  readonly warnings: number
  /** On households and people: the warnings nobody has explained. Absent = none, or a change is waiting. */
  readonly doubts?: number
  readonly version: number
  /** `recordCheck` of the server's record. Absent = the server has none yet. */
  readonly check?: string
  /** This device has only a part of the record (`shrink.ts`). */
  readonly shrunk?: true
  /** Sync run, time, author and device of the submission. The supervisor's batches are grouped by them. */
  readonly run?: string
  readonly sentAt?: string
  readonly sentBy?: string
  readonly device?: string
  readonly round: number
}

/** A person that lists and search show: not set aside. */
export const isPerson = (card: Card): boolean => card.kind === 'person' && card.sameAs === undefined
/** A household that lists and search show: not set aside. */
export const isHousehold = (card: Card): boolean => card.kind === 'household' && card.sameAs === undefined

/** There is only a draft of it, nothing was submitted: the server would refuse whatever hangs on it. */
export const isOnlyDraft = (card: Card): boolean => card.hasDraft === true && card.status === null && card.local === null

/** A submitted form without a decision. A decision that is queued on this device counts as made. */
export const waitsForReview = (card: Card): boolean => card.status === 'submitted' && card.local !== 'queued'

/** The state a list shows for a record. */
const displayStates = ['none', 'draft', 'queued', 'sent', 'returned', 'accepted', 'action', 'live'] as const
export type DisplayState = (typeof displayStates)[number]

/** The most urgent state: needs action, then draft, then local changes, then the server's status. */
export function displayState(card: Card | undefined): DisplayState {
  if (!card) return 'none'
  if (card.local === 'action') return 'action'
  if (card.hasDraft) return 'draft'
  if (card.local) return card.local
  if (card.status === 'submitted') return 'sent'
  return card.status ?? 'none'
}
