import type { Operation, SubmitOperation } from '../../../domain/records/operation'
import type { Answers } from '../../../domain/forms/answers'
import { confirmedIn } from '../../../domain/records/judging/confirmed'
import { hasNewReason, withReasons } from '../../../domain/records/judging/serverWarnings'
import { expectedAnswers, patchBetween, isShown } from '../../../domain/records/overlay'
import { answersFor, rebase, shownOf } from '../../../domain/records/rebase'
import type { SubmitInput } from '../../ledger'
import { endDraft } from '../drafts/draftSealing'
import { endedDraft, insistShownHere } from '../drafts/editedDrafts'
import { enrolmentOf, type OpenBook } from '../openBook'
import { dropUnnamedPhotos } from '../photos/photos'
import { queueOperation } from './queueOperation'
import { readView, refreshLocal, type RecordView, type StoredOperation } from '../recordView'
import { untilWritten } from '../../disk/untilWritten'

/**
 * Queues a form as an operation with the fields that differ from what the record will hold anyway. An unchanged form queues nothing and ends the draft.
 * @returns `null` = unchanged
 * @throws ChangedElsewhere if another tab wrote or sent the draft and this tab does not show it
 */
export async function submitForm(book: OpenBook, input: SubmitInput): Promise<Operation | null> {
  const made = await untilWritten(() => submitOnce(book, input))
  endedDraft(book, input)
  // The form is closed, so a rescued draft of the record may be restored again.
  book.blank.delete(input.id)
  await dropUnnamedPhotos(book, input.id)
  await refreshLocal(book, [input.id])
  book.changed({ ids: [input.id] })
  return made.operation
}

async function submitOnce(book: OpenBook, given: SubmitInput): Promise<{ readonly operation: Operation | null } | undefined> {
  const view = asSeen(await readView(book, given.id), given)
  const input = { ...given, answers: answersNow(view, given) }
  if (isNothingNew(view, input)) {
    const { db } = book
    await db.transaction('rw', db.drafts, db.sealedDrafts, db.devices, async () => {
      await insistShownHere(book, input.id)
      await endDraft(book, input.id)
    })
    return { operation: null }
  }
  const enrolment = enrolmentOf(book, input.commune)
  const last = (await book.db.counters.get(enrolment.device))?.last ?? 0
  const replaced = findReplaced(view, enrolment.device)
  const operation = operationOf(book, input, view, { counter: replaced?.operation.counter ?? last + 1, replaced, given })
  return (await queueOperation(book, { enrolment, view, hamlet: input.head.hamlet, operation, last, replaced, isSettled: (local) => isAnsweredBy(view, given, local) })) ? { operation } : undefined
}

/** Version of the record here, known even if the record is spoilt. */
const versionOf = ({ rows }: RecordView): number => rows.record?.version ?? 0
const isSpoilt = ({ server, rows }: RecordView): boolean => !server && rows.record !== undefined

/** If the record was shrunk in the meantime, only the answers the author saw can tell what changed (S36). */
function asSeen(view: RecordView, { seen = {} }: SubmitInput): RecordView {
  return view.server?.shrunk === undefined ? view : { ...view, server: { ...view.server, answers: seen } }
}

interface Making {
  readonly counter: number
  readonly replaced: StoredOperation | undefined
  /** The form as the author gave it, without values that arrived in the meantime. */
  readonly given: SubmitInput
}

function operationOf(book: OpenBook, input: SubmitInput, view: RecordView, { counter, replaced, given }: Making): SubmitOperation {
  const others = view.operations.filter((local) => local !== replaced)
  const before = replaced?.operation.type === 'submit' ? replaced.operation : undefined
  const reasons = { ...before?.reasons, ...input.reasons }
  const patch = patchBetween({ ...(isSpoilt(view) && input.seen), ...expectedAnswers(view.server, others) }, input.answers)
  const takesConfirmed = book.contexts.get(input.commune)?.settings.takesConfirmed === true
  const confirmed = takesConfirmed ? confirmedIn(patch, [given, { answers: before?.patch ?? {}, confirmed: before?.confirmed }]) : {}
  return {
    type: 'submit',
    counter,
    record: input.id,
    base: Math.min(input.base ?? Infinity, replaced?.operation.base ?? Infinity, versionOf(view)),
    at: new Date(book.now()).toISOString(),
    head: { ...input.head },
    form: input.form,
    patch: { ...patch },
    ...(Object.keys(reasons).length > 0 ? { reasons } : {}),
    ...(Object.keys(confirmed).length > 0 ? { confirmed } : {}),
  }
}

/**
 * The author's answers applied to the record as it is now. A value that arrived while the form was open, or from another tab, stays if the author did not
 * touch it. A refused value that the form showed is in `seen` but in no record, so it is sent again. If the replica lacks the record, the whole form is taken.
 */
function answersNow({ server, operations }: RecordView, { seen, answers }: SubmitInput): Answers {
  if (!seen || !server) return answers
  const said = operations.flatMap(({ operation, outcome }) => (outcome?.kind === 'refused' && operation.type === 'submit' ? shownOf(operation.patch, seen) : []))
  return rebase({ seen, answers, said }, expectedAnswers(server, operations))
}

/** The submit that this one may replace (S13): the record's last operation, made on the same version and never sent, so its bytes are not frozen yet. */
function findReplaced(view: RecordView, device: string): StoredOperation | undefined {
  const { operations, rows } = view
  // An operation that cannot be read may be the latest one.
  if (rows.outbox.length > operations.length) return undefined
  const latest = operations.filter((local) => local.row.state !== 'refused').at(-1)
  if (!latest || latest.operation.type !== 'submit' || latest.row.device !== device) return undefined
  const isFree = latest.row.state === 'waiting' && latest.row.sent === 0
  return isFree && latest.operation.base === versionOf(view) ? latest : undefined
}

/**
 * Whether a refused form ends with this one. A draft that was begun in another book knows nothing of it: the refused form then stays, with its values. What
 * an older version of the form said cannot be compared, and ends. What a later operation from here answers anew does not count.
 */
function isAnsweredBy({ operations }: RecordView, { seen = {}, answers, form }: SubmitInput, refused: StoredOperation): boolean {
  const { operation } = refused
  if (operation.type !== 'submit') return false
  const later = operations.slice(operations.indexOf(refused) + 1).flatMap((local) => (local.operation.type === 'submit' ? Object.keys(local.operation.patch) : []))
  const left = Object.fromEntries(Object.entries(operation.patch).filter(([field]) => !later.includes(field)))
  return operation.form !== form || answersFor({ seen, answers }, left)
}

function isNothingNew(view: RecordView, { answers, reasons }: SubmitInput): boolean {
  const submits = view.operations.filter((local) => local.operation.type === 'submit' && local.outcome?.kind !== 'refused' && !isShown(view.server, local))
  const isKnown = view.server !== null || submits.length > 0
  const answersReturn = view.server?.status === 'returned' && !submits.some((local) => local.operation.base === view.server?.version)
  if (!isKnown || answersReturn) return false
  const given = withReasons(view.server?.reasons ?? {}, submits.map(({ operation }) => operation))
  return !hasNewReason(reasons, given) && Object.keys(patchBetween(expectedAnswers(view.server, view.operations), answers)).length === 0
}
