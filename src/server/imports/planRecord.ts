import type { AnswerValue } from '../../domain/forms/answers'
import { sameAnswer } from '../../domain/forms/answers'
import { findings } from '../../domain/forms/checking/findings'
import type { CheckContext, Finding } from '../../domain/forms/checking/finding'
import type { FormDefinition } from '../../domain/forms/form'
import { currentForm, findForm } from '../../domain/forms/registry'
import type { SubmitOperation } from '../../domain/records/operation'
import type { RecordHead } from '../../domain/records/record'
import type { RecordState } from '../../domain/records/recordState'
import { lastWriter } from '../../domain/records/writers'

export interface RecordPlan {
  readonly id: string
  /** `undefined` = the list says nothing new. */
  readonly operation: Omit<SubmitOperation, 'counter'> | undefined
  /** Fields in which somebody has written another value since: that value stays. */
  readonly kept: readonly string[]
  /** Of what is wrong or doubtful, what may be told to whoever imports. */
  readonly findings: readonly Finding[]
}

export interface PlanInput {
  readonly existing: RecordState | undefined
  readonly newId: () => string
  readonly head: RecordHead
  readonly values: Readonly<Record<string, AnswerValue>>
  readonly check: CheckContext
  readonly at: string
  /** The device under which imports are logged. An import may change values that this device wrote. */
  readonly importDevice: string
}

/** Plans what an import does with one household or person: make it, change it, or leave it. The same list again plans nothing. */
export function planRecord({ existing, newId, head, values, check, at, importDevice }: PlanInput): RecordPlan {
  const before = existing?.record.answers ?? {}
  const differing = Object.entries(values).filter(([field, value]) => !sameAnswer(before[field], value))
  const isOurs = (field: string): boolean => before[field] === undefined || (existing !== undefined && lastWriter(existing, field)?.[1] === importDevice)
  const patch = Object.fromEntries(differing.filter(([field]) => isOurs(field)))
  const kept = differing.map(([field]) => field).filter((field) => !isOurs(field))
  const after = { ...before, ...patch }
  const form = (existing && findForm(existing.record.form)) ?? currentForm(head.kind)
  const id = existing?.record.id ?? newId()
  const isNew = existing === undefined
  const operation = { type: 'submit', record: id, base: existing?.record.version ?? 0, at, head, form: form.key, patch } as const
  return {
    id, kept,
    operation: isNew || Object.keys(patch).length > 0 ? operation : undefined,
    findings: findings(form, after, check).flatMap((finding) => tellable(form, finding, (field) => after[field] === undefined || sameAnswer(after[field], values[field]))),
  }
}

/**
 * What may be told of a finding to an administrator, who reads no record. A finding that needs a stored answer, which the list does not give, would tell
 * that answer: of an error only that there is one is told. A warning is left to the supervisor, who finds it on the record.
 */
function tellable(form: FormDefinition, finding: Finding, isInList: (field: string) => boolean): readonly Finding[] {
  const read = form.checks.find(({ id }) => id === finding.id)?.fields ?? [finding.field]
  if (read.every(isInList)) return [finding]
  const { data: _, ...bare } = finding
  return finding.severity === 'error' ? [bare] : []
}
