import type { Purpose } from '../../consent'
import type { RecordKind, RecordStatus } from '../record'

/** What became on this device of changes the server does not show yet: they wait, or they need a person. */
export type LocalState = 'queued' | 'action'

/**
 * The few facts of a record that lists and search need; kept together, encrypted, so that a cold start reads a few
 * pages instead of every record. Derived from the record and its pending operations by `cardOf`, never edited.
 */
export interface Card {
  readonly id: string
  readonly commune: string
  readonly kind: RecordKind
  readonly hamlet: string
  readonly household: string | null
  readonly person: string | null
  /** Person's full name; on a household the head's name as written on the household. */
  readonly name: string
  /** Household code on households. */
  readonly code?: string
  /** Birth date, as far as known (people and forms). */
  readonly born?: string
  readonly sex?: string
  /** Number as typed (12 digits when right); never shown in lists. */
  readonly number?: string
  /** Nine digits of the card of before. */
  readonly oldNumber?: string
  readonly phone?: string
  /** Relation to head on people ('1' = head). */
  readonly relation?: string
  /** Place in the team's round on households. */
  readonly order?: number
  /** What came of the last visit on households (`visitOutcomes` of household@2), its day, and the day agreed for the next. */
  readonly visit?: string
  readonly visitedOn?: string
  readonly nextVisitOn?: string
  /** On people the day their beneficiary record was last found right, on forms the day they were taken. */
  readonly checkedOn?: string
  /** On households and people what somebody asked the supervisor to do (`requestKinds`), and with which household, hamlet or record. */
  readonly asked?: string
  readonly askedTo?: string
  /** Set aside: it is this record. No list shows it. */
  readonly sameAs?: string
  /** A person who moved away or died: no form is due any more. */
  readonly gone?: true
  /** A person whose whereabouts nobody knows: nothing new is due, what was begun or came back still is. */
  readonly untraced?: true
  /** On people the purposes they said no to, whatever those rest on. */
  readonly refused?: readonly Purpose[]
  /** Walking note or address on households; account state on beneficiary records. */
  readonly detail?: string
  readonly status: RecordStatus | null
  readonly local: LocalState | null
  /** Somebody is in the middle of it on this device, whatever else is to be said of it. */
  readonly hasDraft?: true
  /** An accepted form of which somebody would have something otherwise: its reviewer is to say. */
  readonly corrected?: true
  readonly notes: number
  readonly warnings: number
  /** Of these on households and people those nobody has explained; absent = none, or a change is on its way. */
  readonly doubts?: number
  readonly version: number
  /** `recordCheck` of the server's record; absent where there is none. */
  readonly check?: string
  /** Only a part of the record is on this device (`shrink.ts`). */
  readonly shrunk?: true
  /** Sync run and time of the submission, author: the supervisor's batches are grouped from these. */
  readonly run?: string
  readonly sentAt?: string
  readonly sentBy?: string
  readonly device?: string
  readonly round: number
}

/** Somebody lists and searches know: a person, not put away as the same as another. */
export const isPerson = (card: Card): boolean => card.kind === 'person' && card.sameAs === undefined
/** The same of households. */
export const isHousehold = (card: Card): boolean => card.kind === 'household' && card.sameAs === undefined

/** Nothing of it has left its form yet: what hangs on it would be refused. */
export const isOnlyDraft = (card: Card): boolean => card.hasDraft === true && card.status === null && card.local === null

/** A form sent and not decided on; a decision of this device that is still to be sent counts. */
export const waitsForReview = (card: Card): boolean => card.status === 'submitted' && card.local !== 'queued'

/** The one word a list shows for a record. */
const displayStates = ['none', 'draft', 'queued', 'sent', 'returned', 'accepted', 'action', 'live'] as const
export type DisplayState = (typeof displayStates)[number]

/** What a person must act on comes first: needs action, then draft, then waiting, then what the server says. */
export function displayState(card: Card | undefined): DisplayState {
  if (!card) return 'none'
  if (card.local === 'action') return 'action'
  if (card.hasDraft) return 'draft'
  if (card.local) return card.local
  if (card.status === 'submitted') return 'sent'
  return card.status ?? 'none'
}
