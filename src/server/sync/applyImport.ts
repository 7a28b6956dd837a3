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
  /** Households before their people. Counters are given here. */
  readonly operations: readonly Omit<SubmitOperation, 'counter'>[]
}

const MANY = 1_000

/** What could not be taken, by place in `operations`. */
export interface ImportRefusal {
  readonly index: number
  readonly reason: RefusalReason | 'held'
  readonly findings: readonly Finding[]
}

/**
 * Applies a whole list of new households and people, or nothing of it: one transaction, the same judgement as for a phone.
 * An import registers as an officer of the whole commune would, whoever starts it.
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
  // The planner still believes the tables as empty as they were, and would read a commune row by row.
  if (input.operations.length >= MANY) await sql`analyze record, operation, number_registry`.execute(deps.db)
  return ok({ records: input.operations.length })
}

/** Leaves the transaction so that nothing of it stays. */
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
