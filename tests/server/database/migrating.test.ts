import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../../src/server/database/connect'
import { migrate } from '../../../src/server/database/migrate'
import { untilSomebodyWaits } from '../../support/beforeCommit'
import { schemaOf, steps } from '../../support/database/schemaOf'

/* A schema that is brought up to date while other servers, or a backup, work on the register. */

const patience = { lockMs: 50, pauseMs: 5, tries: 10_000 }
const isDone = async (db: Db): Promise<boolean> =>
  (await sql<{ count: number }>`select count(*) as count from schema_migration`.execute(db)).rows[0]!.count === steps.length

/** Somebody else's transaction holds a table while the schema is migrated and `meanwhile` is done; then it ends, and the migration too. */
async function whileHeld(db: Db, lock: string, meanwhile: () => Promise<unknown>): Promise<unknown> {
  const { migrated, answer } = await db.transaction().execute(async (tx) => {
    await sql.raw(`lock table ${lock} mode`).execute(tx)
    const migrated = migrate(db, patience)
    await untilSomebodyWaits(db)
    const answer = await meanwhile()
    expect(await isDone(db)).toBe(false)
    // Wrapped: the transaction must not wait for it.
    return { migrated: () => migrated, answer }
  })
  await migrated()
  expect(await isDone(db)).toBe(true)
  return answer
}

describe('a schema that is migrated beside others', () => {
  it('keeps nobody waiting while a long reader keeps the step waiting', async () => {
    const db = await schemaOf('0004_digests')

    await whileHeld(db, 'device in access share', () => sql`select id from device`.execute(db))
  })

  it('has each step done before the next, so that none holds a table while another works', async () => {
    const db = await schemaOf('0004_digests')

    await whileHeld(db, 'record in row exclusive', () => sql`select session_hash from device`.execute(db))
  })

  it('makes an index while others write', async () => {
    const db = await schemaOf('0011_sealed_photos')

    await whileHeld(db, 'record in row exclusive', () => sql`update record set version = version + 1`.execute(db))
  })

  it('makes an index anew that was cut short', async () => {
    const db = await schemaOf('0011_sealed_photos')

    await db.transaction().execute(async (tx) => {
      await sql`lock table record in row exclusive mode`.execute(tx)
      const cut = migrate(db, patience).then(() => 'migrated', () => 'cut')
      await untilSomebodyWaits(db)
      await sql`select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
      expect(await cut).toBe('cut')
    })
    const unused = async () => (await sql`select indexrelid::regclass from pg_index where not indisvalid`.execute(db)).rows.length
    expect(await unused()).toBe(1)

    await migrate(db, patience)

    expect([await isDone(db), await unused()]).toEqual([true, 0])
  })

  it('tells whoever started it when a table is never let go of', async () => {
    const db = await schemaOf('0004_digests')

    await db.transaction().execute(async (tx) => {
      await sql`lock table device in access share mode`.execute(tx)
      await expect(migrate(db, { ...patience, tries: 2 })).rejects.toThrow(/0005_enrolled_by — another program holds a table/)
    })
    await migrate(db)
    expect(await isDone(db)).toBe(true)
  })

  it('is migrated once by servers that start at the same moment', async () => {
    const db = await schemaOf('0001_accounts')

    await Promise.all([migrate(db, patience), migrate(db, patience), migrate(db, patience)])

    expect(await isDone(db)).toBe(true)
  })
})
