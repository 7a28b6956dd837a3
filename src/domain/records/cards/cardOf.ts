import { refusedPurposes } from '../../consent'
import type { Answers, AnswerValue } from '../../forms/answers'
import type { Card, LocalState } from './card'
import { seenOn } from '../round/beneficiaryCheck'
import { reasonFor } from '../judging/serverWarnings'
import { isReviewersChoice } from '../judging/holds'
import { isShown, lastSaid, openHolds, type LocalOperation } from '../overlay'
import { isReviewed, type RecordHead, type RecordKind, type RecordStatus, type RegisterRecord } from '../record'

export interface CardInput {
  readonly id: string
  readonly commune: string
  readonly server: RegisterRecord | null
  /** In the order they were queued. */
  readonly operations: readonly LocalOperation[]
  /** Its answers count only if there is neither a server record nor an operation: a draft does not rename a record. */
  readonly draft: { readonly head: RecordHead; readonly answers: Answers } | null
}

/** The card of a record as this device sees it. `undefined` = the device has nothing of it. Never throws. */
export function cardOf({ id, commune, server, operations, draft }: CardInput): Card | undefined {
  const head = server ?? submittedHead(operations) ?? draft?.head
  if (!head) return undefined
  const known = server !== null || operations.length > 0
  const answers = known ? lastSaid(server, operations).answers : (draft?.answers ?? {})
  return {
    id,
    commune,
    kind: head.kind,
    hamlet: head.hamlet,
    household: head.household,
    person: head.person,
    ...facts(head.kind, answers),
    ...serverFacts(server),
    ...present('doubts', operations.length === 0 ? doubtsOf(server) : undefined),
    status: statusOf(head.kind, server, operations),
    local: localStateOf(server, operations),
    ...present('hasDraft', draft ? true : undefined),
    ...present('corrected', hasHolds(server, operations, true) ? true : undefined),
  }
}

function submittedHead(operations: readonly LocalOperation[]): RecordHead | undefined {
  for (const { operation } of operations) if (operation.type === 'submit') return operation.head
  return undefined
}

/** Values of `residenceState` of person@1: moved away, died. */
const GONE = ['5', '6']
/** Value of `residenceState`: whereabouts unknown. */
const UNTRACED = '7'

const text = (value: AnswerValue | undefined): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function facts(kind: RecordKind, answers: Answers): Pick<Card, 'name'> & Partial<Card> {
  const detail = kind === 'household' ? (text(answers.walkNote) ?? text(answers.address)) : kind === 'asxh' ? text(answers.accountStatus) : undefined
  return {
    name: text(answers.fullName) ?? text(answers.headName) ?? '',
    ...present('code', kind === 'household' ? text(answers.householdCode) : undefined),
    ...present('born', text(answers.born)),
    ...present('sex', text(answers.sex)),
    ...present('number', text(answers.personalId)),
    ...present('phone', text(answers.phone)),
    ...present('relation', text(answers.relationToHead)),
    ...present('detail', detail),
    ...present('order', kind === 'household' && typeof answers.walkOrder === 'number' ? answers.walkOrder : undefined),
    ...(kind === 'household' && visitFacts(answers)),
    ...present('checkedOn', isReviewed(kind) ? text(answers.collectedOn) : undefined),
    ...(!isReviewed(kind) && { ...present('asked', text(answers.request)), ...present('askedTo', text(answers.requestTo)), ...present('sameAs', text(answers.sameAs)) }),
    ...(kind === 'person' && personFacts(answers)),
  }
}

function personFacts(answers: Answers): Partial<Card> {
  const refused = refusedPurposes(answers)
  return {
    ...present('oldNumber', text(answers.oldId9)),
    ...present('checkedOn', seenOn(answers)),
    ...present('gone', GONE.includes(String(answers.residenceState)) ? true : undefined),
    ...present('untraced', answers.residenceState === UNTRACED ? true : undefined),
    ...present('refused', refused.length > 0 ? refused : undefined),
  }
}

function visitFacts({ visitOutcome, visitedOn, nextVisitOn }: Answers): Partial<Card> {
  return { ...present('visit', text(visitOutcome)), ...present('visitedOn', text(visitedOn)), ...present('nextVisitOn', text(nextVisitOn)) }
}

function serverFacts(server: RegisterRecord | null): Pick<Card, 'notes' | 'warnings' | 'version' | 'round'> & Partial<Card> {
  const submission = server?.submission
  return {
    notes: server?.notes.length ?? 0,
    warnings: server?.warnings.length ?? 0,
    version: server?.version ?? 0,
    round: server?.round ?? 0,
    ...(submission ? { run: submission.run, sentAt: submission.at, sentBy: submission.by, device: submission.device } : {}),
  }
}

/** Warnings nobody has explained. Not counted on forms: the supervisor reads their warnings. */
function doubtsOf(server: RegisterRecord | null): number | undefined {
  if (!server || isReviewed(server.kind)) return undefined
  return server.warnings.filter((warning) => !reasonFor(server.reasons, warning)).length || undefined
}

function present<K extends keyof Card>(key: K, value: Card[K] | undefined): Partial<Card> {
  return value === undefined ? {} : { [key]: value }
}

function localStateOf(server: RegisterRecord | null, operations: readonly LocalOperation[]): LocalState | null {
  if (operations.some((local) => local.outcome?.kind === 'refused') || hasHolds(server, operations, false)) return 'action'
  if (operations.some((local) => local.outcome?.kind === 'held' && local.outcome.reason === 'overlap' && !isShown(server, local))) return 'action'
  return operations.some((local) => local.outcome === null) ? 'queued' : null
}

/** Whether there are holds nobody on this device has chosen about: those only the reviewer may choose, or those anybody may. */
function hasHolds(server: RegisterRecord | null, operations: readonly LocalOperation[], forReviewer: boolean): boolean {
  return server !== null && openHolds(server, operations).some((hold) => isReviewersChoice(server, hold) === forReviewer)
}

/** The server's status, or the status that results from an operation which was taken and not pulled yet. */
function statusOf(kind: RecordKind, server: RegisterRecord | null, operations: readonly LocalOperation[]): RecordStatus | null {
  let status = server?.status ?? null
  for (const local of operations) {
    if ((local.outcome?.kind === 'accepted' || local.outcome?.kind === 'merged') && !isShown(server, local)) status = statusAfter(kind, status, local)
  }
  return status
}

function statusAfter(kind: RecordKind, status: RecordStatus | null, { operation }: LocalOperation): RecordStatus | null {
  switch (operation.type) {
    case 'accept': return 'accepted'
    case 'return': return 'returned'
    case 'resolve': case 'move': return status
    case 'submit': return isReviewed(kind) ? 'submitted' : 'live'
    default: return operation satisfies never
  }
}
