import { sameAnswer, type Answers } from '../../../domain/forms/answers'
import { rebase } from '../../../domain/records/rebase'
import type { Draft, LocalRecord } from '../../../storage/ledger'
import { toldOf } from '../filling/confirmedOf'

/**
 * A draft that is opened again after its record changed at the server. Fields the author did not touch follow the record. If nobody else
 * changed the fields the author touched, the draft is rebased onto the new version, so that it can answer a return. Otherwise it keeps its
 * old base, and the server shows both values (S15).
 */
export function resumed(draft: Draft, record: LocalRecord | undefined): Draft {
  const server = record?.server
  // If the record has shrunk meanwhile, the draft knows more than this device does.
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
