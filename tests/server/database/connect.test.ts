import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { serverWorld } from '../../support/database/serverWorld'

const { deps: { db } } = await serverWorld()

it('a connection that the database drops in the middle of work fails that work alone', async () => {
  const work = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(db)
    await sql`select 1`.execute(tx)
  })

  await expect(work).rejects.toThrow()
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
})
