import type { RemoteFailure } from '../../remote/remote'
import { fail, ok, type Result } from '../../domain/result'
import type { StorageFailure } from '../../storage/ledger'
import type { Services } from '../services'

/** `changed`: the server has another version by now, which the next sync run brings. */
export type WholeFailure = { readonly of: 'remote'; readonly kind: RemoteFailure['error'] } | { readonly of: 'storage'; readonly kind: StorageFailure['kind'] } | { readonly of: 'changed' }

/** Fetches the whole of a shrunk record from the server and stores it. Idempotent. */
export async function fetchWhole({ remote, ledger }: Pick<Services, 'remote' | 'ledger'>, { id, commune }: { readonly id: string; readonly commune: string }): Promise<Result<null, WholeFailure>> {
  const answer = await remote.record(commune, id)
  if (!answer.ok) return fail({ of: 'remote', kind: answer.error.error })
  const taken = await ledger.takeWhole(answer.value)
  if (!taken.ok) return fail({ of: 'storage', kind: taken.error.kind })
  return taken.value ? ok(null) : fail({ of: 'changed' })
}
