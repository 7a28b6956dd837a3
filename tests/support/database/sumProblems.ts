import { isDeepStrictEqual } from 'node:util'
import type { RegisterRecord } from '../../../src/domain/records/record'
import type { ServerDeps } from '../../../src/server/deps'
import { numberHasher } from '../../../src/server/store/numberRegistry'
import { recordOf } from '../../../src/server/store/recordRow'
import { digestsOf } from '../digestsOf'

/** Every disagreement of a commune's change numbers, counters, digests and number registry with its log and records, in words. */
export async function sumProblems({ db, secrets }: Pick<ServerDeps, 'db' | 'secrets'>, commune: string): Promise<readonly string[]> {
  const log = await db.selectFrom('operation').select(['seq', 'device', 'counter']).where('commune', '=', commune).orderBy('seq').execute()
  const rows = await db.selectFrom('record').selectAll().where('commune', '=', commune).execute()
  const head = (await db.selectFrom('commune_seq').select('n').where('commune', '=', commune).executeTakeFirst())?.n ?? 0
  const counts = await db.selectFrom('device').select(['id', 'last_counter']).where('commune', '=', commune).execute()
  const digests = await db.selectFrom('digest').select(['hamlet', 'n as count', 'hi', 'lo']).where('commune', '=', commune).where('n', '>', 0).execute()
  const registry = await db.selectFrom('number_registry').select(['hash', 'record', 'person']).where('commune', '=', commune).execute()
  const records = rows.map(recordOf)
  return [
    ...differing('change numbers', log.map(({ seq }) => seq), Array.from({ length: head }, (_, n) => n + 1)),
    ...counts.flatMap(({ id, last_counter: last }) => differing(`counters of ${id}`, log.flatMap(({ device, counter }) => (device === id ? (counter ?? []) : [])), Array.from({ length: last }, (_, n) => n + 1))),
    ...differing('digests', new Map(digests.map(({ hamlet, ...digest }) => [hamlet, digest])), digestsOf(records)),
    ...differing('numbers', registry.map(({ hash, record, person }) => `${hash} ${record} ${person}`).sort(), records.flatMap((record) => holding(record, numberHasher(secrets))).sort()),
  ]
}

/** The entry of a record in the registry of personal numbers. */
function holding({ kind, id, person, answers: { personalId, sameAs } }: RegisterRecord, hashOf: (number: string) => string): readonly string[] {
  return kind !== 'household' && typeof personalId === 'string' && personalId !== '' && sameAs === undefined ? [`${hashOf(personalId)} ${id} ${person ?? id}`] : []
}

/** Words for the difference; empty when both are the same. */
export function differing(what: string, is: unknown, shouldBe: unknown): readonly string[] {
  return isDeepStrictEqual(is, shouldBe) ? [] : [`${what}: ${textOf(is)} instead of ${textOf(shouldBe)}`]
}

const textOf = (value: unknown): string => JSON.stringify(value instanceof Map ? [...value] : value) ?? 'nothing'
