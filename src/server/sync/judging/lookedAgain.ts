import type { RecordState } from '../../../domain/records/recordState'
import type { Holder } from '../../store/numberRegistry'
import { namedBy, renewWarning, type WarningKind } from './renewWarning'

/** One of those who hold the same. */
interface Sharing extends Holder {
  /** Whom it is of, through however many merges. */
  readonly self: string
  /** Absent: it stays as it is, of another commune or one of too many. */
  readonly state: RecordState | undefined
}

type Here = Sharing & { readonly state: RecordState }

interface Looking {
  readonly sharing: readonly Sharing[]
  readonly warning: WarningKind
  /** The record that holds it since the operation. */
  readonly newcomer: string | undefined
}

/** Those of them whose warning is to be another, as they are then to be (decision 0042). */
export function lookedAgain({ sharing, warning, newcomer }: Looking): readonly RecordState[] {
  const all = [...sharing].sort((a, b) => (a.record < b.record ? -1 : 1))
  const here = all.filter((each): each is Here => each.state !== undefined)
  const othersOf = ({ self }: Sharing): readonly Sharing[] => all.filter((other) => other.self !== self)
  /** Whom its warning names, where that one still holds the same: a warning that is right stays, with the reason given for it. */
  const namedOf = (each: Here): Sharing | undefined => othersOf(each).find((other) => other.record === namedBy(each.state, warning))
  const settled = here.filter(({ record }) => record !== newcomer)
  // Where the first is gone, who was warned of it is the first now; unless one of another commune came before.
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
