import type { Draft, LocalRecord } from '../../storage/ledger'

interface DraftInput {
  readonly id: string
  readonly commune: string
  readonly record: LocalRecord
  /** Epoch ms. */
  readonly now: number
}

/**
 * A draft that corrects a record, on the answers as this device has them. Visit facts of the first round stay: a
 * correction is not a new visit.
 */
export function draftOf({ id, commune, record, now }: DraftInput): Draft {
  return {
    id,
    commune,
    head: record.head,
    form: record.form,
    base: record.server?.version ?? 0,
    seen: record.answers,
    answers: record.answers,
    reasons: record.server?.reasons ?? {},
    savedAt: new Date(now).toISOString(),
  }
}
