import pg from 'pg'
import { findRunningEmbedded } from '../../../src/server/database/embedded/embeddedDatabase'
import { withDatabase } from '../database/testCluster'

/** Asks a database what it holds, past the product itself. */
export async function askDatabase<Row>(url: string, query: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(query, [...values])).rows as readonly Row[]
  } finally {
    await client.end()
  }
}

/** The embedded database of a running product, by its data folder. */
export async function askProduct<Row>(dataFolder: string, query: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return askDatabase(withDatabase((await findRunningEmbedded(dataFolder)) ?? '', 'sothon'), query, values)
}

export interface Watch {
  /** The servers (`application_name`) of transactions that have written and are not committed. */
  writing(): Promise<readonly string[]>
  close(): Promise<void>
}

/** Looks at what a database is doing, again and again. */
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
