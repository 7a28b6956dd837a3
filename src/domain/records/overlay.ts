import { sameAnswer, type Answers, type AnswerValue } from '../forms/answers'
import { changesOf, withChanges, type Patch } from './changes'
import { confirmedAfter } from './judging/confirmed'
import { holdId } from './judging/holds'
import type { Operation } from './operation'
import type { Outcome } from './outcome'
import type { Confirmed, Hold, RegisterRecord } from './record'

/** An operation of this device that its replica does not show yet, and the server's outcome (`null` = none yet). */
export interface LocalOperation {
  readonly device: string
  readonly operation: Operation
  readonly outcome: Outcome | null
}

/**
 * The answers the record will have once the server has taken the waiting operations: the server's answers with this device's
 * patches on top, in order (S19). Refused patches are left out, because the next submit carries their values again.
 */
export function expectedAnswers(server: RegisterRecord | null, operations: readonly LocalOperation[]): Answers {
  return lastSaid(server, operations.filter((local) => local.outcome?.kind !== 'refused')).answers
}

export interface LastSaid {
  readonly answers: Answers
  /** Answers among these that are unchanged since they were offered, and were confirmed. */
  readonly confirmed: Confirmed
}

/** What the author said last, including refused values: nothing typed disappears from the screen because it was refused. */
export function lastSaid(server: RegisterRecord | null, operations: readonly LocalOperation[]): LastSaid {
  const start: LastSaid = { answers: server?.answers ?? {}, confirmed: server?.submission?.confirmed ?? {} }
  return operations.reduce((before, local) => laidOver(before, server, local), start)
}

/** The patch that turns `before` into `after`. Empty when they are the same. */
export function patchBetween(before: Answers, after: Answers): Patch {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(fields.filter((field) => !sameAnswer(before[field], after[field])).map((field) => [field, after[field] ?? null]))
}

/** True when the server's version already contains the operation, or all of it that the server will ever apply. */
export function isShown(server: RegisterRecord | null, { outcome }: LocalOperation): boolean {
  return server !== null && outcome !== null && outcome.kind !== 'refused' && server.version >= outcome.version
}

/** Holds of the record for which nobody on this device has chosen yet. */
export function openHolds(server: RegisterRecord | null, operations: readonly LocalOperation[]): readonly Hold[] {
  const chosen = new Set(operations.flatMap(({ operation, outcome }) => (operation.type === 'resolve' && outcome?.kind !== 'refused' ? operation.choices.map((choice) => choice.hold) : [])))
  return (server?.holds ?? []).filter((hold) => !chosen.has(hold.id))
}

/** True while the server holds a value of this operation for a person to choose. */
export function isHeldBy(server: RegisterRecord, { device, operation }: LocalOperation): boolean {
  return server.holds.some((hold) => hold.id === holdId(device, operation.counter, hold.field))
}

function laidOver(before: LastSaid, server: RegisterRecord | null, local: LocalOperation): LastSaid {
  if (isShown(server, local)) return before
  const { operation } = local
  const changes = changesOf(before.answers, patchOf(server, local))
  return { answers: withChanges(before.answers, changes), confirmed: confirmedAfter(before.confirmed, changes, operation.type === 'submit' ? operation.confirmed : {}) }
}

function patchOf(server: RegisterRecord | null, { operation, outcome }: LocalOperation): Patch {
  if (operation.type === 'resolve') return heldValues(server, operation.choices)
  if (operation.type !== 'submit') return {}
  if (outcome?.kind !== 'held') return operation.patch
  return Object.fromEntries(Object.entries(operation.patch).filter(([field]) => !outcome.fields.includes(field)))
}

function heldValues(server: RegisterRecord | null, choices: readonly { readonly hold: string; readonly take: 'current' | 'held' }[]): Patch {
  const taken = new Set(choices.filter((choice) => choice.take === 'held').map((choice) => choice.hold))
  const values = (server?.holds ?? []).filter((hold) => taken.has(hold.id)).map((hold): [string, AnswerValue | null] => [hold.field, hold.value])
  return Object.fromEntries(values)
}
