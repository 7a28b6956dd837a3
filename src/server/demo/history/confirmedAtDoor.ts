import { sameAnswer, type Answers } from '../../../domain/forms/answers'
import { sourceOf } from '../../../domain/forms/asking/followed'
import { offeredOf, prefillFrom } from '../../../domain/forms/offering/prefill'
import { changesOf, withChanges } from '../../../domain/records/changes'
import { asConfirmed } from '../../../domain/records/judging/confirmed'
import type { Confirmed } from '../../../domain/records/record'
import type { DemoBatch } from '../demoBatch'
import { demoPlace } from '../demoPlace'
import type { Visit } from '../people/labourAnswers'
import type { DemoPerson } from '../population'

/** The answers of households and people in the book, by record id. */
export type KnownAnswers = ReadonlyMap<string, Answers>

/** The answers after the first list was imported. */
export function knownFrom(imported: readonly DemoBatch[]): KnownAnswers {
  return new Map(imported.flatMap(({ ops }) => ops.flatMap((op) => (op.type === 'submit' ? [[op.record, withChanges({}, changesOf({}, op.patch))] as const] : []))))
}

/** Those answers of a form that a phone offers and the person confirms: what the book tells, and what follows from another answer. */
export function confirmedAtDoor(kind: 'labour' | 'asxh', answers: Answers, { household, id }: DemoPerson, visit: Visit, known: KnownAnswers): Confirmed {
  const { code, name } = household.hamlet.plan
  const told = prefillFrom(kind, {
    person: known.get(id) ?? {}, household: known.get(household.id) ?? {}, provinceCode: demoPlace.province, communeCode: demoPlace.commune,
    hamletCode: code, hamletName: name, collectedOn: visit.day, collectorId: visit.collector.id,
  })
  const follows = Object.keys(answers).filter((field) => {
    const source = sourceOf(field)
    return source !== undefined && sameAnswer(answers[field], answers[source])
  })
  return asConfirmed([...offeredOf(kind, told).filter((field) => sameAnswer(told[field], answers[field])), ...follows])
}
