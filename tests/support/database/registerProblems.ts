import type { Selectable } from 'kysely'
import { withChanges } from '../../../src/domain/records/changes'
import type { Answers } from '../../../src/domain/forms/answers'
import type { Operation } from '../../../src/domain/records/operation'
import type { FieldChange, RecordHead, RegisterRecord } from '../../../src/domain/records/record'
import type { HistoryEntry } from '../../../src/protocol/api'
import type { OperationTable } from '../../../src/server/database/registerTables'
import type { ServerDeps } from '../../../src/server/deps'
import { readHistory } from '../../../src/server/store/reading/readHistory'
import { recordOf } from '../../../src/server/store/recordRow'
import { differing, sumProblems } from './sumProblems'

type Row = Selectable<OperationTable>

/** Every disagreement between a commune's tables (log, records, histories, sums), in words; empty when all is well. */
export async function registerProblems(deps: Pick<ServerDeps, 'db' | 'secrets'>, commune: string): Promise<readonly string[]> {
  const { db } = deps
  const log = await db.selectFrom('operation').selectAll().where('commune', '=', commune).orderBy('seq').execute()
  const rows = await db.selectFrom('record').selectAll().where('commune', '=', commune).execute()
  const records = rows.map(recordOf)
  const bySeq = new Map(log.map((row) => [row.seq, row]))
  const histories = await Promise.all(records.map(async (record) => [record, await readHistory(db, commune, record.id)] as const))
  return [
    ...(await sumProblems(deps, commune)),
    ...log.flatMap(({ record, outcome, seq }) => (record !== null && outcome.kind !== 'refused' && !records.some(({ id }) => id === record) ? [`${seq}: of ${record}, which is not there`] : [])),
    ...rows.flatMap(({ id, seq, version }) => differing(`change number of ${id}`, seq, log.find(({ record, outcome }) => record === id && outcome.kind !== 'refused' && outcome.version === version)?.seq)),
    ...histories.flatMap(([record, history]) => replayed(record, history, bySeq)),
  ]
}

/** Rebuilds a record from its history as people read it. The history must be complete and in order, and must give the same record. */
function replayed(record: RegisterRecord, history: readonly HistoryEntry[], log: ReadonlyMap<number, Row>): readonly string[] {
  const whole = [...log.values()].filter((row) => row.record === record.id).map(({ seq }) => seq)
  const problems = [...differing(`history of ${record.id}`, history.map(({ seq }) => seq), whole)]
  let answers: Answers = {}
  let version = 0
  let place: Omit<RecordHead, 'kind'> | null = null
  for (const { seq, changes } of history) {
    const { outcome, payload } = log.get(seq)!
    const operation = payload as Operation
    const applied = changes.filter((change) => change.applied !== false) as readonly FieldChange[]
    for (const { field, from } of applied) problems.push(...differing(`${seq}: ${field} before`, from, answers[field]))
    answers = withChanges(answers, applied)
    if (outcome.kind !== 'refused') version = outcome.version
    // A move names the hamlet in which its author saw the household, which may be elsewhere by then. A record that went along has the true one.
    if (outcome.kind !== 'refused' && operation.type === 'move') place = log.get(seq)!.counter === null ? operation : { ...operation, hamlet: record.hamlet }
  }
  const { hamlet, household, person } = place ?? record
  return [...problems, ...differing(record.id, { hamlet, household, person, version, answers }, { hamlet: record.hamlet, household: record.household, person: record.person, version: record.version, answers: record.answers })]
}
