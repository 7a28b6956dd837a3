import { CompiledQuery, sql, type KyselyPlugin, type RootOperationNode } from 'kysely'
import { describe, expect, it } from 'vitest'
import { releasedForms } from '../../../src/domain/forms/released'
import type { Db } from '../../../src/server/database/connect'
import { hasSent, recordNaming, recordShowing } from '../../../src/server/photos/namedPhoto'
import { NINH_SON } from '../../support/database/serverWorld'
import { village } from '../../support/syncWorld'

/* Every part of a photo asks who names it, in a commune where thousands name others. */

const COUNT = 4_000
const { world, hamlet, otherHamlet, officer } = await village()
const { db } = world.deps
const fields = [...new Set(releasedForms.flatMap(({ fields }) => Object.entries(fields).flatMap(([id, field]) => (field.kind === 'photo' ? [id] : []))))]
const hashOf = (field: string, n: number | string): string => `${field}-${n}`

const answers = sql`jsonb_build_object(${sql.join(fields.flatMap((field) => [sql.lit(field), sql`${sql.lit(hashOf(field, ''))} || n`]))})`
const meta = sql`jsonb_build_object('$first', jsonb_build_array(1, ${officer.id}::text, n))`
await sql`insert into record (commune, id, kind, form, hamlet, answers, version, status, round, notes, changes, holds, warnings, reasons, meta, seq)
  select ${NINH_SON}, gen_random_uuid(), 'asxh', 'asxh@2', ${hamlet}, ${answers}, 1, 'submitted', 1, '{}', '[]', '[]', '[]', '{}', ${meta}, n from generate_series(1, ${COUNT}) n`.execute(db)
// One more names a photo that another account took.
await sql`insert into record (commune, id, kind, form, hamlet, answers, version, status, round, notes, changes, holds, warnings, reasons, meta, seq)
  select ${NINH_SON}, gen_random_uuid(), 'asxh', 'asxh@2', ${otherHamlet}, answers, 1, 'submitted', 1, '{}', '[]', '[]', '[]', '{}', jsonb_build_object('$first', jsonb_build_array(1, ${officer.id}::text, 1)), ${COUNT + 1} from record where seq = 1234`.execute(db)
await sql`insert into operation (commune, seq, device, counter, author, record, type, payload, outcome, changes, received_at, run)
  select ${NINH_SON}, n, ${officer.id}, n, ${officer.person.id}, gen_random_uuid(), 'submit', jsonb_build_object('patch', ${answers}), '{}', '[]', now(), gen_random_uuid() from generate_series(1, ${COUNT}) n`.execute(db)
await sql`analyze record, operation`.execute(db)

interface Node { readonly 'Actual Rows': number; readonly 'Actual Loops': number; readonly 'Rows Removed by Filter'?: number; readonly 'Rows Removed by Index Recheck'?: number; readonly Plans?: readonly Node[] }

const rowsOf = (node: Node): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops'] + (node.Plans ?? []).reduce((sum, each) => sum + rowsOf(each), 0)

/** What it gives, and how many rows the database touched for that, over all stages of its plan. */
async function touched<T>(ask: (db: Db) => Promise<T>): Promise<{ readonly given: T; readonly rows: number }> {
  const asked: RootOperationNode[] = []
  const listening: KyselyPlugin = { transformQuery: ({ node }) => (asked.push(node), node), transformResult: async ({ result }) => result }
  const given = await ask(db.withPlugin(listening))
  let rows = 0
  for (const query of asked.map((node) => db.getExecutor().compileQuery(node, { queryId: '' }))) {
    const explained = await db.executeQuery<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(CompiledQuery.raw(`explain (analyze, format json) ${query.sql}`, [...query.parameters]))
    rows += explained.rows[0]!['QUERY PLAN'].reduce((sum, { Plan }) => sum + rowsOf(Plan), 0)
  }
  return { given, rows }
}

describe.each(fields)('a photo in %s', (field) => {
  it('is found without a look at the records that name others', async () => {
    const { given, rows } = await touched((db) => recordNaming(db, NINH_SON, hashOf(field, 1_234), [hamlet]))

    expect([typeof given, rows < 20]).toEqual(['string', true])
  })

  it.each(['supervisor', 'member'] as const)('is shown to a %s without a look at the records and forms that name others', async (role) => {
    const reader = { id: officer.person.id, role, scopeVersion: 1, areas: [{ commune: NINH_SON, hamlets: [hamlet] }] }

    const { given, rows } = await touched((db) => recordShowing(db, NINH_SON, hashOf(field, 1_234), reader))

    expect([typeof given, rows < 20]).toEqual(['string', true])
  })

  it('is not shown through a record that names the photo of another, without a look at all there is', async () => {
    const reader = { id: officer.person.id, role: 'member', scopeVersion: 1, areas: [{ commune: NINH_SON, hamlets: [otherHamlet] }] } as const

    const { given, rows } = await touched((db) => recordShowing(db, NINH_SON, hashOf(field, 1_234), reader))

    expect([given, rows < 20]).toEqual([undefined, true])
  })

  it('is found without a look at the forms its sender sent besides', async () => {
    const { given, rows } = await touched((db) => hasSent(db, NINH_SON, hashOf(field, 1_234), officer.person.id))

    expect([given, rows < 20]).toEqual([true, true])
  })
})

it('a photo that nothing names is missed without a look at all there is', async () => {
  const record = await touched((db) => recordNaming(db, NINH_SON, 'none', null))
  const form = await touched((db) => hasSent(db, NINH_SON, 'none', officer.person.id))

  expect([record.given, form.given, record.rows + form.rows < 20]).toEqual([undefined, false, true])
})
