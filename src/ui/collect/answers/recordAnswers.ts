import type { Answers } from '../../../domain/forms/answers'
import type { CheckContext, Finding } from '../../../domain/forms/checking/finding'
import { findings, hasErrors } from '../../../domain/forms/checking/findings'
import { prune } from '../../../domain/forms/asking/prune'
import { fail, ok, type Result } from '../../../domain/result'
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
  /** Fields to write; `undefined` removes an answer. */
  readonly answers: Answers
  readonly rules: CheckContext
  /** If the answers cause a finding that was not there before, they go into a draft, for a person to look at. Warnings count too. */
  readonly careful?: boolean
  /** Epoch ms. */
  readonly now: number
}

/**
 * - `queued`: submitted, waits in the outbox
 * - `inDraft`: written into the record's draft, which somebody must send
 * - `unknown`: no such record on this device
 */
export type Recorded = 'queued' | 'inDraft' | 'unknown'

/**
 * Writes a few answers on a record without opening its form, and submits them at once. If the record has a draft, they go into that draft.
 * If the record has errors, for which the server would refuse the form, they go into a new draft.
 */
export async function recordAnswers(ledger: Ledger, input: RecordAnswersInput): Promise<Result<Recorded, StorageFailure>> {
  const ready = await prepare(ledger, input)
  if (!ready) return ok('unknown')
  if (ready.isFree) {
    const sent = await send(ledger, ready)
    // Another tab has just begun or sent the form: what it wrote is read.
    return sent === 'changedElsewhere' ? recordAnswers(ledger, input) : sent
  }
  const saved = await ledger.saveDraft(stamped({ ...ready.draft, answers: ready.answers }, input.now))
  return saved.ok ? ok('inDraft') : saved
}

/** As `recordAnswers`, for answers nobody should repair a form for: if they would have to wait in a draft, nothing is written (`stuck`). */
export async function recordAtOnce(ledger: Ledger, input: RecordAnswersInput): Promise<Result<'queued' | 'stuck' | 'unknown', StorageFailure>> {
  const ready = await prepare(ledger, input)
  if (!ready) return ok('unknown')
  if (!ready.isFree) return ok('stuck')
  const sent = await send(ledger, ready)
  return sent === 'changedElsewhere' ? recordAtOnce(ledger, input) : sent
}

interface Ready {
  /** The record's draft, otherwise a correction as it would begin. */
  readonly draft: Draft
  readonly answers: Answers
  /** The `answers` that are asked (pruned). */
  readonly asked: Answers
  /** The record has no draft, no errors and nothing to look at first: the answers can be submitted. */
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

async function send(ledger: Ledger, { draft, asked }: Ready): Promise<Result<'queued', StorageFailure> | 'changedElsewhere'> {
  const { id, commune, head, form, base, seen, reasons } = draft
  const submitted = await ledger.submit({ id, commune, head, form, answers: asked, confirmed: confirmedOf(draft, asked), base, ...(seen && { seen }), reasons })
  if (submitted.ok) return ok('queued')
  const { error } = submitted
  return error.kind === 'changedElsewhere' ? error.kind : fail(error)
}

const hasNew = (found: readonly Finding[], before: readonly Finding[]): boolean => found.some(({ id, field }) => !before.some((each) => each.id === id && each.field === field))
