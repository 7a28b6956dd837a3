import { randomUUID } from 'node:crypto'
import { Migrator, sql, type Migration } from 'kysely'
import type { Db } from './connect'
import { ensureInstance } from './instance'

const LOCK = 0x50a7_0b0e
const files = import.meta.glob<Migration>('./migrations/*.ts', { eager: true })

/**
 * Brings the schema up to date. Safe when several servers start at once: one migrates, the others wait for its lock.
 * @throws MigrationFailed when a step fails; the step's own transaction is rolled back.
 */
export async function migrate(db: Db): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection)
    try {
      await migrateToLatest(db)
      await ensureInstance(db, randomUUID(), new Date().toISOString())
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection)
    }
  })
}

async function migrateToLatest(db: Db): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations() },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw new MigrationFailed(results?.find((result) => result.status === 'Error')?.migrationName ?? '?', error)
}

function migrations(): Record<string, Migration> {
  return Object.fromEntries(Object.entries(files).map(([path, step]) => [path.replace(/^.*\/|\.ts$/g, ''), step]))
}

class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed'
  constructor(step: string, cause: unknown) {
    super(`schema migration — ${step} — ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
