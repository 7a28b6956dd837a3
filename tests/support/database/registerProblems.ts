import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import { withChanges } from '../../../src/domain/records/changes'
import type { Answers } from '../../../src/domain/forms/answers'
import type { Operation } from '../../../src/domain/records/operation'
import type { FieldChange, RecordHead, RegisterRecord } from '../../../src/domain/records/record'
import type { HistoryEntry } from '../../../src/protocol/api'
import type { OperationTable } from '../../../src/server/database/registerTables'
import type { ServerDeps } from '../../../src/server/deps'
import { numberHasher } from '../../../src/server/store/numberRegistry'
import { readHistory } from '../../../src/server/store/reading/readHistory'
import { recordOf } from '../../../src/server/store/recordRow'
import { digestsOf } from '../digestsOf'

type Row = Selectable<OperationTable>

/** What of the register a commune's tables do not agree on, in words; nothing when all is well. */
export async function registerProblems({ db, secrets }: Pick<ServerDeps, 'db' | 'secrets'>, commune: string): Promise<readonly string[]> {
  const log = await db.selectFrom('operation').selectAll().where('commune', '=', commune).orderBy('seq').execute()
  const rows = await db.selectFrom('record').selectAll().where('commune', '=', commune).execute()
  const head = (await db.selectFrom('commune_seq').select('n').where('commune', '=', commune).executeTakeFirst())?.n ?? 0
  const counts = await db.selectFrom('device').select(['id', 'last_counter']).where('commune', '=', commune).execute()
  const digests = await db.selectFrom('digest').select(['hamlet', 'n as count', 'hi', 'lo']).where('commune', '=', commune).where('n', '>', 0).execute()
  const registry = await db.selectFrom('number_registry').select(['hash', 'record', 'person']).where('commune', '=', commune).execute()
  const records = rows.map(recordOf)
  const bySeq = new Map(log.map((row) => [row.seq, row]))
  const histories = await Promise.all(records.map(async (record) => [record, await readHistory(db, commune, record.id)] as const))
  return [
    ...differing('change numbers', log.map(({ seq }) => seq), Array.from({ length: head }, (_, n) => n + 1)),
    ...counts.flatMap(({ id, last_counter: last }) => differing(`counters of ${id}`, log.flatMap(({ device, counter }) => (device === id ? (counter ?? []) : [])), Array.from({ length: last }, (_, n) => n + 1))),
    ...log.flatMap(({ record, outcome, seq }) => (record !== null && outcome.kind !== 'refused' && !records.some(({ id }) => id === record) ? [`${seq}: of ${record}, which is not there`] : [])),
    ...rows.flatMap(({ id, seq, version }) => differing(`change number of ${id}`, seq, log.find(({ record, outcome }) => record === id && outcome.kind !== 'refused' && outcome.version === version)?.seq)),
    ...histories.flatMap(([record, history]) => replayed(record, history, bySeq)),
    ...differing('digests', new Map(digests.map(({ hamlet, ...digest }) => [hamlet, digest])), digestsOf(records)),
    ...differing('numbers', registry.map(({ hash, record, person }) => `${hash} ${record} ${person}`).sort(), records.flatMap((record) => holding(record, numberHasher(secrets))).sort()),
  ]
}

/** The history of a record, as people read it, makes the record anew: nothing of it is missing, and it stands in order. */
function replayed(record: RegisterRecord, history: readonly HistoryEntry[], log: ReadonlyMap<number, Row>): readonly string[] {
  const whole = [...log.values()].filter((row) => row.record === record.id).map(({ seq }) => seq)
  const problems = [...differing(`history of ${record.id}`, history.map(({ seq }) => seq), whole)]
  let answers: Answers = {}
  let version = 0
  let place: Omit<RecordHead, 'kind'> | null = null
  for (const { seq, changes } of history) {
    const { outcome, payload } = log.get(seq)!
    const operation = payload as Operation
    const held = outcome.kind === 'held' && operation.type === 'submit' ? outcome.fields.length : 0
    const applied = changes.slice(0, changes.length - held) as readonly FieldChange[]
    for (const { field, from } of applied) problems.push(...differing(`${seq}: ${field} before`, from, answers[field]))
    answers = withChanges(answers, applied)
    if (outcome.kind !== 'refused') version = outcome.version
    if (outcome.kind !== 'refused' && operation.type === 'move') place = operation
  }
  const { hamlet, household, person } = place ?? record
  return [...problems, ...differing(record.id, { hamlet, household, person, version, answers }, { hamlet: record.hamlet, household: record.household, person: record.person, version: record.version, answers: record.answers })]
}

/** What a record enters into the registry of personal numbers. */
function holding({ kind, id, person, answers: { personalId, sameAs } }: RegisterRecord, hashOf: (number: string) => string): readonly string[] {
  return kind !== 'household' && typeof personalId === 'string' && personalId !== '' && sameAs === undefined ? [`${hashOf(personalId)} ${id} ${person ?? id}`] : []
}

function differing(what: string, is: unknown, shouldBe: unknown): readonly string[] {
  return isDeepStrictEqual(is, shouldBe) ? [] : [`${what}: ${textOf(is)} instead of ${textOf(shouldBe)}`]
}

const textOf = (value: unknown): string => JSON.stringify(value instanceof Map ? [...value] : value) ?? 'nothing'
