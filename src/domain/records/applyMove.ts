import { requestFields } from '../forms/definitions/requestFields'
import { changesOf, withChanges, type Patch } from './changes'
import { isWellPlaced } from './heads'
import { formOf } from './judgement'
import type { MoveOperation } from './operation'
import type { Applied, ApplyContext, RecordState } from './recordState'
import { refused } from './refused'
import { stamp } from './writers'

/**
 * The supervisor says where a record hangs, and by that what becomes of a request about it: a move to where it is already turns the
 * request down. Answers, status and what is held stay as they are. Always a version of its own, so that the decision is in the history.
 */
export function applyMove(state: RecordState, op: MoveOperation, ctx: ApplyContext): Applied {
  const { record } = state
  const { hamlet, household, person } = op
  if (!isWellPlaced({ kind: record.kind, hamlet, household, person }) || op.same === record.id) return refused(state, 'malformed')
  const form = formOf(record.form, ctx)
  if (!form) return refused(state, 'unknownForm')
  const mayBeAsked = Object.hasOwn(form.fields, 'request')
  if (!mayBeAsked && (op.same !== undefined || op.reply !== undefined)) return refused(state, 'malformed')
  const changes = changesOf(record.answers, mayBeAsked ? ended(op) : {})
  const version = record.version + 1
  const meta = stamp(state.meta, { version, device: ctx.device, counter: op.counter }, changes.map((change) => change.field), false)
  return {
    state: { record: { ...record, hamlet, household, person, answers: withChanges(record.answers, changes), version }, meta },
    outcome: { kind: 'accepted', version }, changes,
  }
}

function ended({ same, reply }: MoveOperation): Patch {
  return { ...Object.fromEntries(Object.keys(requestFields).map((field) => [field, null])), sameAs: same ?? null, requestReply: reply ?? null }
}
