import { sql } from 'kysely'
import { mayReadHivGroups } from '../../domain/access'
import type { Answers } from '../../domain/forms/answers'
import { findForm } from '../../domain/forms/registry'
import { isCovered } from '../../domain/forms/subjects/isCovered'
import type { FormKey } from '../../domain/records/record'
import type { Db } from '../database/connect'
import { inHamlets } from '../store/inHamlets'
import type { Author } from '../sync/author'
import { readableHamlets } from '../sync/pulling/scope'
import { fieldIds, kinds, naming } from './photoFields'
import { findNamedByTaker } from './photoTaker'

/**
 * A record of these hamlets (`null` = all) that names the photo now. A photo belongs to whoever its record belongs to. Without such a record in
 * reach, it is answered as if it did not exist.
 */
export async function recordNaming(db: Db, commune: string, hash: string, hamlets: readonly string[] | null): Promise<string | undefined> {
  return (await recordsNaming(db, commune, hash, hamlets).select('id').executeTakeFirst())?.id
}

/**
 * The record that shows the photo to this reader. It is a record in reach in which whoever took the photo named it. For members of the village team
 * no record of the commune may name the photo whose other answers cover it: the photo would tell that somebody lives with HIV.
 */
export async function recordShowing(db: Db, commune: string, hash: string, reader: Author): Promise<string | undefined> {
  const records = await recordsNaming(db, commune, hash, null).select(['id', 'hamlet', 'form', 'answers', 'meta']).execute()
  if (!mayReadHivGroups(reader.role) && records.some(({ form, answers }) => isCoveredIn(form, answers, hash))) return undefined
  const hamlets = readableHamlets(reader, commune)
  const inReach = records.filter(({ hamlet }) => hamlets === null || hamlets.includes(hamlet))
  return findNamedByTaker(db, commune, hash, inReach)
}

/** A record of a form that this server does not know counts as covered. */
function isCoveredIn(key: FormKey, answers: Answers, hash: string): boolean {
  const form = findForm(key)
  return form === undefined || fieldIds.some((field) => answers[field] === hash && isCovered(form, answers, field))
}

function recordsNaming(db: Db, commune: string, hash: string, hamlets: readonly string[] | null) {
  return db.selectFrom('record').where('commune', '=', commune).where('kind', 'in', kinds).where(naming('answers', hash)).where(inHamlets(hamlets))
}

/**
 * SQL condition: the rescued draft is the one for which the photo was taken. A draft is stored under its record, a refused form under its counter
 * (`refusedId`).
 */
const isForDraft = sql<boolean>`(rescued_draft.record = photo.sealed_of or exists (select from operation
  where operation.commune = photo.commune and operation.device = photo.sealed_by and operation.record = photo.sealed_of
  and rescued_draft.record = ('00000000-0000-8000-8000-' || lpad(to_hex(operation.counter), 12, '0'))::uuid))`

/**
 * The record of a rescued draft of this author for which the photo was taken. Such a photo came sealed from the draft's device, so its author may see
 * it before the draft is sent, while the hamlet is theirs. Once any record names the photo, it belongs to whoever that record belongs to.
 */
export async function draftNaming(db: Db, commune: string, hash: string, author: Author): Promise<string | undefined> {
  if ((await recordNaming(db, commune, hash, null)) !== undefined) return undefined
  const drafts = db.selectFrom('photo').innerJoin('rescued_draft', (join) => join.onRef('rescued_draft.commune', '=', 'photo.commune').onRef('rescued_draft.device', '=', 'photo.sealed_by').on(isForDraft))
    .select('photo.sealed_of').$narrowType<{ sealed_of: string }>().where('photo.commune', '=', commune).where('photo.hash', '=', hash).where('rescued_draft.user_id', '=', author.id)
    .where(inHamlets(readableHamlets(author, commune), 'rescued_draft.hamlet'))
  return (await drafts.executeTakeFirst())?.sealed_of
}

/**
 * Whether a form sent from a device of this account names the photo, whatever became of the form and its record. The record may be out of reach, or
 * name another photo by now. Whoever sent the name has the photo and must be able to send it, but is not shown it for that.
 */
export async function hasSent(db: Db, commune: string, hash: string, user: string): Promise<boolean> {
  const own = db.selectFrom('device').select('id').where('commune', '=', commune).where('user_id', '=', user)
  const found = await db.selectFrom('operation').select('seq').where('commune', '=', commune).where('device', 'in', own).where('type', '=', 'submit').where(naming("payload -> 'patch'", hash)).executeTakeFirst()
  return found !== undefined
}
