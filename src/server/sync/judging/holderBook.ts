import type { Known } from '../../../domain/records/place'
import type { RegisterRecord } from '../../../domain/records/record'
import type { RecordState } from '../../../domain/records/recordState'
import type { Holder } from '../../store/numberRegistry'
import { lookedAgain } from './lookedAgain'
import { renewWarning, type WarningKind } from './renewWarning'

/**
 * The most holders of one value whose warnings are renewed. A value with more holders, such as a code of zeros, stands for "none". Each new holder of
 * it is still warned, and the others keep their warnings until few enough are left. Without this limit each correction would write, lock and send all
 * of them.
 */
export const MOST_LOOKED_AT = 20

/** The holders of personal numbers or of household codes, including what the batch changes. */
export interface HolderBook {
  /** The answer that contains the value. */
  readonly field: string
  /** Replaces the value that the record held by the one it holds now. A warning about a value that it no longer holds is removed. */
  enter(before: RecordState | undefined, after: RecordState): RecordState
  holderOf(record: RegisterRecord): Holder | undefined
  /**
   * The records whose warning changes, with the new warning (decision 0042). Of several holders of one value, those who came first have no warning,
   * and each later holder has one that names another holder. The states must contain every holder of the commune, unless there are too many.
   *
   * @param hashes the values whose holders are checked
   * @param newcomer the record that holds the value only since this operation
   */
  lookAgain(hashes: readonly string[], commune: string, states: Known, newcomer: string | undefined): readonly RecordState[]
  /** The difference between `known` and the holders now. */
  changes(): { readonly added: readonly Holder[]; readonly removed: readonly Holder[] }
}

export interface HolderBookInput {
  readonly warning: WarningKind
  readonly known: readonly Holder[]
  readonly holderOf: (record: RegisterRecord) => Holder | undefined
  /** The record that a holder stands for after all merges: records that are the same as one another count as one holder. */
  readonly selfOf: (holder: Holder) => string
}

/** Opens a book with the holders that are known for the values a batch touches. */
export function openHolderBook({ warning, known, holderOf, selfOf }: HolderBookInput): HolderBook {
  const holders = new Map<string, Holder[]>()
  const stored = new Map(known.map((holder) => [keyOf(holder), holder]))
  const added = new Map<string, Holder>()
  const removed = new Map<string, Holder>()
  const of = (hash: string): Holder[] => holders.get(hash) ?? holders.set(hash, []).get(hash)!
  for (const holder of known) of(holder.hash).push(holder)
  const forget = (holder: Holder): void => {
    holders.set(holder.hash, of(holder.hash).filter((other) => keyOf(other) !== keyOf(holder)))
    added.delete(keyOf(holder))
    if (stored.has(keyOf(holder))) removed.set(keyOf(holder), holder)
  }
  const keep = (holder: Holder): void => {
    const before = of(holder.hash).find((other) => keyOf(other) === keyOf(holder))
    if (before?.person === holder.person) return
    // The form was moved to another person, and now holds the number for that person.
    if (before) forget(before)
    of(holder.hash).push(holder)
    if (stored.get(keyOf(holder))?.person === holder.person) removed.delete(keyOf(holder))
    else added.set(keyOf(holder), holder)
  }
  return {
    field: warning.field,
    holderOf,
    changes: () => ({ added: [...added.values()], removed: [...removed.values()] }),
    enter(before, after) {
      const [old, own] = [before && holderOf(before.record), holderOf(after.record)]
      const isAnother = old !== undefined && old.hash !== own?.hash
      if (isAnother) forget(old)
      if (own) keep(own)
      return isAnother || !own ? renewWarning(after, warning, undefined) : after
    },
    lookAgain: (hashes, commune, states, newcomer) => hashes.flatMap((hash) => {
      const isMany = of(hash).length > MOST_LOOKED_AT
      if (isMany && newcomer === undefined) return []
      const stateOf = ({ commune: at, record }: Holder) => (at === commune && (!isMany || record === newcomer) ? states.get(record) : undefined)
      return lookedAgain({ sharing: of(hash).map((holder) => ({ ...holder, self: selfOf(holder), state: stateOf(holder) })), warning, newcomer })
    }),
  }
}

const keyOf = ({ hash, commune, record }: Holder): string => `${hash}:${commune}:${record}`
