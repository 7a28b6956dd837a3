import { sql, type Kysely } from 'kysely'

export const isConcurrent = true

/**
 * Indexes of the records and of the submitted forms that name a photo, used with every part of a photo. An index whose creation was interrupted
 * exists but is not used: it is dropped and created again.
 */
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
