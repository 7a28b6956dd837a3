import { sql, type RawBuilder } from 'kysely'
import { releasedForms } from '../../domain/forms/released'

const photoFields = releasedForms.flatMap(({ kind, fields }) => Object.entries(fields).flatMap(([id, field]) => (field.kind === 'photo' ? [{ kind, id }] : [])))
export const kinds = [...new Set(photoFields.map(({ kind }) => kind))]
export const fieldIds = [...new Set(photoFields.map(({ id }) => id))]

/**
 * SQL condition: one of the photo questions is answered with this photo. Each question has its own index on exactly this expression. Few rows match,
 * so callers set no limit: with a limit PostgreSQL would scan the whole table, expecting to find the first match soon.
 */
export function naming(answers: 'answers' | "payload -> 'patch'", hash: string): RawBuilder<boolean> {
  return sql`(${sql.join(fieldIds.map((field) => sql`${sql.raw(answers)} ->> ${sql.lit(field)} = ${hash}`), sql` or `)})`
}
