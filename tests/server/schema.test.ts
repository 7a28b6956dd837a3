import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { directoryTables } from '../../src/server/database/schema'
import { serverWorld } from '../support/database/serverWorld'

/** Their keys begin with the number's hash, their own distribution column. */
const byNumber = ['number_registry', 'number_lock']

interface Key { table: string; name: string; kind: 'p' | 'u' | 'f'; columns: string[]; target: string | null; targetColumns: string[] | null }

const { deps } = await serverWorld()
const directory: readonly string[] = directoryTables
const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> => (await query.execute(deps.db)).rows

const tables = (await rows(sql<{ name: string }>`
  select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)).map(({ name }) => name)

const keys = await rows(sql<Key>`
  select c.relname as table, k.conname as name, k.contype as kind, t.relname as target,
    (select array_agg(a.attname::text order by n) from unnest(k.conkey) with ordinality as u(col, n) join pg_attribute a on a.attrelid = c.oid and a.attnum = u.col) as columns,
    (select array_agg(a.attname::text order by n) from unnest(k.confkey) with ordinality as u(col, n) join pg_attribute a on a.attrelid = t.oid and a.attnum = u.col) as "targetColumns"
  from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class t on t.oid = k.confrelid
  where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')`)

const communeTables = tables.filter((table) => !directory.includes(table) && !byNumber.includes(table))
const isCommuneTable = (table: string): boolean => communeTables.includes(table)

describe('a schema that can be spread over many machines', () => {
  it('knows every table, the directory ones by name', () => {
    expect(directory.filter((table) => !tables.includes(table))).toEqual([])
    expect(communeTables.length).toBeGreaterThan(5)
  })

  it('gives every table a primary key', () => {
    expect(tables.filter((table) => !keys.some((key) => key.table === table && key.kind === 'p'))).toEqual([])
  })

  it('puts the commune first in every primary and unique key', () => {
    const wrong = keys.filter((key) => isCommuneTable(key.table) && key.kind !== 'f' && key.columns[0] !== 'commune')

    expect(wrong).toEqual([])
  })

  it('puts the commune first in unique indexes that are no constraints', async () => {
    const indexes = await rows(sql<{ table: string; first: string }>`
      select c.relname as table, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace and i.indisunique`)

    expect(indexes.filter(({ table, first }) => isCommuneTable(table) && first !== 'commune')).toEqual([])
  })

  it('has the commune in every reference to a table of communes, at the same place on both sides', () => {
    const wrong = keys.filter((key) => key.kind === 'f' && !directory.includes(key.target ?? ''))
      .filter((key) => key.columns[0] !== 'commune' || key.targetColumns?.[0] !== 'commune')

    expect(wrong).toEqual([])
  })

  it('lets no directory table refer to a table of communes', () => {
    expect(keys.filter((key) => key.kind === 'f' && directory.includes(key.table) && !directory.includes(key.target ?? ''))).toEqual([])
  })

  it('keys what is kept by number by the hash of the number', () => {
    const own = keys.filter((key) => byNumber.includes(key.table) && key.kind !== 'f')

    expect(own.map((key) => key.columns[0])).toEqual(own.map(() => 'hash'))
  })

  it('has no triggers', async () => {
    expect(await rows(sql`select tgname from pg_trigger where not tgisinternal`)).toEqual([])
  })

  it('draws no numbers from sequences: no serial, no identity', async () => {
    expect(await rows(sql`select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`)).toEqual([])
    expect(await rows(sql`select attname from pg_attribute where attidentity <> '' and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`)).toEqual([])
  })

  it('changes no key when a parent changes', async () => {
    expect(await rows(sql`select conname from pg_constraint where contype = 'f' and (confupdtype <> 'a' or confdeltype <> 'a')`)).toEqual([])
  })
})
