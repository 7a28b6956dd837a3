import type { Transaction } from 'kysely'
import type { Database } from '../database/schema'
import type { ServerDeps } from '../deps'
import { saveHolders } from '../store/numberRegistry'
import { saveBatch, type ChangedRecord, type LogEntry } from '../store/saveBatch'
import { importDeviceId, lockImportDevice } from '../sync/importDevice'
import { judgeOperation } from '../sync/judgeOperation'
import { openRegister } from '../sync/openRegister'
import { checkContext, extensions } from '../sync/settings'
import type { DemoBatch } from './demoBatch'
import { demoPlace } from './demoPlace'

/**
 * Writes one hamlet of the first list. Judged as an import is; the log keeps the changes alone, because 14,500
 * operations would say the same a second time.
 *
 * @throws Error when an operation is refused: the generator and the rules disagree, which is a bug
 */
export async function seedImport(tx: Transaction<Database>, { secrets }: Pick<ServerDeps, 'secrets'>, administrator: string, batch: DemoBatch): Promise<void> {
  const { commune } = demoPlace
  const { run, receivedAt, ops } = batch
  const device = importDeviceId(commune)
  const last = await lockImportDevice(tx, commune, administrator, receivedAt)
  const register = await openRegister(tx, secrets, commune, ops)
  const author = { id: administrator, role: 'officer', scopeVersion: 1, areas: [{ commune, hamlets: null }] } as const
  const ctx = { commune, author, device, run, receivedAt, check: checkContext(receivedAt), extensions }
  const entries: LogEntry[] = []
  const records: ChangedRecord[] = []
  for (const [index, op] of ops.entries()) {
    const { state, outcome, changes } = judgeOperation(register, op, author, ctx)
    if (!state || outcome.kind !== 'accepted') throw new Error(`demo — import of ${op.record} — ${JSON.stringify(outcome)}`)
    entries.push({ counter: last + 1 + index, record: op.record, type: 'import', payload: {}, outcome, changes, deviceTime: op.at })
    records.push({ state, isNew: true, index })
  }
  await saveHolders(tx, register.numbers.changes())
  await saveBatch(tx, { commune, device, author: administrator, run, receivedAt, entries, records })
}
