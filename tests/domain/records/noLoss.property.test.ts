import { describe, expect, it } from 'vitest'
import { sameAnswer, type AnswerValue } from '../../../src/domain/forms/answers'
import type { Operation } from '../../../src/domain/records/operation'
import { applyOperation, type Applied, type ApplyContext, type RecordState } from '../../../src/domain/records/judging/apply'
import { randomFrom } from '../../support/randomFrom'
import { DEVICE_TIME, ids, labourAnswers, labourHead, submit } from '../../support/villageForms'

const fields = ['phone', 'email', 'birthPlace', 'nationality'] as const
const valuesOf: Record<(typeof fields)[number], readonly (string | null)[]> = {
  phone: ['0905123456', '0905123457', null],
  email: ['a@example.vn', 'b@example.vn', null],
  birthPlace: ['Ninh Sơn', 'Phan Rang', null],
  nationality: ['Lào', 'Campuchia', null],
}
const authors: Readonly<Record<string, ApplyContext['author']>> = {
  [ids.phoneA]: { id: ids.officer, role: 'officer' },
  [ids.phoneB]: { id: ids.colleague, role: 'officer' },
  [ids.desk]: { id: ids.supervisor, role: 'supervisor' },
}
const devices = [ids.phoneA, ids.phoneB, ids.desk]

interface Step { readonly device: string; readonly op: Operation; readonly before: RecordState | undefined; readonly applied: Applied }

/** A random life of one labour form: phones edit what they last saw, the desk reviews and chooses. */
function history(seed: number, length: number): readonly Step[] {
  const random = randomFrom(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const seen = new Map<string, RecordState['record'] | undefined>()
  const counters = new Map<string, number>()
  const next = (device: string): number => counters.set(device, (counters.get(device) ?? 0) + 1).get(device)!
  const steps: Step[] = []
  let state: RecordState | undefined
  const apply = (device: string, op: Operation): void => {
    const before = state
    const applied = applyOperation(state, op, contextOf(device))
    state = applied.state
    steps.push({ device, op, before, applied })
  }
  apply(ids.phoneA, submit(next(ids.phoneA), ids.labour, labourHead(), labourAnswers() as Record<string, string>))
  for (let step = 0; step < length; step += 1) {
    const device = pick(devices)
    if (random() < 0.4) seen.set(device, state?.record)
    const view = seen.get(device)
    const common = { counter: next(device), record: ids.labour, base: view?.version ?? 0, at: DEVICE_TIME }
    const hold = view?.holds[0]
    if (hold && random() < 0.5) apply(device, { type: 'resolve', ...common, choices: [{ hold: hold.id, take: pick(['current', 'held'] as const) }] })
    else if (device === ids.desk) apply(device, random() < 0.4 ? { type: 'accept', ...common } : { type: 'return', ...common, notes: [{ field: pick(fields), text: 'Xem lại' }] })
    else apply(device, submit(common.counter, ids.labour, labourHead(), randomPatch(pick), common.base))
  }
  return steps
}

const contextOf = (device: string) => ({
  commune: '22810', author: authors[device]!, device, run: ids.run, receivedAt: '2026-11-25T02:00:00.000Z', check: { today: '2026-11-25', minAge: 15 },
})

function randomPatch(pick: <T>(items: readonly T[]) => T): Record<string, AnswerValue | null> {
  const chosen = fields.filter(() => pick([true, false]))
  return Object.fromEntries(chosen.map((field) => [field, pick(valuesOf[field])]))
}

const isAcknowledged = ({ applied }: Step): boolean => applied.outcome.kind !== 'refused'

describe.each(Array.from({ length: 30 }, (_, seed) => seed))('the life of a form, seed %i', (seed) => {
  const steps = history(seed, 60)

  it('never loses an acknowledged value: it stands, or it is held', () => {
    for (const { op, applied } of steps.filter(isAcknowledged)) {
      if (op.type !== 'submit') continue
      const { record } = applied.state!
      const lost = Object.entries(op.patch).filter(([field, value]) =>
        !sameAnswer(record.answers[field], value ?? undefined) && !record.holds.some((hold) => hold.field === field && sameAnswer(hold.value ?? undefined, value ?? undefined)))

      expect(lost).toEqual([])
    }
  })

  it('never replaces a value its author had not seen, but by a person\'s choice', () => {
    const written = new Map<string, { readonly version: number; readonly device: string }>()
    for (const { device, op, applied } of steps) {
      for (const { field } of applied.changes) {
        const last = written.get(field)
        if (op.type === 'submit' && last && last.device !== device) expect(last.version).toBeLessThanOrEqual(op.base)
        written.set(field, { version: applied.state!.record.version, device })
      }
    }
  })

  it('ends a hold only by a choice, or by the later word of the phone it came from', () => {
    for (const { device, op, before, applied } of steps) {
      const gone = (before?.record.holds ?? []).filter((hold) => !applied.state?.record.holds.some((other) => other.id === hold.id))
      const explained = gone.filter((hold) =>
        op.type === 'resolve' ? op.choices.some((choice) => choice.hold === hold.id) : op.type === 'submit' && hold.id.startsWith(device) && hold.field in op.patch)

      expect(gone).toEqual(explained)
    }
  })

  it('changes an accepted form by a supervisor\'s choice alone', () => {
    for (const { device, before, applied } of steps.filter((step) => step.before?.record.status === 'accepted')) {
      if (device !== ids.desk) expect(applied.state!.record.answers).toEqual(before!.record.answers)
    }
  })

  it('counts one version for each operation that changed something, none for the others', () => {
    for (const { before, applied } of steps.slice(1)) {
      const grown = applied.state!.record.version - before!.record.version
      expect(grown).toBe(applied.state === before ? 0 : 1)
      if (applied.outcome.kind === 'refused') expect(applied.state).toBe(before)
      else expect(applied.outcome.version).toBe(applied.state!.record.version)
    }
  })

  it('is judged the same when it is judged again', () => {
    for (const { device, op, before, applied } of steps) expect(applyOperation(before, op, contextOf(device))).toEqual(applied)
  })

  it('never clears notes that the author of the clearing had not seen', () => {
    const isUnseen = ({ before, op }: Step): boolean => before?.record.status === 'returned' && op.type === 'submit' && op.base < before.record.version && before.record.notes.length > 0
    let returnedAt = 0
    for (const step of steps) {
      if (step.op.type === 'return' && isAcknowledged(step)) returnedAt = step.applied.state!.record.version
      if (isUnseen(step) && step.op.base < returnedAt) expect(step.applied.state!.record.notes).toEqual(step.before!.record.notes)
    }
  })
})
