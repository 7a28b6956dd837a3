import { sql, type Kysely } from 'kysely'

export const isConcurrent = true

/** Which record, and which form that was sent, names a photo: asked with every part of one. An index that was cut short is there and unused: made anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, on, value] of indexes) {
    await sql.raw(`drop index concurrently if exists ${name}`).execute(db)
    await sql.raw(`create index concurrently ${name} on ${on} (commune, (${value})) where (${value}) is not null`).execute(db)
  }
}

const indexes = [
  ['record_decision_photo', 'record', "answers ->> 'decisionPhoto'"],
  ['record_authorised_photo', 'record', "answers ->> 'authorisedDocumentPhoto'"],
  ['operation_decision_photo', 'operation', "payload -> 'patch' ->> 'decisionPhoto'"],
  ['operation_authorised_photo', 'operation', "payload -> 'patch' ->> 'authorisedDocumentPhoto'"],
] as const
