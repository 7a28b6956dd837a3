import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Migrator, sql, type Migration } from 'kysely'
import type { Db } from './connect'
import { ensureInstance } from './instance'

/**
 * A step of the schema, run in a transaction of its own. A step that is `isConcurrent` runs without one, because the database allows some statements
 * only outside transactions. It is not rolled back when it is interrupted, so it must be safe to repeat.
 */
interface Step extends Migration {
  readonly isConcurrent?: true
}

/** How long a step waits for a table that another program has locked. */
export interface Patience {
  /** The wait in one try. Everybody else who wants the table waits behind the step for that time. */
  readonly lockMs: number
  /** The pause between two tries, in which the others are served. */
  readonly pauseMs: number
  readonly tries: number
}

const LOCK = 0x50a7_0b0e
const files = import.meta.glob<Step>('./migrations/*.ts', { eager: true })
/** About 15 minutes in total: the backup of a province may take as long. */
const usual: Patience = { lockMs: 2_000, pauseMs: 4_000, tries: 150 }
/** lock_not_available */
const LOCK_TIMEOUT = '55P03'

/**
 * Brings the schema up to date while other servers use it. If several servers start at once, one migrates and the others wait for it.
 * @throws MigrationFailed when a step fails; that step is rolled back unless it is concurrent, the steps before it stay
 */
export async function migrate(db: Db, patience = usual): Promise<void> {
  await db.connection().execute(async (connection) => {
    // Polled, because a concurrent step of another server would wait for a session that waits inside a statement.
    while (!(await isMine(connection))) await pause(patience.pauseMs)
    try {
      await takeSteps(connection, patience)
      await ensureInstance(connection, randomUUID(), new Date().toISOString())
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection)
    }
  })
}

async function isMine(connection: Db): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${LOCK}) as taken`.execute(connection)
  return rows[0]!.taken
}

async function takeSteps(connection: Db, patience: Patience): Promise<void> {
  const steps = Object.fromEntries(Object.entries(files).map(([path, step]) => [path.replace(/^.*\/|\.ts$/g, ''), step]))
  const migrator = migratorOf(connection, steps, false)
  const pending = (await migrator.getMigrations()).filter(({ executedAt }) => !executedAt)
  try {
    // A step may take longer than any request is allowed to.
    await sql`set statement_timeout = 0`.execute(connection)
    for (const { name } of pending) await takeStep(connection, steps, name, patience)
  } finally {
    await sql`reset lock_timeout`.execute(connection)
    await sql`reset statement_timeout`.execute(connection)
  }
}

async function takeStep(connection: Db, steps: Record<string, Step>, name: string, { lockMs, pauseMs, tries }: Patience): Promise<void> {
  const isConcurrent = steps[name]?.isConcurrent === true
  // A concurrent step blocks no reader or writer, but must wait for every open transaction: no lock timeout.
  await sql`select set_config('lock_timeout', ${String(isConcurrent ? 0 : lockMs)}, false)`.execute(connection)
  const migrator = migratorOf(connection, steps, isConcurrent)
  for (let attempt = 1; ; attempt += 1) {
    const { error } = await migrator.migrateTo(name)
    if (!error) return
    const isHeld = error instanceof Error && 'code' in error && error.code === LOCK_TIMEOUT
    if (!isHeld) throw new MigrationFailed(name, error instanceof Error ? error.message : String(error), error)
    if (attempt === tries) throw new MigrationFailed(name, 'another program holds a table, a backup perhaps: start again when it is done', error)
    await pause(pauseMs)
  }
}

function migratorOf(db: Db, steps: Record<string, Step>, isConcurrent: boolean): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => steps },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
    disableTransactions: isConcurrent,
  })
}

class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed'
  constructor(step: string, words: string, cause: unknown) {
    super(`schema migration — ${step} — ${words}`, { cause })
  }
}
