import { mayAct, type RecordAction } from '../../access'
import { applyMove } from './applyMove'
import { applyResolve } from './applyResolve'
import { applyAccept, applyReturn } from './applyReview'
import { applySubmit } from './applySubmit'
import type { Operation } from '../operation'
import { outgrows } from './outgrows'
import type { Applied, ApplyContext, RecordState } from '../recordState'
import { refused } from './refused'

export type { Applied, ApplyContext, RecordState } from '../recordState'

/**
 * Judges one operation on one record. A record changes in no other way, on the server and in every test.
 *
 * Pure: the same state, operation and context give the same result. It does not notice repeats: the caller recognises them by
 * (device, counter) first (S7). It does not know the author's area or the record's parents: the caller checks those first. It makes a
 * new version only if something changed.
 *
 * @param state the record now; `undefined` = this commune has no record with that id
 */
export function applyOperation(state: RecordState | undefined, op: Operation, ctx: ApplyContext): Applied {
  const applied = applyOf(state, op, ctx)
  return applied.state && applied.state !== state && outgrows(state, applied.state) ? refused(state, 'recordFull') : applied
}

function applyOf(state: RecordState | undefined, op: Operation, ctx: ApplyContext): Applied {
  if (!mayAct(ctx.author.role, op.type satisfies RecordAction)) return refused(state, 'notAllowed')
  if (op.type === 'submit') return applySubmit(state, op, ctx)
  if (!state) return refused(state, 'unknownRecord')
  switch (op.type) {
    case 'accept':
      return applyAccept(state, op, ctx)
    case 'return':
      return applyReturn(state, op, ctx)
    case 'resolve':
      return applyResolve(state, op, ctx)
    case 'move':
      return applyMove(state, op, ctx)
    default:
      return op satisfies never
  }
}
