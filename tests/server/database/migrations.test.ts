import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { changeDigest, digestText, emptyDigest, recordCheck } from '../../../src/domain/records/digest'
import type { SyncResponse } from '../../../src/protocol/messages'
import type { Db } from '../../../src/server/database/connect'
import { migrate } from '../../../src/server/database/migrate'
import { buildApp } from '../../../src/server/http/buildApp'
import { schemaOf, steps } from '../../support/database/schemaOf'
import { NINH_SON } from '../../support/database/serverWorld'
import { TestDevice, village } from '../../support/syncWorld'
import { householdAnswers, householdHead } from '../../support/villageForms'

/* A register as servers of before left it, with everything in it that they knew, brought up to date. */

/** The first that has records, up to the one before the last. */
const released = steps.slice(1, -1)

const { world, hamlet, officer, desk, labour } = await village()
const form = await labour()
await labour()
await desk.push(desk.op({ type: 'accept', record: form.id, base: 1 }))
await officer.pull()

/** Fills every table the older schema has, with the columns it has. */
async function fillFrom(from: Db, to: Db): Promise<void> {
  const tables = (await sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'schema_migration%'`.execute(to)).rows
  await to.connection().execute(async (connection) => {
    // Rows may come before those they hang on.
    await sql`set session_replication_role = replica`.execute(connection)
    for (const { name } of tables) {
      // A table is called `record`, which without its schema is another type.
      const table = sql.table(`public.${name}`)
      const { rows } = await sql<{ row: unknown }>`select to_jsonb(t) as row from ${table} t`.execute(from)
      await sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows.map(({ row }) => row))}::jsonb)`.execute(connection)
    }
    await sql`set session_replication_role = default`.execute(connection)
  })
}

describe.each(released)('a register left by a server of step %s', (step) => {
  it('has all its records, knows the phones where they stand, and takes what they send', async () => {
    const db = await schemaOf(step)
    await fillFrom(world.deps.db, db)

    await migrate(db)

    const deps = { ...world.deps, db }
    const later = { ...world, deps, app: await buildApp(deps) }
    afterAll(() => later.app.close())
    const { id, deviceSecret, serverKey, cursor, counter } = officer
    const phone = Object.assign(new TestDevice(later, officer.person, NINH_SON), { id, deviceSecret, serverKey, cursor, counter })
    const empty = (await phone.send(phone.request([], { pull: { cursor, maxBytes: 60_000 } }))).json() as SyncResponse
    expect(empty.page).toMatchObject({ reset: false, records: [], done: true, digest: digestText([...officer.records.values()].reduce((digest, record) => changeDigest(digest, recordCheck(record), 1), emptyDigest)) })
    const sent = await phone.push(phone.submit(world.deps.newId(), householdHead(hamlet), householdAnswers({ householdCode: 'H-9' })))
    expect(sent.outcomes[0]?.outcome.kind).toBe('accepted')
    phone.cursor = null
    await phone.pull()
    expect([...phone.records.values()].filter(({ answers }) => answers.householdCode !== 'H-9')).toEqual([...officer.records.values()])
  })
})
