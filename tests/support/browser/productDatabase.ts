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
