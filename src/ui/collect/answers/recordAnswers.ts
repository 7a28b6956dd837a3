import type { Answers } from '../../../domain/forms/answers'
import type { CheckContext, Finding } from '../../../domain/forms/checking/finding'
import { findings, hasErrors } from '../../../domain/forms/checking/findings'
import { prune } from '../../../domain/forms/asking/prune'
import { ok, type Result } from '../../../domain/result'
import type { Draft, Ledger, StorageFailure } from '../../../storage/ledger'
import { confirmedOf } from '../../form/filling/confirmedOf'
import { draftOf } from '../../form/draft/draftOf'
import { fitFor } from '../../form/draft/fitFor'
import { formAt } from '../../form/formAt'
import { stamped } from '../../form/filling/stamped'
import { photosReady } from '../../photos/underWay'

interface RecordAnswersInput {
  readonly id: string
  readonly commune: string
  /** Fields to write; `undefined` takes an answer away. */
  readonly answers: Answers
  readonly rules: CheckContext
  /** What is noticed then and was not before is for a person to look over: the record's draft takes it up, errors or not. */
  readonly careful?: boolean
  /** Epoch ms. */
  readonly now: number
}

/** `inDraft`: it goes with the record's draft, which somebody must send. `unknown`: no such record on this device. */
export type Recorded = 'queued' | 'inDraft' | 'unknown'

/**
 * Writes a few answers on a record at once, without its form being opened. A draft of the record takes them up instead of being
 * ended; so does a new one where the record has errors for which the server would refuse them.
 */
export async function recordAnswers(ledger: Ledger, input: RecordAnswersInput): Promise<Result<Recorded, StorageFailure>> {
  const ready = await prepare(ledger, input)
  if (!ready) return ok('unknown')
  if (ready.isFree) return send(ledger, ready)
  const saved = await ledger.saveDraft(stamped({ ...ready.draft, answers: ready.answers }, input.now))
  return saved.ok ? ok('inDraft') : saved
}

/** The same of answers for which nobody is to mend a form: where they would have to wait in a draft, nothing is written (`stuck`). */
export async function recordAtOnce(ledger: Ledger, input: RecordAnswersInput): Promise<Result<'queued' | 'stuck' | 'unknown', StorageFailure>> {
  const ready = await prepare(ledger, input)
  if (!ready) return ok('unknown')
  return ready.isFree ? send(ledger, ready) : ok('stuck')
}

interface Ready {
  /** The one somebody is in the middle of, else a correction as it would begin. */
  readonly draft: Draft
  readonly answers: Answers
  /** Those of them that are asked. */
  readonly asked: Answers
  /** Nobody is in the middle of the record, nor has anything to mend or look over first. */
  readonly isFree: boolean
}

/** `undefined`: no such record on this device. */
async function prepare(ledger: Ledger, { id, commune, answers: added, rules, careful = false, now }: RecordAnswersInput): Promise<Ready | undefined> {
  await photosReady(id)
  const [open, known] = await Promise.all([ledger.findDraft(id), ledger.getRecord(id)])
  const begun = open ?? (known && draftOf({ id, commune, record: known, now }))
  if (!begun) return undefined
  const draft = fitFor(ledger, begun, added)
  const form = formAt(ledger, draft.form, commune)
  if (!form) throw new Error(`recordAnswers — no such form — ${draft.form}`)
  const answers = { ...draft.answers, ...added }
  const asked = prune(form, answers)
  const found = findings(form, asked, rules)
  const isOdd = hasErrors(found) || (careful && hasNew(found, findings(form, prune(form, draft.answers), rules)))
  return { draft, answers, asked, isFree: !open && !isOdd }
}

async function send(ledger: Ledger, { draft, asked }: Ready): Promise<Result<'queued', StorageFailure>> {
  const { id, commune, head, form, base, seen, reasons } = draft
  const submitted = await ledger.submit({ id, commune, head, form, answers: asked, confirmed: confirmedOf(draft, asked), base, ...(seen && { seen }), reasons })
  return submitted.ok ? ok('queued') : submitted
}

const hasNew = (found: readonly Finding[], before: readonly Finding[]): boolean => found.some(({ id, field }) => !before.some((each) => each.id === id && each.field === field))
