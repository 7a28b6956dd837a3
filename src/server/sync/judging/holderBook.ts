import type { Known } from '../../../domain/records/place'
import type { RegisterRecord } from '../../../domain/records/record'
import type { RecordState } from '../../../domain/records/recordState'
import type { Holder } from '../../store/numberRegistry'
import { lookedAgain } from './lookedAgain'
import { renewWarning, type WarningKind } from './renewWarning'

/**
 * What more records than these hold stands for "none", as a code of zeros does: each that comes is warned, and the others keep the warning they have until so
 * few are left. Else every correction of one would write, lock and send all of them.
 */
export const MOST_LOOKED_AT = 20

/** Who holds what, as one batch sees and changes it. */
export interface HolderBook {
  /** The answer that is held. */
  readonly field: string
  /** Enters what the record holds in place of what it held. A warning about what it does not hold any more goes. */
  enter(before: RecordState | undefined, after: RecordState): RecordState
  holderOf(record: RegisterRecord): Holder | undefined
  /**
   * Those who hold one of these whose warning about another is to be another, as it is then to be (decision 0042): of several, those who came first are
   * left alone, and whoever came after them names one of them. Every holder of the commune has to be among the states, where they are not too many.
   *
   * @param newcomer the record that holds it since the operation
   */
  lookAgain(hashes: readonly string[], commune: string, states: Known, newcomer: string | undefined): readonly RecordState[]
  /** What the batch adds to and takes from what was known. */
  changes(): { readonly added: readonly Holder[]; readonly removed: readonly Holder[] }
}

export interface HolderBookInput {
  readonly warning: WarningKind
  readonly known: readonly Holder[]
  readonly holderOf: (record: RegisterRecord) => Holder | undefined
  /** Through however many merges: what was written twice holds a thing once. */
  readonly selfOf: (holder: Holder) => string
}

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
    // A form that was given to another person says that one's number from then on.
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
