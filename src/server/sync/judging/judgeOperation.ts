import { isInArea } from '../../../domain/access'
import { applyOperation } from '../../../domain/records/judging/apply'
import { sameHead } from '../../../domain/records/heads'
import type { Operation } from '../../../domain/records/operation'
import { placeUnder, sameAsOf } from '../../../domain/records/place'
import type { Applied, ApplyContext, RecordState } from '../../../domain/records/recordState'
import { refused } from '../../../domain/records/judging/refused'
import type { Author } from '../author'
import { openAlong, type Along } from './along'
import { bringAlong } from './bringAlong'
import type { FormBook } from './formBook'
import type { HolderBook } from './holderBook'
import { renewShared } from './renewShared'

/** The part of a commune's register that a batch touches, as it stands after each operation of the batch. */
export interface Register {
  /**
   * With the households and people that something is hung on, all that hangs on what is moved, what of these was set aside is the same as, and
   * whoever has a number or code that is touched.
   */
  readonly states: Map<string, RecordState>
  readonly hamlets: ReadonlySet<string>
  readonly numbers: HolderBook
  readonly codes: HolderBook
  readonly forms: FormBook
}

export interface Judged extends Applied {
  /** Other records that went along. */
  readonly along: readonly Along[]
}

/** Judges an operation against the register and lays its effect down there. Scope first: nothing outside it is told. */
export function judgeOperation(register: Register, op: Operation, author: Author, ctx: ApplyContext): Judged {
  const state = register.states.get(op.record)
  const alone = (applied: Applied): Judged => ({ ...applied, along: [] })
  if (!isInScope(register, op, state, author, ctx.commune)) return alone(refused(state, 'outOfScope'))
  const placed = underParents(register, op, state)
  if (!placed) return alone(refused(state, 'parentMissing'))
  if (placed !== op && !isInScope(register, placed, state, author, ctx.commune)) return alone(refused(state, 'outOfScope'))
  if (placed.type === 'move' && isSetAside(register, placed.same)) return alone(refused(state, 'changedSince'))
  const applied = applyOperation(state, placed, ctx)
  if (!applied.state || applied.state === state) return alone(applied)
  const entered = state ? applied.state : register.forms.enter(applied.state)
  register.states.set(op.record, entered)
  const along = openAlong(register.states, { own: op.record, device: ctx.device, counter: op.counter })
  if (placed.type === 'move') bringAlong(register, op.record, along)
  // Whom it is the same as by now says whose number it has.
  renewShared(register, { before: state, op: placed, changes: applied.changes }, along)
  return { ...applied, state: register.states.get(op.record), along: along.all() }
}

function isInScope({ states, hamlets }: Register, op: Operation, state: RecordState | undefined, author: Author, commune: string): boolean {
  const named = op.type === 'submit' ? [state ? undefined : op.head.hamlet] : op.type === 'move' ? [op.hamlet, states.get(op.same ?? '')?.record.hamlet] : []
  const places = [state?.record.hamlet, ...named].filter((hamlet) => hamlet !== undefined)
  return places.every((hamlet) => hamlets.has(hamlet) && isInArea(author.areas, commune, hamlet))
}

/** The operation as it counts: what is new or moved lies where that it hangs on lies by now. `null` = that, or what it is the same as, is not there. */
function underParents({ states }: Register, op: Operation, state: RecordState | undefined): Operation | null {
  if (op.type === 'submit') {
    // A patch of a record this server never had is none to be placed.
    const head = state || op.base > 0 ? op.head : placeUnder(states, op.head)
    return head && (sameHead(head, op.head) ? op : { ...op, head })
  }
  if (op.type !== 'move' || !state) return op
  const { kind } = state.record
  const at = { kind, hamlet: op.hamlet, household: op.household, person: op.person }
  const head = op.same && states.get(op.same)?.record.kind !== kind ? null : placeUnder(states, at)
  return head && (sameHead(head, at) ? op : { ...op, hamlet: head.hamlet, household: head.household, person: head.person })
}

/** Nothing is said to be the same as what another decision has set aside since. */
function isSetAside({ states }: Register, id: string | null | undefined): boolean {
  const other = states.get(id ?? '')
  return other !== undefined && sameAsOf(other.record) !== undefined
}
