import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import type { Operation } from '../../src/domain/records/operation'
import type { RecordState } from '../../src/domain/records/recordState'
import { findAuthor, type Author } from '../../src/server/sync/author'
import type { Db } from '../../src/server/database/connect'
import type { OperationTable } from '../../src/server/database/registerTables'
import { loggedChanges } from '../../src/server/store/loggedChanges'
import { rowOf } from '../../src/server/store/recordRow'
import { openFormBook } from '../../src/server/sync/judging/formBook'
import { judgeOperation, type Register } from '../../src/server/sync/judging/judgeOperation'
import { openNumberBook } from '../../src/server/sync/judging/numberBook'
import { checkContext, extensions } from '../../src/server/sync/settings'
import { digestsOf } from './digestsOf'

type LogRow = Selectable<OperationTable>

/**
 * Judges the whole log of a commune once more, in its order and from nothing, and says where the tables are not what it makes:
 * every column of every record, answers and changes in the log, counts, digests and numbers. So nothing is taken from the word of a
 * replica, which has only what the tables say. Surveys must have begun before the log, and accounts have the areas of then.
 */
export async function brokenTables(db: Db, commune: string): Promise<readonly string[]> {
  const log = await db.selectFrom('operation').selectAll().where('commune', '=', commune).orderBy('seq').execute()
  const { register, seqs, broken } = await judgeAgain(db, commune, log)
  return [...broken, ...(await brokenCounts(db, commune, log)), ...(await brokenRecords(db, commune, register, seqs)), ...(await brokenSums(db, commune, register))]
}

interface JudgedAgain {
  readonly register: Register
  /** Change number by record. */
  readonly seqs: ReadonlyMap<string, number>
  readonly broken: readonly string[]
}

async function judgeAgain(db: Db, commune: string, log: readonly LogRow[]): Promise<JudgedAgain> {
  const hamlets = await db.selectFrom('hamlet').select('id').where('commune', '=', commune).execute()
  const states: Register['states'] = new Map()
  const register: Register = { states, hamlets: new Set(hamlets.map(({ id }) => id)), numbers: openNumberBook([], (number) => number, states), forms: openFormBook([], []) }
  const authors = new Map<string, Author>()
  for (const id of new Set(log.map(({ author }) => author))) authors.set(id, (await findAuthor(db, id))!)
  const seqs = new Map<string, number>()
  const broken: string[] = []
  for (let at = 0; at < log.length; at += 1) {
    const row = log[at]!
    const author = row.type === 'import' ? ({ id: row.author, role: 'officer', scopeVersion: 0, areas: [{ commune, hamlets: null }] } as const) : authors.get(row.author)!
    const before = states.get(row.record ?? '')
    const { state, outcome, changes, along } = judgeOperation(register, row.payload as Operation, author, {
      commune, author, device: row.device, run: row.run, receivedAt: row.received_at, check: checkContext(row.received_at), extensions,
    })
    if (state && state !== before) seqs.set(state.record.id, row.seq)
    if (!isSame([row.outcome, byField(row.changes)], [outcome, byField(loggedChanges(outcome, changes))])) broken.push(`${nameOf(row)} was answered ${JSON.stringify([row.outcome, row.changes])}, is to be ${JSON.stringify([outcome, changes])}`)
    const went = new Map(log.slice(at + 1, at + 1 + along.length).map((each) => [each.record, each]))
    for (const gone of along) {
      const behind = went.get(gone.state.record.id)
      if (!wentWith(behind, row, gone.state)) broken.push(`${nameOf(row)} took ${gone.state.record.id} along, which the log does not say`)
      seqs.set(gone.state.record.id, behind?.seq ?? 0)
    }
    at += along.length
  }
  return { register, seqs, broken }
}

const nameOf = ({ seq, device, counter }: LogRow): string => `operation ${seq}, ${device}:${counter},`

/** PostgreSQL keeps the members of a patch in an order of its own, and that of the changes was theirs before. */
const byField = (changes: LogRow['changes']): unknown => Object.fromEntries(changes.map((change) => [change.field, change]))

/** A record that went along stands behind the operation that took it, in whatever order they were read. */
function wentWith(row: LogRow | undefined, { device, run, received_at }: LogRow, { record: { version } }: RecordState): boolean {
  const said = [row?.counter, row?.outcome, row?.device, row?.run, row?.received_at]
  return isSame(said, [null, { kind: 'accepted', version }, device, run, received_at])
}

/** The change numbers have no gap, nor have the counters of a device. */
async function brokenCounts(db: Db, commune: string, log: readonly LogRow[]): Promise<readonly string[]> {
  const { n } = await db.selectFrom('commune_seq').select('n').where('commune', '=', commune).executeTakeFirstOrThrow()
  const devices = await db.selectFrom('device').select(['id', 'last_counter']).where('commune', '=', commune).execute()
  const isWhole = n === log.length && log.every(({ seq }, at) => seq === at + 1)
  const gaps = devices.flatMap(({ id, last_counter }) => {
    const counters = log.flatMap(({ device, counter }) => (device === id && counter !== null ? [counter] : []))
    return counters.length === last_counter && counters.every((counter, at) => counter === at + 1) ? [] : [`device ${id} counts to ${last_counter}: ${counters.join()}`]
  })
  return [...(isWhole ? [] : [`${log.length} operations are numbered up to ${n}`]), ...gaps]
}

async function brokenRecords(db: Db, commune: string, { states }: Register, seqs: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const rows = await db.selectFrom('record').selectAll().where('commune', '=', commune).execute()
  const there = new Set(rows.map(({ id }) => id))
  const lost = [...states.keys()].filter((id) => !there.has(id)).map((id) => `record ${id} is lost`)
  return [...lost, ...rows.flatMap((row) => {
    const state = states.get(row.id)
    if (!state) return [`record ${row.id} comes from nowhere`]
    const told: Readonly<Record<string, unknown>> = { commune, seq: seqs.get(row.id), ...rowOf(state) }
    return Object.entries(row).flatMap(([column, value]) => (isSame(value, told[column]) ? [] : [`record ${row.id}: ${column} is ${JSON.stringify(value)}, is to be ${JSON.stringify(told[column])}`]))
  })]
}

/** What is counted beside the records: how many of a hamlet and their check, and who has which number. */
async function brokenSums(db: Db, commune: string, { states, numbers }: Register): Promise<readonly string[]> {
  const digests = await db.selectFrom('digest').select(['hamlet', 'n as count', 'hi', 'lo']).where('commune', '=', commune).where('n', '>', 0).execute()
  const holders = await db.selectFrom('number_registry').select(['record', 'person']).where('commune', '=', commune).execute()
  const sums = [...digestsOf([...states.values()].map(({ record }) => record))].map(([hamlet, digest]) => ({ hamlet, ...digest }))
  const pairs = (list: readonly { readonly record: string; readonly person: string }[]): readonly string[] => list.map(({ record, person }) => `${record}:${person}`).sort()
  const byHamlet = (list: readonly { readonly hamlet: string }[]) => [...list].sort((one, other) => one.hamlet.localeCompare(other.hamlet))
  return [
    ...(isSame(byHamlet(digests), byHamlet(sums)) ? [] : ['the digests are not of the records']),
    ...(isSame(pairs(holders), pairs(numbers.changes().added)) ? [] : ['the registry of numbers is not of the records']),
  ]
}

/** As JSON keeps it: a member without a value is none. */
const isSame = (here: unknown, there: unknown): boolean => isDeepStrictEqual(plain(here), plain(there))

const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))
