import { isExtensionField } from '../../forms/extensionField'
import type { FormDefinition } from '../../forms/form'
import { mayMakeChange } from '../../forms/subjects/hivGroups'
import { changesOf, withChanges } from '../changes'
import { isConfirmable } from './confirmed'
import { formOf, judge } from './judgement'
import { mergePatch } from './merge'
import type { SubmitOperation } from '../operation'
import type { Outcome } from '../outcome'
import { isWellPlaced } from '../heads'
import type { FieldChange, FormKey, Hold } from '../record'
import type { Applied, ApplyContext, RecordState } from '../recordState'
import { refused } from './refused'
import { createdBy, editedBy } from './submitted'
import { areAnswersWrittenByOthers, versionByOthers } from '../writers'

/** Creates a record, or changes fields of one. Values that may not be applied are held, never dropped (S15-S18). */
export function applySubmit(state: RecordState | undefined, op: SubmitOperation, ctx: ApplyContext): Applied {
  if (!isWellPlaced(op.head)) return refused(state, 'malformed')
  const form = formOf(op.form, ctx)
  if (!form) return refused(state, 'unknownForm')
  if (form.kind !== op.head.kind || !Object.keys(op.patch).every((field) => isFieldOf(form, field))) return refused(state, 'malformed')
  if (op.confirmed && !isConfirmable(form, op.patch, op.confirmed)) return refused(state, 'malformed')
  if (changesOf(state?.record.answers ?? {}, op.patch).some(isDecision)) return refused(state, 'notAllowed')
  if (!state) return create(op, form, ctx)
  // The author's idea of where the record hangs does not matter: it may have been moved since.
  if (state.record.kind !== op.head.kind) return refused(state, 'headMismatch')
  return state.record.status === 'accepted' ? holdLocked(state, op, ctx) : edit(state, op, ctx)
}

/** Extension fields may come from a list this side does not have (yet). They are kept without being judged. */
const isFieldOf = (form: FormDefinition, field: string): boolean => Object.hasOwn(form.fields, field) || isExtensionField(field)

/** Changes that only a move may make (S37). A new request may clear the answer to the last one. */
const isDecision = ({ field, to }: FieldChange): boolean => field === 'sameAs' || (field === 'requestReply' && to !== undefined)

const mayMakeAll = (changes: readonly FieldChange[], { author }: ApplyContext): boolean => changes.every((change) => mayMakeChange(author.role, change))

function create(op: SubmitOperation, form: FormDefinition, ctx: ApplyContext): Applied {
  // A patch on a version this server does not have (it was restored from a backup) is not a whole record.
  if (op.base > 0) return refused(undefined, 'unknownRecord')
  const changes = changesOf({}, op.patch)
  if (!mayMakeAll(changes, ctx)) return refused(undefined, 'notAllowed')
  const answers = withChanges({}, changes)
  const { errors, warnings } = judge(form, answers, ctx)
  if (errors.length > 0) return refused(undefined, 'findings', errors)
  return { state: createdBy(op, ctx, answers, warnings), outcome: { kind: 'accepted', version: 1 }, changes }
}

/** An accepted form is locked: the changes are held for the supervisor (S17). */
function holdLocked(state: RecordState, op: SubmitOperation, ctx: ApplyContext): Applied {
  if (!mayMakeAll(mergePatch(state, op.patch, op.base, ctx.device).free, ctx)) return refused(state, 'notAllowed')
  return hold(state, op, ctx, changesOf(state.record.answers, op.patch), 'locked')
}

function edit(state: RecordState, op: SubmitOperation, ctx: ApplyContext): Applied {
  const form = formOf(newerForm(state.record.form, op.form), ctx)
  if (!form) return refused(state, 'unknownForm')
  const { free, overlapping } = mergePatch(state, op.patch, op.base, ctx.device)
  // What others wrote after the version the author saw may look like a change of theirs: it is held, whatever it says.
  if (!mayMakeAll(free, ctx)) return refused(state, 'notAllowed')
  const { errors, warnings } = judge(form, withChanges(state.record.answers, free), ctx)
  const hasCompany = versionByOthers(state.meta, ctx.device) > op.base
  if (errors.length > 0 && !areAnswersWrittenByOthers(state.meta, op.base, ctx.device)) return refused(state, 'findings', errors)
  // Each side may be right alone and both wrong together. Then no part of this patch is applied.
  if (errors.length > 0) return hold(state, op, ctx, [...free, ...overlapping], 'overlap')
  const next = editedBy(state, op, ctx, { free, held: overlapping, reason: 'overlap', applied: { form: form.key, warnings } })
  return { state: next, outcome: outcomeOf(next, overlapping, 'overlap', hasCompany), changes: free }
}

/** A record's form version never goes back: an older app's edit is judged by the version the record already has. */
function newerForm(a: FormKey, b: FormKey): FormKey {
  const version = (key: FormKey) => Number(key.slice(key.indexOf('@') + 1))
  return version(b) > version(a) ? b : a
}

function hold(state: RecordState, op: SubmitOperation, ctx: ApplyContext, held: readonly FieldChange[], reason: Hold['reason']): Applied {
  const next = editedBy(state, op, ctx, { free: [], held, reason, applied: null })
  return { state: next, outcome: outcomeOf(next, held, reason, false), changes: [] }
}

function outcomeOf({ record: { version } }: RecordState, held: readonly FieldChange[], reason: Hold['reason'], hasCompany: boolean): Outcome {
  if (held.length > 0) return { kind: 'held', version, fields: held.map((change) => change.field), reason }
  return { kind: hasCompany ? 'merged' : 'accepted', version }
}
