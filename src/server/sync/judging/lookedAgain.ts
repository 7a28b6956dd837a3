import type { RecordState } from '../../../domain/records/recordState'
import type { Holder } from '../../store/numberRegistry'
import { namedBy, renewWarning, type WarningKind } from './renewWarning'

/** One of the holders of a value. */
interface Sharing extends Holder {
  /** The record it stands for after all merges. */
  readonly self: string
  /** Absent = it is not changed: it belongs to another commune, or there are too many holders. */
  readonly state: RecordState | undefined
}

type Here = Sharing & { readonly state: RecordState }

interface Looking {
  readonly sharing: readonly Sharing[]
  readonly warning: WarningKind
  /** The record that holds the value only since this operation. */
  readonly newcomer: string | undefined
}

/** The records whose warning changes, with the new warning (decision 0042). */
export function lookedAgain({ sharing, warning, newcomer }: Looking): readonly RecordState[] {
  const all = [...sharing].sort((a, b) => (a.record < b.record ? -1 : 1))
  const here = all.filter((each): each is Here => each.state !== undefined)
  const othersOf = ({ self }: Sharing): readonly Sharing[] => all.filter((other) => other.self !== self)
  /** The holder that its warning names, if that record still holds the value. Such a warning is right and stays, with the reason given for it. */
  const namedOf = (each: Here): Sharing | undefined => othersOf(each).find((other) => other.record === namedBy(each.state, warning))
  const settled = here.filter(({ record }) => record !== newcomer)
  // The first holder has no warning. If it is gone, one that was warned becomes the first, unless some holders are not changed here: one of another
  // commune came before.
  const first = settled.find(({ state }) => namedBy(state, warning) === undefined)
    ?? (here.length < all.length ? undefined : (settled.find((each) => !namedOf(each)) ?? settled[0]))
  const otherOf = (each: Here): Sharing | undefined => {
    const named = each === first ? undefined : namedOf(each)
    if (named || each.self === first?.self) return named
    const others = othersOf(each)
    return others.find((other) => (first ? other === first : !other.state)) ?? others.find(({ state }) => state) ?? others[0]
  }
  return here.flatMap((each) => {
    const next = renewWarning(each.state, warning, otherOf(each))
    return next === each.state ? [] : [next]
  })
}
