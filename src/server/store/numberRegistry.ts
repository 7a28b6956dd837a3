import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from '../database/schema'
import type { Secrets } from '../secrets'

/** The keyed hash of a personal number. The registry stores numbers only in this form. */
export const numberHasher = ({ hmac }: Pick<Secrets, 'hmac'>) => (number: string): string => hmac('personal number', number)

/** The keyed hash of a household's code (`codeKey`) in its commune. Used only for a row of `number_lock`. */
export const codeHasher = ({ hmac }: Pick<Secrets, 'hmac'>, commune: string) => (code: string): string => hmac('household code', `${commune} ${code}`)

/** A record that has something only one may have: a personal number, or a household's code. */
export interface Holder {
  /** What it holds, in the form in which holders are compared: a number's keyed hash, or a code itself (`codeKey`). */
  readonly hash: string
  readonly commune: string
  readonly record: string
  /** Whom the value belongs to: for a form its person, for a person or household itself. */
  readonly person: string
}

/**
 * Locks these numbers or codes: waits until no other transaction is registering them. After that, `findHolders` and `readCodes` find all holders. If
 * two phones register one number at the same moment, the second learns of the first.
 */
export async function lockNumbers(tx: Transaction<Database>, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return
  const list = [...hashes]
  await sql`insert into number_lock (hash) select hash from unnest(${list}::text[]) as u(hash) order by hash on conflict do nothing`.execute(tx)
  await sql`select 1 from number_lock where hash = any(${list}::text[]) order by hash for update`.execute(tx)
}

/** The holders of these numbers in all communes, in the order of their record ids. */
export async function findHolders(tx: Kysely<Database>, hashes: readonly string[]): Promise<readonly Holder[]> {
  if (hashes.length === 0) return []
  return tx.selectFrom('number_registry').selectAll().where('hash', '=', sql<string>`any(${[...hashes]}::text[])`).orderBy('record').execute()
}

/** Writes changes to the registry. Safe to repeat. */
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
