import { sameAnswer, type Answers } from '../../forms/answers'
import type { Finding } from '../../forms/checking/finding'
import type { FormDefinition } from '../../forms/form'
import { mayMakeChange } from '../../forms/subjects/hivGroups'
import { changesOf, fieldChange, withChanges, type Patch } from '../changes'
import { submissionAfter } from './confirmed'
import { mayTake } from './holds'
import { formOf, judge, withServerWarnings } from './judgement'
import type { ResolveOperation } from '../operation'
import type { FieldChange, Hold, RegisterRecord } from '../record'
import type { Applied, ApplyContext, RecordState } from '../recordState'
import { refused } from './refused'
import { standingReasons } from './serverWarnings'
import { sinceReturn } from './sinceReturn'
import { isWrittenByOthers, nextVersion, stamp } from '../writers'

interface Choice { readonly hold: Hold; readonly take: 'current' | 'held' }

/**
 * A person chooses between the current value and a held one. Holds that are already decided are skipped, so a choice made on two
 * devices counts once. Only the reviewer may take a held value into an accepted record. A field has one value: a choice that takes two
 * different values for it is refused (S15). A member of the village team may not choose between values that differ in an HIV group.
 */
export function applyResolve(state: RecordState, op: ResolveOperation, ctx: ApplyContext): Applied {
  const choices = openChoices(state.record, op.choices)
  if (choices.length === 0) return { state, outcome: { kind: 'accepted', version: state.record.version }, changes: [] }
  if (!isOneWord(choices)) return refused(state, 'malformed')
  if (choices.some((choice) => choice.take === 'held' && !mayTake(ctx.author.role, state.record, choice.hold))) return refused(state, 'notAllowed')
  if (choices.some(({ hold }) => isWrittenByOthers(state, hold.field, op.base, ctx.device))) return refused(state, 'changedSince')
  // Whichever value is taken: the other one is gone then.
  if (!choices.every(({ hold }) => mayMakeChange(ctx.author.role, changeTo(state, hold)))) return refused(state, 'notAllowed')
  return resolved(state, op, choices, ctx)
}

const changeTo = ({ record }: RecordState, { field, value }: Hold): FieldChange => fieldChange(field, record.answers[field], value ?? undefined)

/**
 * The errors for which these choices would be refused. A screen asks this before it queues them, so that nobody saves a choice that can
 * never be taken.
 */
export function errorsOfChoices(record: Pick<RegisterRecord, 'answers' | 'holds'>, choices: ResolveOperation['choices'], form: FormDefinition, ctx: Pick<ApplyContext, 'check'>): readonly Finding[] {
  return withTaken(record.answers, openChoices(record, choices), form, ctx).errors
}

function openChoices({ holds }: Pick<RegisterRecord, 'holds'>, choices: ResolveOperation['choices']): readonly Choice[] {
  const open = new Map(holds.map((hold) => [hold.id, hold]))
  return choices.flatMap(({ hold: id, take }) => {
    const hold = open.get(id)
    return hold ? [{ hold, take }] : []
  })
}

/** Whether at most one value is taken per field. Otherwise the order of the choices would decide. */
function isOneWord(choices: readonly Choice[]): boolean {
  const taken = valuesTaken(choices)
  return new Set(choices.map(({ hold }) => hold.id)).size === choices.length
    && choices.every(({ hold, take }) => take === 'current' || sameAnswer(taken[hold.field] ?? undefined, hold.value ?? undefined))
}

const valuesTaken = (choices: readonly Choice[]): Patch =>
  Object.fromEntries(choices.filter(({ take }) => take === 'held').map(({ hold }) => [hold.field, hold.value]))

/** The answers with the values that are taken. Where all stays as it is nothing is judged: the form may have been wrong before. */
function withTaken(before: Answers, choices: readonly Choice[], form: FormDefinition, ctx: Pick<ApplyContext, 'check'>) {
  const changes = changesOf(before, valuesTaken(choices))
  const answers = withChanges(before, changes)
  const { errors, warnings } = judge(form, answers, ctx)
  return { changes, answers, errors: changes.length > 0 ? errors : [], warnings }
}

function resolved(state: RecordState, op: ResolveOperation, choices: readonly Choice[], ctx: ApplyContext): Applied {
  const { record } = state
  const form = formOf(record.form, ctx)
  if (!form) return refused(state, 'unknownForm')
  const { changes, answers, errors, warnings: ofRules } = withTaken(record.answers, choices, form, ctx)
  if (errors.length > 0) return refused(state, 'findings', errors)
  const warnings = withServerWarnings(ofRules, record.warnings)
  const version = nextVersion(state, ctx)
  const chosen = new Set(choices.map((choice) => choice.hold.id))
  const next = {
    ...record,
    answers,
    submission: submissionAfter(record.submission, changes),
    version,
    holds: record.holds.filter((hold) => !chosen.has(hold.id)),
    changes: sinceReturn(record, changes),
    warnings,
    reasons: standingReasons(record.reasons, warnings),
  }
  const meta = stamp(state.meta, { version, device: ctx.device, counter: op.counter }, changes.map((c) => c.field), false)
  return { state: { record: next, meta }, outcome: { kind: 'accepted', version }, changes }
}
