import { formOf } from './judgement'
import type { AcceptOperation, ReturnOperation } from '../operation'
import type { RegisterRecord } from '../record'
import type { Applied, ApplyContext, RecordState } from '../recordState'
import { refused } from './refused'
import { nextVersion, stamp, versionByOthers } from '../writers'

/** The supervisor accepts the form as it is. From then on it is locked. */
export function applyAccept(state: RecordState, op: AcceptOperation, ctx: ApplyContext): Applied {
  return notReviewable(state, op, ctx) ?? reviewed(state, op, ctx, { status: 'accepted', notes: [] })
}

/** The supervisor returns the form with notes on fields. The next submission by somebody who saw the notes clears them. */
export function applyReturn(state: RecordState, op: ReturnOperation, ctx: ApplyContext): Applied {
  const form = formOf(state.record.form, ctx)
  if (!form) return refused(state, 'unknownForm')
  if (op.notes.some((note) => !Object.hasOwn(form.fields, note.field))) return refused(state, 'malformed')
  const notes = op.notes.map((note) => ({ ...note, by: ctx.author.id, at: ctx.receivedAt }))
  return notReviewable(state, op, ctx) ?? reviewed(state, op, ctx, { status: 'returned', notes, changes: [] })
}

/** The refusal, if any. A reviewer decides on the version that was shown: if somebody else changed the form since, it must be looked at first. */
function notReviewable(state: RecordState, op: AcceptOperation | ReturnOperation, ctx: ApplyContext): Applied | undefined {
  if (state.record.status !== 'submitted') return refused(state, 'notReviewable')
  const isSeen = op.base <= state.record.version && versionByOthers(state.meta, ctx.device) <= op.base
  return isSeen ? undefined : refused(state, 'changedSince')
}

function reviewed(state: RecordState, op: AcceptOperation | ReturnOperation, ctx: ApplyContext, change: Partial<RegisterRecord>): Applied {
  const version = nextVersion(state, ctx)
  const record = { ...state.record, ...change, version, reviewedBy: ctx.author.id, reviewedAt: ctx.receivedAt }
  const meta = stamp(state.meta, { version, device: ctx.device, counter: op.counter }, [], true)
  return { state: { record, meta }, outcome: { kind: 'accepted', version }, changes: [] }
}
