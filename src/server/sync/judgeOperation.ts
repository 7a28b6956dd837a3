import { isInArea } from '../../domain/access'
import { applyOperation } from '../../domain/records/apply'
import { sameHead } from '../../domain/records/heads'
import type { Operation, SubmitOperation } from '../../domain/records/operation'
import type { RecordHead } from '../../domain/records/record'
import type { Applied, ApplyContext, RecordState } from '../../domain/records/recordState'
import { refused } from '../../domain/records/refused'
import type { Author } from './author'
import type { FormBook } from './formBook'
import type { NumberBook } from './numberBook'

/** The part of a commune's register that a batch touches, as it stands after each operation of the batch. */
export interface Register {
  readonly states: Map<string, RecordState>
  /** Households and people that something may hang on, those made in this batch included. */
  readonly heads: Map<string, RecordHead>
  readonly hamlets: ReadonlySet<string>
  readonly numbers: NumberBook
  readonly forms: FormBook
}

/** Judges an operation against the register and lays its effect down there. Scope first: nothing outside it is told. */
export function judgeOperation(register: Register, op: Operation, author: Author, ctx: ApplyContext): Applied {
  const state = register.states.get(op.record)
  if (!isInScope(register, op, state, author, ctx.commune)) return refused(state, 'outOfScope')
  const placed = op.type === 'submit' && !state ? underParents(register, op) : op
  if (!placed || (op.type === 'move' && state && !isUnderParents(register, { ...op, kind: state.record.kind }))) return refused(state, 'parentMissing')
  if (placed !== op && !isInScope(register, placed, state, author, ctx.commune)) return refused(state, 'outOfScope')
  const applied = applyOperation(state, placed, ctx)
  if (!applied.state || applied.state === state) return applied
  const entered = state ? applied.state : register.forms.enter(applied.state)
  const after = touchesNumber(op, applied) ? register.numbers.enter(state, entered) : entered
  register.states.set(op.record, after)
  register.heads.set(op.record, after.record)
  return { ...applied, state: after }
}

function isInScope(register: Register, op: Operation, state: RecordState | undefined, author: Author, commune: string): boolean {
  const named = op.type === 'submit' ? (state ? undefined : op.head.hamlet) : op.type === 'move' ? op.hamlet : undefined
  const places = [state?.record.hamlet, named].filter((hamlet) => hamlet !== undefined)
  return places.every((hamlet) => register.hamlets.has(hamlet) && isInArea(author.areas, commune, hamlet))
}

/** A new record lies where its person or household lies by now, wherever its author knew them; `null` = they are not there. */
function underParents(register: Register, op: SubmitOperation): SubmitOperation | null {
  const parent = register.heads.get(op.head.person ?? op.head.household ?? '')
  const head = parent ? { ...op.head, hamlet: parent.hamlet, ...(op.head.person !== null && { household: parent.household }) } : op.head
  if (!isUnderParents(register, head)) return null
  return sameHead(head, op.head) ? op : { ...op, head }
}

/** The household and person a record hangs on are there, of the right kind, in the same hamlet and belong together. */
function isUnderParents({ heads }: Register, head: RecordHead): boolean {
  const household = head.household === null ? undefined : heads.get(head.household)
  const person = head.person === null ? undefined : heads.get(head.person)
  const hasHousehold = head.household === null || (household?.kind === 'household' && household.hamlet === head.hamlet)
  const hasPerson = head.person === null || (person?.kind === 'person' && person.hamlet === head.hamlet && person.household === head.household)
  return hasHousehold && hasPerson
}

const touchesNumber = (op: Operation, { state, changes }: Applied): boolean =>
  op.type === 'move' || state?.record.version === 1 || changes.some((change) => change.field === 'personalId')
