import type { Role } from '../../../src/domain/access'
import { applyOperation, type Applied, type RecordState } from '../../../src/domain/records/judging/apply'
import type { AcceptOperation, Operation, ResolveOperation, ReturnOperation, SubmitOperation } from '../../../src/domain/records/operation'
import type { RegisterRecord } from '../../../src/domain/records/record'
import { DEVICE_TIME, ids, labourAnswers, labourHead, submit } from '../../support/villageForms'

export type Who = 'phoneA' | 'phoneB' | 'desk'
type Patch = SubmitOperation['patch']

const people: Record<Who, { readonly id: string; readonly role: Role }> = {
  phoneA: { id: ids.officer, role: 'officer' },
  phoneB: { id: ids.colleague, role: 'officer' },
  desk: { id: ids.supervisor, role: 'supervisor' },
}

/** One labour form, two phones and a supervisor's desk, judged by the rules alone. */
export function labourDesk() {
  let state: RecordState | undefined
  const counters = { phoneA: 0, phoneB: 0, desk: 0 }
  const next = (who: Who): number => (counters[who] += 1)
  const apply = (who: Who, op: Operation, role: Role = people[who].role): Applied => {
    const applied = applyOperation(state, op, {
      commune: '22810', author: { id: people[who].id, role }, device: ids[who], run: ids.run,
      receivedAt: '2026-11-25T02:00:00.000Z', check: { today: '2026-11-25', minAge: 15 },
    })
    state = applied.state
    return applied
  }
  return {
    apply,
    next,
    record: (): RegisterRecord => state!.record,
    state: () => state,
    create: (who: Who = 'phoneA', more: Patch = {}) => apply(who, submit(next(who), ids.labour, labourHead(), { ...(labourAnswers() as Patch), ...more })),
    edit: (who: Who, base: number, patch: Patch) => apply(who, submit(next(who), ids.labour, labourHead(), patch, base)),
    accept: (base: number, who: Who = 'desk') => apply(who, { type: 'accept', counter: next(who), record: ids.labour, base, at: DEVICE_TIME } satisfies AcceptOperation),
    giveBack: (base: number, notes: ReturnOperation['notes'] = [{ field: 'born', text: 'Xem lại giấy khai sinh' }]) =>
      apply('desk', { type: 'return', counter: next('desk'), record: ids.labour, base, at: DEVICE_TIME, notes }),
    resolve: (who: Who, base: number, choices: ResolveOperation['choices']) =>
      apply(who, { type: 'resolve', counter: next(who), record: ids.labour, base, at: DEVICE_TIME, choices }),
  }
}
