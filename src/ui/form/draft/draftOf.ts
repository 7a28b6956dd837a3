import { upgraded } from '../../../domain/forms/upgrades'
import type { Draft, LocalRecord } from '../../../storage/ledger'
import { toldOf } from '../filling/confirmedOf'

interface DraftInput {
  readonly id: string
  readonly commune: string
  readonly record: LocalRecord
  /** Epoch ms. */
  readonly now: number
}

/**
 * A draft that corrects a record. It starts from the answers on this device, upgraded to the newest version of the form.
 * Visit facts of the first round stay: a correction is not a new visit.
 */
export function draftOf({ id, commune, record, now }: DraftInput): Draft {
  const { form, answers } = upgraded({ form: record.form, answers: record.answers })
  return {
    id,
    commune,
    head: record.head,
    form,
    base: record.server?.version ?? 0,
    seen: answers,
    answers,
    reasons: record.server?.reasons ?? {},
    told: toldOf(record.confirmed),
    savedAt: new Date(now).toISOString(),
  }
}
