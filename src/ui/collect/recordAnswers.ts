import type { Answers } from '../../domain/forms/answers'
import type { CheckContext, Finding } from '../../domain/forms/finding'
import { findings, hasErrors } from '../../domain/forms/findings'
import { prune } from '../../domain/forms/prune'
import { ok, type Result } from '../../domain/result'
import type { Ledger, StorageFailure } from '../../storage/ledger'
import { draftOf } from '../form/draftOf'
import { formAt } from '../form/formAt'

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
export async function recordAnswers(ledger: Ledger, { id, commune, answers, rules, careful = false, now }: RecordAnswersInput): Promise<Result<Recorded, StorageFailure>> {
  const [open, known] = await Promise.all([ledger.findDraft(id), ledger.getRecord(id)])
  const draft = open ?? (known && draftOf({ id, commune, record: known, now }))
  if (!draft) return ok('unknown')
  const form = formAt(ledger, draft.form, commune)
  if (!form) throw new Error(`recordAnswers — no such form — ${draft.form}`)
  const next = { ...draft.answers, ...answers }
  const asked = prune(form, next)
  const found = findings(form, asked, rules)
  if (open || hasErrors(found) || (careful && hasNew(found, findings(form, prune(form, draft.answers), rules)))) {
    const saved = await ledger.saveDraft({ ...draft, answers: next, savedAt: new Date(now).toISOString() })
    return saved.ok ? ok('inDraft') : saved
  }
  const { head, base, seen, reasons } = draft
  const submitted = await ledger.submit({ id, commune, head, form: draft.form, answers: asked, base, ...(seen && { seen }), reasons })
  return submitted.ok ? ok('queued') : submitted
}

const hasNew = (found: readonly Finding[], before: readonly Finding[]): boolean => found.some(({ id, field }) => !before.some((each) => each.id === id && each.field === field))
