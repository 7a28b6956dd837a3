import { sameAnswer, type Answers } from '../../../domain/forms/answers'
import { rebase } from '../../../domain/records/rebase'
import type { Draft, LocalRecord } from '../../../storage/ledger'
import { toldOf } from '../filling/confirmedOf'

/**
 * A draft taken up again after the record changed at the server: fields its author did not touch follow the record. When
 * nobody else changed what the author touched, the draft counts as made on the new version (so that it answers a return);
 * else it keeps its old base, and the server shows both sides (protocol rules 15, 19).
 */
export function resumed(draft: Draft, record: LocalRecord | undefined): Draft {
  const server = record?.server
  // Of a record that shrank meanwhile the draft knows more than this device.
  if (!server || !draft.seen || draft.base >= server.version || server.shrunk !== undefined) return draft
  const seen = draft.seen
  const differs = (a: Answers, b: Answers) => (field: string): boolean => !sameAnswer(a[field], b[field])
  const isTouched = differs(seen, draft.answers)
  const isChanged = differs(seen, record.answers)
  const answers = rebase({ seen, answers: draft.answers }, record.answers)
  const overlaps = Object.keys({ ...seen, ...draft.answers, ...record.answers }).some((field) => isTouched(field) && isChanged(field))
  const isFollowed = differs(draft.answers, answers)
  const told = Object.fromEntries([
    ...Object.entries(draft.told ?? {}).filter(([field]) => !isFollowed(field)), ...Object.entries(toldOf(record.confirmed)).filter(([field]) => isFollowed(field)),
  ])
  return { ...draft, answers, told, ...(!overlaps && { seen: record.answers, base: server.version }) }
}
