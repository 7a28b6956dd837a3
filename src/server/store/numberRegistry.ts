import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from '../database/schema'
import type { Secrets } from '../secrets'

/** The registry knows numbers by this only. */
export const numberHasher = ({ hmac }: Pick<Secrets, 'hmac'>) => (number: string): string => hmac('personal number', number)

/** A code of a household (`codeKey`) has its row to wait for among those of the numbers: it is a commune's own. */
export const codeHasher = ({ hmac }: Pick<Secrets, 'hmac'>, commune: string) => (code: string): string => hmac('household code', `${commune} ${code}`)

/** A record that holds what only one may hold: a personal number, a household's code. */
export interface Holder {
  /** What it holds, as it is compared. */
  readonly hash: string
  readonly commune: string
  readonly record: string
  /** Whose it is: the person of a form; a person and a household themselves. */
  readonly person: string
}

/**
 * Waits until no other transaction is about to register one of these numbers or codes. What `findHolders` and `readCodes` find afterwards
 * is then all there is: of two phones that register one number at the same moment, the second learns of the first.
 */
export async function lockNumbers(tx: Transaction<Database>, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return
  const list = [...hashes]
  await sql`insert into number_lock (hash) select hash from unnest(${list}::text[]) as u(hash) order by hash on conflict do nothing`.execute(tx)
  await sql`select 1 from number_lock where hash = any(${list}::text[]) order by hash for update`.execute(tx)
}

export async function findHolders(tx: Kysely<Database>, hashes: readonly string[]): Promise<readonly Holder[]> {
  if (hashes.length === 0) return []
  return tx.selectFrom('number_registry').selectAll().where('hash', '=', sql<string>`any(${[...hashes]}::text[])`).orderBy('record').execute()
}

/** Safe to repeat: what is there stays, what is gone stays gone. */
export async function saveHolders(tx: Transaction<Database>, { added, removed }: { readonly added: readonly Holder[]; readonly removed: readonly Holder[] }): Promise<void> {
  if (removed.length > 0) {
    await sql`
      delete from number_registry using jsonb_to_recordset(${JSON.stringify(removed)}::jsonb) as gone(hash text, commune text, record uuid)
      where number_registry.hash = gone.hash and number_registry.commune = gone.commune and number_registry.record = gone.record`.execute(tx)
  }
  if (added.length > 0) {
    await sql`
      insert into number_registry (hash, commune, record, person)
      select hash, commune, record, person
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as held(hash text, commune text, record uuid, person uuid)
      order by hash, record
      on conflict do nothing`.execute(tx)
  }
}
