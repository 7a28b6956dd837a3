import type { Answers, AnswerValue } from '../answers'
import { isBranch, type Condition } from './condition'
import { holds, type Read } from './evaluate'
import type { Field, FormDefinition, Group } from '../form'

/** A field that people answer: it is not filled in by the app, and not computed from other answers. */
export function isQuestion(field: Field | undefined): field is Field {
  return field !== undefined && !field.system && !field.computed
}

/** The fields that are asked, given these answers, in form order. One pass is enough, because conditions read only earlier fields. */
export function askedFields(form: FormDefinition, answers: Answers): ReadonlySet<string> {
  const asked = new Set<string>()
  const read = readAsked(asked, answers)
  for (const group of form.groups) {
    if (group.askIf && !holds(group.askIf, read)) continue
    for (const id of group.fields) {
      const condition = form.fields[id]?.askIf
      if (!condition || holds(condition, read)) asked.add(id)
    }
  }
  return asked
}

/** The answers that conditions can see: only those of asked fields. */
export function readAsked(asked: ReadonlySet<string>, answers: Answers): Read {
  return (field) => (asked.has(field) ? answers[field] : undefined)
}

/** Whether a field is asked. This is transitive. A field the form does not have is not asked. */
export function isAsked(form: FormDefinition, answers: Answers, fieldId: string): boolean {
  return askedFields(form, answers).has(fieldId)
}

/** Whether a field must be answered. `read` gives the answers of asked fields. */
export function isRequired(field: Field, read: Read): boolean {
  return typeof field.required === 'boolean' ? field.required : holds(field.required, read)
}

/** The answer because of which something is not asked: the earliest field in the chain, and its answer (`undefined` = none yet). */
export interface WhyNotAsked {
  readonly field: string
  readonly answer: AnswerValue | undefined
}

/** Why a whole group is skipped. `undefined` = the group itself is asked. */
export function whyGroupNotAsked(form: FormDefinition, answers: Answers, group: Group): WhyNotAsked | undefined {
  if (!group.askIf) return undefined
  const asked = askedFields(form, answers)
  if (holds(group.askIf, readAsked(asked, answers))) return undefined
  return decidedBy(form, group.askIf, group.fields[0] ?? '', asked, answers)
}

function decidedBy(form: FormDefinition, groupIf: Condition | undefined, fieldId: string, asked: ReadonlySet<string>, answers: Answers): WhyNotAsked | undefined {
  const read = readAsked(asked, answers)
  const failing = [groupIf, form.fields[fieldId]?.askIf].find((condition) => condition && !holds(condition, read))
  const field = failing && decidingField(failing, read)
  if (field === undefined) return undefined
  if (asked.has(field)) return { field, answer: answers[field] }
  return decidedBy(form, groupOf(form, field)?.askIf, field, asked, answers)
}

/** The field of the first leaf that makes a condition false. */
function decidingField(condition: Condition, read: Read): string | undefined {
  if (!isBranch(condition)) return condition.field
  const wantsTrue = condition.op === 'not'
  const part = condition.of.find((each) => holds(each, read) === wantsTrue)
  return part && decidingField(part, read)
}

function groupOf(form: FormDefinition, fieldId: string): Group | undefined {
  return form.groups.find((group) => group.fields.includes(fieldId))
}

/** Answered fields that are no longer asked after a change, in form order. The screen names them before the change is made. */
export function clearedBy(form: FormDefinition, before: Answers, after: Answers): string[] {
  const still = askedFields(form, after)
  return [...askedFields(form, before)].filter((id) => !still.has(id) && after[id] !== undefined && !form.fields[id]?.computed)
}

export interface PartedChanges {
  /** Changes that drop no answer. */
  readonly free: Answers
  /** The other changes, and the answers they drop together. Either both are empty, or neither is. */
  readonly dropping: Answers
  readonly cleared: readonly string[]
}

/** Splits changes that are made at once into those that drop other answers and those that do not. */
export function partChanges(form: FormDefinition, before: Answers, changes: Answers): PartedChanges {
  let stands = before
  // Each is checked on top of those before it: two changes together may drop an answer that neither drops alone.
  const dropping = Object.entries(changes).filter(([field, value]) => {
    const next = { ...stands, [field]: value }
    const drops = clearedBy(form, stands, next).length > 0
    if (!drops) stands = next
    return drops
  })
  const cleared = dropping.length > 0 ? clearedBy(form, stands, { ...before, ...changes }) : []
  if (cleared.length === 0) return { free: changes, dropping: {}, cleared }
  const held = new Set(dropping.map(([field]) => field))
  return { free: Object.fromEntries(Object.entries(changes).filter(([field]) => !held.has(field))), dropping: Object.fromEntries(dropping), cleared }
}
