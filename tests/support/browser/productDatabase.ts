import pg from 'pg'
import { findRunningEmbedded } from '../../../src/server/database/embedded/embeddedDatabase'
import { withDatabase } from '../database/testCluster'

/** Queries a database directly, without the product. */
export async function askDatabase<Row>(url: string, query: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(query, [...values])).rows as readonly Row[]
  } finally {
    await client.end()
  }
}

/** Queries the embedded database of a running product, found by its data folder. */
export async function askProduct<Row>(dataFolder: string, query: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return askDatabase(withDatabase((await findRunningEmbedded(dataFolder)) ?? '', 'sothon'), query, values)
}

export interface Watch {
  /** The servers (`application_name`) with a transaction that has written and is not committed. */
  writing(): Promise<readonly string[]>
  close(): Promise<void>
}

/** A connection that can be asked repeatedly what a database is doing. */
export async function watchDatabase(url: string): Promise<Watch> {
  const client = new pg.Client(url)
  await client.connect()
  return {
    async writing() {
      const { rows } = await client.query<{ name: string }>(`
        select application_name as name from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null and xact_start < query_start and query not ilike 'commit%'`)
      return rows.map(({ name }) => name)
    },
    close: () => client.end(),
  }
}

export interface FoundRecord {
  readonly id: string
  readonly hamlet: string
  readonly household: string
  readonly person: string
  readonly answers: Readonly<Record<string, string>>
}

/** The first record without holds in the hamlets of member `thon1` that meets a condition. @param which SQL about `r` @throws Error if there is none */
export async function recordOfMember(dataFolder: string, which: string): Promise<FoundRecord> {
  const [found] = await askProduct<FoundRecord>(dataFolder, `
    select r.id, r.hamlet, r.household, r.person, r.answers from record r join user_hamlet h on h.hamlet_id = r.hamlet join app_user u on u.id = h.user_id
    where u.username = 'thon1' and r.holds = '[]' and ${which} order by r.id limit 1`)
  if (!found) throw new Error(`recordOfMember — none — ${which}`)
  return found
}

/** SQL about `r`: an adult with neither form. */
export const unaskedGrownUp = `r.kind = 'person' and left(r.answers ->> 'born', 4) < '1990' and length(r.answers ->> 'born') = 10 and jsonb_typeof(r.answers -> 'personalId') = 'string'
  and not exists (select from record f where f.person = r.id and f.kind in ('labour', 'asxh'))`
