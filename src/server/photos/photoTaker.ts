import { sql } from 'kysely'
import type { Answers } from '../../domain/forms/answers'
import { holdId } from '../../domain/records/judging/holds'
import type { ResolveOperation } from '../../domain/records/operation'
import type { RecordMeta } from '../../domain/records/record'
import { lastWriter } from '../../domain/records/writers'
import type { Db } from '../database/connect'
import { fieldIds, naming } from './photoFields'

/*
 * Who took a photo, and in which records that account named it. A hash does not show that somebody has the photo: records travel whole, so everybody
 * in a hamlet holds its hashes. But nobody can know a hash before it was named, except whoever has the bytes. So the account that named a photo
 * first in the log took it, whether its bytes have arrived or not.
 */

interface Naming {
  readonly id: string
  readonly answers: Answers
  readonly meta: RecordMeta
}

/** The first of these records, which all name the photo, in which the account that took the photo named it. */
export async function findNamedByTaker(db: Db, commune: string, hash: string, records: readonly Naming[]): Promise<string | undefined> {
  if (records.length === 0) return undefined
  const said = await namedByTaker(db, commune, hash)
  const answers = records.flatMap((record) => fieldIds.flatMap((field) => {
    const writer = record.answers[field] === hash ? lastWriter({ record, meta: record.meta }, field) : undefined
    return writer ? [{ id: record.id, field, device: writer[1], counter: writer[2] }] : []
  }))
  return (answers.find(({ device, counter, field }) => said.has(holdId(device, counter, field))) ?? (await findTaken(db, commune, answers, said)))?.id
}

/** The answers by which the taker named the photo, each by its `holdId`. The forms count whatever became of them. */
async function namedByTaker(db: Db, commune: string, hash: string): Promise<ReadonlySet<string>> {
  const all = db.selectFrom('operation').where('commune', '=', commune).where('type', '=', 'submit').where(naming("payload -> 'patch'", hash))
    .select(['device', 'counter', 'author', sql<string>`first_value(author) over (order by seq)`.as('taker')])
  const own = await db.selectFrom(all.as('named')).select(['device', 'counter']).whereRef('author', '=', 'taker').execute()
  return new Set(own.flatMap(({ device, counter }) => (counter === null ? [] : fieldIds.map((field) => holdId(device, counter, field)))))
}

interface Answer {
  readonly id: string
  readonly field: string
  readonly device: string
  readonly counter: number
}

/** The first of the answers that is a held value which somebody chose, and that the taker alone had said. */
async function findTaken(db: Db, commune: string, answers: readonly Answer[], said: ReadonlySet<string>): Promise<Answer | undefined> {
  const devices = answers.map(({ device }) => device)
  const counters = answers.map(({ counter }) => counter)
  const choices = await db.selectFrom('operation').select(['device', 'counter', 'payload']).where('commune', '=', commune).where('type', '=', 'resolve')
    .where(sql<boolean>`(device, counter) in (select * from unnest(${devices}::uuid[], ${counters}::bigint[]))`).execute()
  const chosen = new Map(choices.map(({ device, counter, payload }) => [`${device}:${counter}`, (payload as ResolveOperation).choices]))
  return answers.find(({ device, counter, field }) => {
    const taken = (chosen.get(`${device}:${counter}`) ?? []).filter(({ hold, take }) => take === 'held' && hold.endsWith(`:${field}`))
    return taken.length > 0 && taken.every(({ hold }) => said.has(hold))
  })
}
