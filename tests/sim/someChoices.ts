import { choicesOf, disputesOf } from '../../src/domain/records/disputes'
import type { ResolveOperation } from '../../src/domain/records/operation'
import type { RegisterRecord } from '../../src/domain/records/record'

/** Of every field either what stands or one of the values that wait: another each time, without dice. */
export function someChoices({ holds, version }: RegisterRecord, take: 'current' | 'held'): ResolveOperation['choices'] {
  return disputesOf(holds).flatMap((dispute) => choicesOf(dispute, take === 'held' ? dispute.sides[version % dispute.sides.length] : undefined))
}
