import type { AnswerValue } from '../../../domain/forms/answers'
import { codeKey } from '../../../domain/records/cards/householdCodes'
import { DUPLICATE_CODE } from '../../../domain/records/judging/judgement'
import type { RegisterRecord } from '../../../domain/records/record'
import type { RecordState } from '../../../domain/records/recordState'
import type { KnownCode } from '../../store/lockRecords'
import { renewWarning } from './renewWarning'

const FIELD = 'householdCode'

/** The codes of a commune's households as one batch sees and changes them. */
export interface CodeBook {
  /** Enters the household's code in place of the one it had, and renews its warning about another household's same code. */
  enter(before: RecordState | undefined, after: RecordState): RecordState
}

/** Codes that may play a part in a record's change, as codes are compared: what it has, and what is being held. */
export function codesOf({ kind, answers, holds }: RegisterRecord): readonly string[] {
  const values = [answers[FIELD], ...holds.filter((hold) => hold.field === FIELD).map((hold) => hold.value)]
  return kind === 'household' ? values.flatMap((value) => codeIn(value) ?? []) : []
}

export function codeIn(value: AnswerValue | null | undefined): string | undefined {
  return (typeof value === 'string' && codeKey(value)) || undefined
}

export function openCodeBook(known: readonly KnownCode[]): CodeBook {
  const households = new Map<string, Set<string>>()
  const of = (key: string): Set<string> => households.get(key) ?? households.set(key, new Set()).get(key)!
  for (const { id, code } of known) of(codeKey(code)).add(id)
  return {
    enter(before, after) {
      const { id, commune } = after.record
      const [old, own] = [before && ownCode(before.record), ownCode(after.record)]
      if (old !== undefined && old !== own) of(old).delete(id)
      if (own === undefined) return renewWarning(after, WARNING, undefined)
      const other = leastOf(of(own).add(id), id)
      return renewWarning(after, WARNING, other === undefined ? undefined : { commune, record: other })
    },
  }
}

/** The others' least id, the oldest household as a rule: whatever was judged together, the same one is named. */
function leastOf(ids: ReadonlySet<string>, own: string): string | undefined {
  let least: string | undefined
  for (const id of ids) if (id !== own && (least === undefined || id < least)) least = id
  return least
}

const WARNING = { id: DUPLICATE_CODE, field: FIELD } as const

/** A household that was set aside as the same as another keeps no code from anybody. */
function ownCode({ kind, answers }: RegisterRecord): string | undefined {
  return kind === 'household' && answers.sameAs === undefined ? codeIn(answers[FIELD]) : undefined
}
