import { choicesOf, disputesOf } from '../../src/domain/records/judging/disputes'
import type { ResolveOperation } from '../../src/domain/records/operation'
import type { RegisterRecord } from '../../src/domain/records/record'

/**
 * Of every field either what stands or one of the values that wait, another each time, without dice; now and then all of them, as an
 * older screen had it.
 */
export function someChoices({ holds, version }: RegisterRecord, take: 'current' | 'held'): ResolveOperation['choices'] {
  if (version % 2 === 0) return holds.map((hold) => ({ hold: hold.id, take }))
  return disputesOf(holds).flatMap((dispute) => choicesOf(dispute, take === 'held' ? dispute.sides[version % dispute.sides.length] : undefined))
}
