import { changesOf, withChanges, type Patch } from './changes'
import { submissionAfter } from './confirmed'
import { mayTake } from './holds'
import { formOf, judge, withServerWarnings } from './judgement'
import type { ResolveOperation } from './operation'
import type { Hold } from './record'
import type { Applied, ApplyContext, RecordState } from './recordState'
import { refused } from './refused'
import { sinceReturn } from './sinceReturn'
import { isWrittenByOthers, stamp } from './writers'

interface Choice { readonly hold: Hold; readonly take: 'current' | 'held' }

/**
 * A person chooses between the value that stands and the one that was held. Holds already chosen are passed over, so a
 * choice made on two devices is made once. Taking the held value of an accepted record is the reviewer's alone.
 */
export function applyResolve(state: RecordState, op: ResolveOperation, ctx: ApplyContext): Applied {
  const choices = openChoices(state, op)
  if (choices.length === 0) return { state, outcome: { kind: 'accepted', version: state.record.version }, changes: [] }
  if (choices.some((choice) => choice.take === 'held' && !mayTake(ctx.author.role, state.record, choice.hold))) return refused(state, 'notAllowed')
  if (choices.some(({ hold }) => isWrittenByOthers(state, hold.field, op.base, ctx.device))) return refused(state, 'changedSince')
  return resolved(state, op, choices, ctx)
}

function openChoices(state: RecordState, op: ResolveOperation): readonly Choice[] {
  const takes = new Map(op.choices.map((choice) => [choice.hold, choice.take]))
  return state.record.holds.flatMap((hold) => {
    const take = takes.get(hold.id)
    return take ? [{ hold, take }] : []
  })
}

function resolved(state: RecordState, op: ResolveOperation, choices: readonly Choice[], ctx: ApplyContext): Applied {
  const { record } = state
  const form = formOf(record.form, ctx)
  if (!form) return refused(state, 'unknownForm')
  const patch: Patch = Object.fromEntries(choices.filter((c) => c.take === 'held').map(({ hold }) => [hold.field, hold.value]))
  const changes = changesOf(record.answers, patch)
  const answers = withChanges(record.answers, changes)
  const { errors, warnings } = judge(form, answers, ctx)
  if (changes.length > 0 && errors.length > 0) return refused(state, 'findings', errors)
  const version = record.version + 1
  const chosen = new Set(choices.map((choice) => choice.hold.id))
  const next = {
    ...record,
    answers,
    submission: submissionAfter(record.submission, changes),
    version,
    holds: record.holds.filter((hold) => !chosen.has(hold.id)),
    changes: sinceReturn(record, changes),
    warnings: withServerWarnings(warnings, record.warnings),
  }
  const meta = stamp(state.meta, { version, device: ctx.device, counter: op.counter }, changes.map((c) => c.field), false)
  return { state: { record: next, meta }, outcome: { kind: 'accepted', version }, changes }
}
