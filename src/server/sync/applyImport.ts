import { sql } from 'kysely'
import type { SubmitOperation } from '../../domain/records/operation'
import type { RefusalReason } from '../../domain/records/outcome'
import type { Finding } from '../../domain/forms/checking/finding'
import { fail, ok, type Result } from '../../domain/result'
import { now, type ServerDeps } from '../deps'
import { inTransaction } from '../store/inTransaction'
import { applyBatch, type BatchResult } from './judging/applyBatch'
import { importDeviceId, lockImportDevice } from './importDevice'

export interface ImportInput {
  readonly commune: string
  /** The administrator who imports. */
  readonly author: string
  readonly run: string
  /** Households come before their people. The counters are assigned here. */
  readonly operations: readonly Omit<SubmitOperation, 'counter'>[]
}

const MANY = 1_000

/** An operation that could not be applied. `index` is its place in `ImportInput.operations`. */
export interface ImportRefusal {
  readonly index: number
  readonly reason: RefusalReason | 'held'
  readonly findings: readonly Finding[]
}

/**
 * Imports a list of new households and people in one transaction: all of it or nothing. Each operation is judged as one from a phone is. The import
 * has the rights of an officer of the whole commune, whoever starts it.
 * @returns the number of records, or the operations that were refused or held
 */
export async function applyImport(deps: ServerDeps, input: ImportInput): Promise<Result<{ readonly records: number }, readonly ImportRefusal[]>> {
  try {
    await inTransaction(deps.db, async (tx) => {
      const { commune, author: id, run, operations } = input
      const receivedAt = now(deps)
      const last = await lockImportDevice(tx, commune, id, receivedAt)
      const ops = operations.map((operation, index) => ({ counter: last + 1 + index, raw: { ...operation, counter: last + 1 + index } }))
      const author = { id, role: 'officer', scopeVersion: 0, areas: [{ commune, hamlets: null }] } as const
      const result = await applyBatch(tx, deps, { commune, device: importDeviceId(commune), author, run, receivedAt, ops, logAs: 'import' })
      const refusals = refusalsOf(result, last)
      if (refusals.length > 0) throw new ImportRefused(refusals)
    }, 'atLeisure')
  } catch (error) {
    if (error instanceof ImportRefused) return fail(error.refusals)
    throw error
  }
  // PostgreSQL's planner still has the statistics of the empty tables, and would read the commune row by row.
  if (input.operations.length >= MANY) await sql`analyze record, operation, number_registry`.execute(deps.db)
  return ok({ records: input.operations.length })
}

/** Thrown inside the transaction to roll it back. */
class ImportRefused extends Error {
  override readonly name = 'ImportRefused'
  constructor(readonly refusals: readonly ImportRefusal[]) {
    super(`applyImport — ${refusals.length} operations refused`)
  }
}

function refusalsOf(result: BatchResult | undefined, last: number): readonly ImportRefusal[] {
  return (result?.outcomes ?? []).flatMap(({ counter, outcome }): readonly ImportRefusal[] => {
    const index = counter - last - 1
    if (outcome.kind === 'held') return [{ index, reason: 'held', findings: [] }]
    return outcome.kind === 'refused' ? [{ index, reason: outcome.reason, findings: outcome.findings ?? [] }] : []
  })
}
