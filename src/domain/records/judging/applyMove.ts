import { requestFields } from '../../forms/definitions/requestFields'
import { changesOf, withChanges, type Patch } from '../changes'
import { submissionAfter } from './confirmed'
import { isWellPlaced } from '../heads'
import { formOf } from './judgement'
import type { MoveOperation } from '../operation'
import type { Applied, ApplyContext, RecordState } from '../recordState'
import { refused } from './refused'
import { isWrittenByOthers, nextVersion, stamp } from '../writers'

/**
 * The supervisor decides where a record hangs, and perhaps on a request about it. A move to the place where the record already is, with a
 * reply, turns the request down. If there is a newer request, or a newer decision from another desk, that the supervisor did not see, the move
 * is refused (`changedSince`). Other answers, status and holds stay as they are. It always makes a version, so that the history shows the decision.
 */
export function applyMove(state: RecordState, op: MoveOperation, ctx: ApplyContext): Applied {
  const { record } = state
  const { hamlet, household, person } = op
  if (!isWellPlaced({ kind: record.kind, hamlet, household, person }) || op.same === record.id) return refused(state, 'malformed')
  const form = formOf(record.form, ctx)
  if (!form) return refused(state, 'unknownForm')
  const patch = patchOf(op)
  const changes = changesOf(record.answers, patch)
  if (!changes.every(({ field }) => Object.hasOwn(form.fields, field))) return refused(state, 'malformed')
  if (Object.keys(patch).some((field) => isWrittenByOthers(state, field, op.base, ctx.device))) return refused(state, 'changedSince')
  const version = nextVersion(state, ctx)
  const meta = stamp(state.meta, { version, device: ctx.device, counter: op.counter }, changes.map((change) => change.field), false)
  return {
    state: { record: { ...record, hamlet, household, person, answers: withChanges(record.answers, changes), submission: submissionAfter(record.submission, changes), version }, meta },
    outcome: { kind: 'accepted', version }, changes,
  }
}

const aboutRequest = Object.keys(requestFields).filter((field) => field !== 'sameAs')

function patchOf({ same, reply }: MoveOperation): Patch {
  const ended = Object.fromEntries(aboutRequest.map((field) => [field, null]))
  return { ...(reply !== undefined && { ...ended, requestReply: reply }), ...(same !== undefined && { sameAs: same }) }
}
