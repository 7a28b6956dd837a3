import type { Selectable } from 'kysely'
import type { Operation } from '../../src/domain/records/operation'
import type { RecordState } from '../../src/domain/records/recordState'
import { findAuthor, type Author } from '../../src/server/sync/author'
import type { Db } from '../../src/server/database/connect'
import type { OperationTable } from '../../src/server/database/registerTables'
import type { ServerDeps } from '../../src/server/deps'
import { loggedChanges } from '../../src/server/store/loggedChanges'
import { rowOf, type RecordRow } from '../../src/server/store/recordRow'
import { openCodeBook } from '../../src/server/sync/judging/codeBook'
import { openFormBook } from '../../src/server/sync/judging/formBook'
import { judgeOperation, type Register } from '../../src/server/sync/judging/judgeOperation'
import { openNumberBook } from '../../src/server/sync/judging/numberBook'
import { checkContext, extensions } from '../../src/server/sync/settings'
import { sumProblems } from './database/sumProblems'

type LogRow = Selectable<OperationTable>

/**
 * Judges the whole log of a commune again, in order and from an empty register, and compares the result with the tables: every column of every
 * record, the outcomes and changes in the log, and the sums beside them. This finds faults that a replica cannot show, because a replica
 * has only what the tables say. It needs a commune without surveys, and accounts whose areas have not changed since.
 */
export async function brokenTables(deps: Pick<ServerDeps, 'db' | 'secrets'>, commune: string): Promise<readonly string[]> {
  const { db } = deps
  const log = await db.selectFrom('operation').selectAll().where('commune', '=', commune).orderBy('seq').execute()
  const rows = await db.selectFrom('record').selectAll().where('commune', '=', commune).execute()
  const { states, seqs, broken } = await judgeAgain(db, commune, log)
  return [...broken, ...brokenRecords(rows, states, seqs), ...(await sumProblems(deps, commune))]
}

interface JudgedAgain {
  readonly states: Register['states']
  /** Change number by record. */
  readonly seqs: ReadonlyMap<string, number>
  readonly broken: readonly string[]
}

async function judgeAgain(db: Db, commune: string, log: readonly LogRow[]): Promise<JudgedAgain> {
  const hamlets = await db.selectFrom('hamlet').select('id').where('commune', '=', commune).execute()
  const states: Register['states'] = new Map()
  const register: Register = { states, hamlets: new Set(hamlets.map(({ id }) => id)), numbers: openNumberBook([], (number) => number, states), codes: openCodeBook([]), forms: openFormBook([], []) }
  const authors = new Map<string, Author>()
  for (const id of new Set(log.map(({ author }) => author))) authors.set(id, (await findAuthor(db, id))!)
  const seqs = new Map<string, number>()
  const broken: string[] = []
  let floor = 0
  for (let at = 0; at < log.length; at += 1) {
    const row = log[at]!
    const author = row.type === 'import' ? ({ id: row.author, role: 'officer', scopeVersion: 0, areas: [{ commune, hamlets: null }] } as const) : authors.get(row.author)!
    const before = states.get(row.record ?? '')
    floor = Math.max(floor, ...log.slice(at, nextOwn(log, at)).map((each) => floorOf(each, states)))
    const { state, outcome, changes, along } = judgeOperation(register, row.payload as Operation, author, {
      commune, author, device: row.device, run: row.run, receivedAt: row.received_at, check: checkContext(row.received_at, 15), extensions, floor,
    })
    if (state && state !== before) seqs.set(state.record.id, row.seq)
    if (!isSame([row.outcome, row.changes], [outcome, loggedChanges(outcome, changes)])) broken.push(`${nameOf(row)} was answered ${JSON.stringify([row.outcome, row.changes])}, is to be ${JSON.stringify([outcome, changes])}`)
    const went = new Map(log.slice(at + 1, at + 1 + along.length).map((each) => [each.record, each]))
    for (const gone of along) {
      const behind = went.get(gone.state.record.id)
      if (!wentWith(behind, row, gone.state)) broken.push(`${nameOf(row)} took ${gone.state.record.id} along, which the log does not say`)
      seqs.set(gone.state.record.id, behind?.seq ?? 0)
    }
    at += along.length
  }
  return { states, seqs, broken }
}

/** Where the next operation of its own is: what lies between went along with this one. */
function nextOwn(log: readonly LogRow[], at: number): number {
  const next = log.findIndex(({ counter }, index) => index > at && counter !== null)
  return next < 0 ? log.length : next
}

/** The log does not say when the register was restored: a version that is not the next one does. */
function floorOf({ record, outcome }: LogRow, states: Register['states']): number {
  const version = states.get(record ?? '')?.record.version
  return version === undefined || outcome.kind === 'refused' || outcome.version <= version + 1 ? 0 : outcome.version - 1
}

const nameOf = ({ seq, device, counter }: LogRow): string => `operation ${seq}, ${device}:${counter},`

/** Whether the log row of a record that went along belongs to the operation that took it. */
function wentWith(row: LogRow | undefined, { device, run, received_at }: LogRow, { record: { version } }: RecordState): boolean {
  const said = [row?.counter, row?.outcome, row?.device, row?.run, row?.received_at]
  return isSame(said, [null, { kind: 'accepted', version }, device, run, received_at])
}

function brokenRecords(rows: readonly RecordRow[], states: Register['states'], seqs: ReadonlyMap<string, number>): readonly string[] {
  const there = new Set(rows.map(({ id }) => id))
  const lost = [...states.keys()].filter((id) => !there.has(id)).map((id) => `record ${id} is lost`)
  return [...lost, ...rows.flatMap((row) => {
    const state = states.get(row.id)
    if (!state) return [`record ${row.id} comes from nowhere`]
    const told: Readonly<Record<string, unknown>> = { commune: row.commune, seq: seqs.get(row.id), ...rowOf(state) }
    return Object.entries(row).flatMap(([column, value]) => (isSame(value, told[column]) ? [] : [`record ${row.id}: ${column} is ${JSON.stringify(value)}, is to be ${JSON.stringify(told[column])}`]))
  })]
}

const isSame = (here: unknown, there: unknown): boolean => inOrder(here) === inOrder(there)

/** JSON independent of order: PostgreSQL stores the members of a patch in its own order, and holds and changes are listed in the device's order. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).sort().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  return `{${Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : `${name}:${inOrder(member)}`)).sort().join()}}`
}
