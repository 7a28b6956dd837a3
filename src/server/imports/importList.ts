import { sql } from 'kysely'
import type { Area } from '../../domain/access'
import { ok, type Result } from '../../domain/result'
import type { ApiError, ImportIssue, ImportPreview, ImportResult, ImportRow } from '../../protocol/api'
import { logAccess } from '../accounts/accessLog'
import { listHamlets } from '../admin/hamlets'
import { now, type ServerDeps } from '../deps'
import { refuse, type Answer } from '../http/refusal'
import { applyImport, type ImportRefusal } from '../sync/applyImport'
import { importDeviceId } from '../sync/importDevice'
import { checkContext } from '../sync/settings'
import { loadExisting } from './existingRecords'
import { hamletFinder } from './hamletFinder'
import { planImport, type ImportPlan } from './planImport'

const IMPORT_LOCK = 0x50a7_0b0d

/**
 * Tells what an import of the list would do. It writes only a line in the access log, because the answer tells who of the list is in the register,
 * and where.
 */
export async function previewImport(deps: ServerDeps, commune: string, author: string, rows: readonly ImportRow[]): Answer<ImportPreview> {
  const planned = await plan(deps, commune, rows)
  await logAccess(deps, commune, author, 'importPreview', null)
  return ok(previewOf(planned))
}

/**
 * Imports a list: all of it in one transaction, or nothing if any cell is wrong (`importErrors`, with the preview as detail). The same list again
 * changes nothing. Imports of one commune run one after the other.
 */
export function commitImport(deps: ServerDeps, commune: string, author: string, rows: readonly ImportRow[]): Answer<ImportResult> {
  const mine = last.then(() => commitAlone(deps, commune, author, rows))
  last = mine.catch(() => undefined)
  return mine
}

/** The last import in this process: imports run one at a time. Each needs two connections, and many at once would wait for each other's second one. */
let last: Promise<unknown> = Promise.resolve()

async function commitAlone(deps: ServerDeps, commune: string, author: string, rows: readonly ImportRow[]): Answer<ImportResult> {
  return deps.db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${IMPORT_LOCK}::int, ${Number(commune)}::int)`.execute(connection)
    try {
      return await commit(deps, commune, author, rows)
    } finally {
      await sql`select pg_advisory_unlock(${IMPORT_LOCK}::int, ${Number(commune)}::int)`.execute(connection)
    }
  })
}

/** Imports, and logs it. An import that changes nothing reveals as much as a preview, and is logged as one. */
async function commit(deps: ServerDeps, commune: string, author: string, rows: readonly ImportRow[]): Answer<ImportResult> {
  const { answer, isImported } = await tryImport(deps, commune, author, rows)
  await logAccess(deps, commune, author, isImported ? 'import' : 'importPreview', null)
  return answer
}

async function tryImport(deps: ServerDeps, commune: string, author: string, rows: readonly ImportRow[]): Promise<{ readonly answer: Result<ImportResult, ApiError>; readonly isImported: boolean }> {
  const planned = await plan(deps, commune, rows)
  const preview = previewOf(planned)
  if (preview.issues.some(({ severity }) => severity === 'error')) return { answer: refuse('importErrors', { detail: preview }), isImported: false }
  const result = { ...preview, written: writtenOf(planned) }
  if (planned.operations.length === 0) return { answer: ok(result), isImported: false }
  const applied = await applyImport(deps, { commune, author, run: deps.newId(), operations: planned.operations })
  if (!applied.ok) {
    const cells = new Map(rows.map((each) => [each.row, each.cells]))
    const issues = [...preview.issues, ...applied.error.map((refusal) => issueOf(refusal, planned, cells))]
    return { answer: refuse('importErrors', { detail: { ...preview, issues } }), isImported: false }
  }
  return { answer: ok(result), isImported: true }
}

async function plan(deps: ServerDeps, commune: string, rows: readonly ImportRow[]): Promise<ImportPlan> {
  const everywhere: readonly Area[] = [{ commune, hamlets: null }]
  const at = now(deps)
  return planImport(rows, {
    at, newId: deps.newId, check: checkContext(at, deps.config.minAge), importDevice: importDeviceId(commune),
    existing: await loadExisting(deps.db, commune),
    hamlets: hamletFinder(await listHamlets(deps.db, commune, everywhere)),
  })
}

function previewOf({ households, people, hamlets, issues }: ImportPlan): ImportPreview {
  return { households, people, hamlets, issues: [...issues] }
}

function writtenOf({ households, people, operations }: ImportPlan): ImportResult['written'] {
  const count = (kind: 'household' | 'person', all: number) => {
    const bases = operations.filter(({ head }) => head.kind === kind).map(({ base }) => base)
    const added = bases.filter((base) => base === 0).length
    return { added, changed: bases.length - added, unchanged: all - bases.length }
  }
  return { households: count('household', households), people: count('person', people) }
}

/**
 * The issue for an operation that the register did not accept, unlike the preview: because of a change in between, or a rule that only the register
 * knows.
 */
function issueOf({ index, reason }: ImportRefusal, { rows: lines }: ImportPlan, cells: ReadonlyMap<number, ImportRow['cells']>): ImportIssue {
  const row = lines[index] ?? 0
  const value = cells.get(row)?.householdCode ?? ''
  return { row, column: 'householdCode', value, problem: reason === 'held' ? 'changedMeanwhile' : 'refused', severity: 'error' }
}
