import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { Migrator, type Migration } from 'kysely'
import { afterAll, inject } from 'vitest'
import { connect, type Db } from '../../../src/server/database/connect'
import { runOn, withDatabase } from './testCluster'

const folder = new URL('../../../src/server/database/migrations/', import.meta.url)

/** Names of all migrations, in order. */
export const steps = readdirSync(folder).sort().map((file) => file.replace('.ts', ''))

/** An empty database migrated up to `step`, as a server of that time left it. Removed after the file's tests. */
export async function schemaOf(step: string): Promise<Db> {
  const cluster = inject('clusterUrl')
  const name = `old_${randomUUID().replaceAll('-', '')}`
  await runOn(cluster, `create database ${name}`)
  const db = connect(withDatabase(cluster, name), 5)
  afterAll(async () => {
    await db.destroy()
    await runOn(cluster, `drop database ${name} with (force)`)
  })
  const migrations = await Promise.all(steps.map(async (each) => [each, await import(new URL(`${each}.ts`, folder).href) as Migration] as const))
  const migrator = new Migrator({
    db, provider: { getMigrations: async () => Object.fromEntries(migrations) }, migrationTableName: 'schema_migration', migrationLockTableName: 'schema_migration_lock',
    // Some migrations cannot run in a transaction.
    disableTransactions: true,
  })
  const { error } = await migrator.migrateTo(step)
  if (error) throw error
  return db
}
