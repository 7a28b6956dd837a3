import pg from 'pg'
import { connect } from '../../../src/server/database/connect'
import { migrate } from '../../../src/server/database/migrate'

/** The migrated, empty database that every test file's own database is copied from. */
export const TEMPLATE = 'sothon_template'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser connection to the cluster the server tests run on. */
    clusterUrl: string
    /** Which PostgreSQL the cluster runs: the server's embedded one, or the system's version 15. */
    engine: 'embedded' | 'system'
  }
}

export async function makeTemplate(clusterUrl: string): Promise<void> {
  await runOn(clusterUrl, `create database ${TEMPLATE}`)
  const db = connect(withDatabase(clusterUrl, TEMPLATE))
  await migrate(db)
  await db.destroy()
}

export async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export function withDatabase(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl)
  url.pathname = `/${database}`
  return url.href
}
