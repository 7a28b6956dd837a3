import { isInArea } from '../../domain/access'
import { applyOperation } from '../../domain/records/apply'
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
  if (op.type === 'submit' && !state && !hasParents(register, op)) return refused(state, 'parentMissing')
  const applied = applyOperation(state, op, ctx)
  if (!applied.state || applied.state === state) return applied
  const entered = state ? applied.state : register.forms.enter(applied.state)
  const after = touchesNumber(applied) ? register.numbers.enter(state, entered) : entered
  register.states.set(op.record, after)
  register.heads.set(op.record, after.record)
  return { ...applied, state: after }
}

function isInScope(register: Register, op: Operation, state: RecordState | undefined, author: Author, commune: string): boolean {
  const places = [state?.record.hamlet, op.type === 'submit' ? op.head.hamlet : undefined].filter((hamlet) => hamlet !== undefined)
  return places.every((hamlet) => register.hamlets.has(hamlet) && isInArea(author.areas, commune, hamlet))
}

/** The household and person a new record names are there, of the right kind, in the same hamlet and belong together. */
function hasParents({ heads }: Register, { head }: SubmitOperation): boolean {
  const household = head.household === null ? undefined : heads.get(head.household)
  const person = head.person === null ? undefined : heads.get(head.person)
  const hasHousehold = head.household === null || (household?.kind === 'household' && household.hamlet === head.hamlet)
  const hasPerson = head.person === null || (person?.kind === 'person' && person.hamlet === head.hamlet && person.household === head.household)
  return hasHousehold && hasPerson
}

const touchesNumber = ({ state, changes }: Applied): boolean =>
  state?.record.version === 1 || changes.some((change) => change.field === 'personalId')
