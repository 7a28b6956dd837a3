import { DEFAULT_MIN_AGE } from '../../../domain/forms/checking/finding'
import { loggedChanges } from '../../store/loggedChanges'
import { setImmediate as turn } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../../database/schema'
import type { ServerDeps } from '../../deps'
import { numberHasher, saveHolders } from '../../store/numberRegistry'
import { saveBatch, type Batch, type ChangedRecord, type LogEntry } from '../../store/saveBatch'
import { importDeviceId, lockImportDevice } from '../../sync/importDevice'
import { alongEntry } from '../../sync/judging/along'
import { openCodeBook } from '../../sync/judging/codeBook'
import { judgeOperation, type Register } from '../../sync/judging/judgeOperation'
import { openFormBook } from '../../sync/judging/formBook'
import { openNumberBook } from '../../sync/judging/numberBook'
import { checkContext, extensions } from '../../sync/settings'
import type { Author } from '../../sync/author'
import type { DemoBatch } from '../demoBatch'
import type { DemoCommune } from '../demoCommune'
import { demoPlace } from '../demoPlace'

/** Operations judged before yielding to the connection, which writes the batch before in the meantime. */
const SLICE = 200

/**
 * Writes the whole history of the demo, judged as if it came over the network. Nobody else writes to an empty register, so it is held in memory and
 * nothing is read back. One batch is judged while the database writes the one before.
 *
 * @throws Error when an operation is refused: the generator and the rules disagree, which is a bug
 */
export async function seedHistory(tx: Transaction<Database>, { secrets }: Pick<ServerDeps, 'secrets'>, demo: DemoCommune): Promise<void> {
  const hamlets = new Set(demo.hamlets.map(({ id }) => id))
  const states: Register['states'] = new Map()
  const register: Register = { states, hamlets, numbers: openNumberBook([], numberHasher(secrets), states), codes: openCodeBook([]), forms: openFormBook([], []) }
  let written: Promise<unknown> = Promise.resolve()
  for (const batch of demo.batches()) {
    const judged = await judgeBatch(register, demo, batch)
    await written
    if (batch.isImport) await lockImportDevice(tx, demoPlace.commune, demo.crew.admin.id, batch.receivedAt)
    written = saveBatch(tx, judged)
  }
  await written
  await saveHolders(tx, register.numbers.changes())
  await sql`analyze record, operation, number_registry`.execute(tx)
}

async function judgeBatch(register: Register, demo: DemoCommune, { by, isImport, run, receivedAt, ops }: DemoBatch): Promise<Batch> {
  const { commune } = demoPlace
  const author = authorOf(demo, by, isImport)
  const device = isImport ? importDeviceId(commune) : demo.crew[by].device
  const ctx = { commune, author, device, run, receivedAt, check: checkContext(receivedAt, DEFAULT_MIN_AGE), extensions }
  const records = new Map<string, ChangedRecord>()
  const entries: LogEntry[] = []
  const log = (entry: LogEntry, { before, state }: Omit<ChangedRecord, 'index'>): void => {
    const { id } = state.record
    records.set(id, { state, before: records.has(id) ? records.get(id)?.before : before, index: entries.length })
    entries.push(entry)
  }
  for (const [index, op] of ops.entries()) {
    if (index % SLICE === SLICE - 1) await turn()
    const before = register.states.get(op.record)
    const { state, outcome, changes, along } = judgeOperation(register, op, author, ctx)
    if (!state || outcome.kind === 'refused') throw new Error(`demo — run ${run} of ${by} — ${op.type} ${op.record} — ${JSON.stringify(outcome)}`)
    log({ counter: op.counter, record: op.record, type: isImport ? 'import' : op.type, payload: op, outcome, changes: loggedChanges(outcome, changes), deviceTime: op.at }, { before, state })
    for (const gone of along) log(alongEntry(op, gone), gone)
  }
  return { commune, device, author: author.id, run, receivedAt, entries, records: [...records.values()] }
}

/** The author of a batch. The administrator's list is judged as an officer's of the whole commune. A member works in the assigned hamlets. */
function authorOf({ crew, hamlets }: DemoCommune, by: DemoBatch['by'], isImport: boolean): Author {
  const { id, role } = crew[by]
  const own = hamlets.filter(({ plan }) => plan.collector === by).map((hamlet) => hamlet.id)
  const areas = [{ commune: demoPlace.commune, hamlets: role === 'member' ? own : null }]
  return { id, role: isImport ? 'officer' : role, scopeVersion: 1, areas }
}
