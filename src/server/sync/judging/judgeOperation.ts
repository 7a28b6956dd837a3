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

/** The part of a commune's register that a batch may touch. It is updated after each operation. */
export interface Register {
  /**
   * The records of the operations, and besides:
   * - the households and people that something is hung on
   * - everything that hangs on a moved record
   * - the records that any of these are the same as
   * - the holders of each number or code that is touched, up to a limit (`lockTouched`)
   */
  readonly states: Map<string, RecordState>
  readonly hamlets: ReadonlySet<string>
  readonly numbers: HolderBook
  readonly codes: HolderBook
  readonly forms: FormBook
}

export interface Judged extends Applied {
  /** Other records that the operation changed. */
  readonly along: readonly Along[]
}

/** Judges an operation and writes its effect into the register. The scope is checked first, so that the answer reveals nothing outside it. */
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
  const along = openAlong(register.states, { own: op.record, device: ctx.device, counter: op.counter, floor: ctx.floor ?? 0 })
  if (placed.type === 'move') bringAlong(register, op.record, along)
  // After the move: whose number a record holds depends on which record it is now the same as.
  renewShared(register, { before: state, op: placed, changes: applied.changes }, along)
  return { ...applied, state: register.states.get(op.record), along: along.all() }
}

function isInScope({ states, hamlets }: Register, op: Operation, state: RecordState | undefined, author: Author, commune: string): boolean {
  const named = op.type === 'submit' ? [state ? undefined : op.head.hamlet] : op.type === 'move' ? [op.hamlet, states.get(op.same ?? '')?.record.hamlet] : []
  const places = [state?.record.hamlet, ...named].filter((hamlet) => hamlet !== undefined)
  return places.every((hamlet) => hamlets.has(hamlet) && isInArea(author.areas, commune, hamlet))
}

/**
 * The operation with the place that counts: a new or moved record is where its parent is now. `null` = the parent, or the record it is said to be the
 * same as, does not exist or has the wrong kind.
 */
function underParents({ states }: Register, op: Operation, state: RecordState | undefined): Operation | null {
  if (op.type === 'submit') {
    // A patch of a record that this server does not have cannot be placed.
    const head = state || op.base > 0 ? op.head : placeUnder(states, op.head)
    return head && (sameHead(head, op.head) ? op : { ...op, head })
  }
  if (op.type !== 'move' || !state) return op
  const { kind } = state.record
  const at = { kind, hamlet: op.hamlet, household: op.household, person: op.person }
  const head = op.same && states.get(op.same)?.record.kind !== kind ? null : placeUnder(states, at)
  return head && (sameHead(head, at) ? op : { ...op, hamlet: head.hamlet, household: head.household, person: head.person })
}

/** Whether the record was set aside by another decision. Then nothing can be merged into it. */
function isSetAside({ states }: Register, id: string | null | undefined): boolean {
  const other = states.get(id ?? '')
  return other !== undefined && sameAsOf(other.record) !== undefined
}
