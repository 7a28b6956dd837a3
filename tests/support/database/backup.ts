import { sql } from 'kysely'
import type { Db } from '../../../src/server/database/connect'

/** What a backup brings back. Accounts and hamlets are left as they are: no test changes them between. */
const tables = ['instance', 'commune_seq', 'device', 'record', 'operation', 'digest', 'number_registry'] as const

/** Copies the register as it is now. @returns puts it back, as often as it is called */
export async function takeBackup(db: Db): Promise<() => Promise<void>> {
  const copies: (readonly [table: string, rows: string])[] = []
  for (const table of tables) {
    // A table is called `record`, which without its schema is another type.
    const { rows } = await sql<{ rows: string }>`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${sql.table(`public.${table}`)} t`.execute(db)
    copies.push([table, rows[0]!.rows])
  }
  return () => db.transaction().execute(async (tx) => {
    // Rows may come before those they hang on.
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const [name, rows] of copies) {
      const table = sql.table(`public.${name}`)
      await sql`delete from ${table}`.execute(tx)
      await sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${rows}::jsonb)`.execute(tx)
    }
  })
}
