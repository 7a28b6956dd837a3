import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { PhotoStatus } from '../../protocol/api'
import type { Db } from '../database/connect'
import type { Database } from '../database/schema'
import { now, type ServerDeps } from '../deps'
import { inTransaction } from '../store/inTransaction'

/** The bytes of a photo from `at` on, as one request brought them. */
export interface PhotoPart {
  readonly commune: string
  readonly hash: string
  /** The size of the whole photo, in bytes. */
  readonly size: number
  readonly at: number
  readonly bytes: Buffer
  readonly sentBy: string
  /** For a photo that was handed in sealed, without a session. */
  readonly sealedOf?: { readonly device: string; readonly record: string }
}

const nothing: PhotoStatus = { received: 0, isWhole: false }

/**
 * How much of a photo the server has.
 * @param size the size by the sender; if the photo was begun with another size, nothing of it counts
 */
export async function photoStatus(db: Db, commune: string, hash: string, size?: number): Promise<PhotoStatus> {
  const row = await db.selectFrom('photo').select(['received', 'size', 'whole_at']).where('commune', '=', commune).where('hash', '=', hash).executeTakeFirst()
  return row && (size === undefined || size === row.size) ? { received: row.received, isWhole: row.whole_at !== null } : nothing
}

/** The most sealed photos kept from one device: more than anybody ever had waiting. */
const MOST_SEALED = 1_000

/** Whether a sealed photo of this device may be stored: it is known already, or there is room for one more. */
export async function hasRoomFor(db: Db, commune: string, hash: string, device: string): Promise<boolean> {
  const known = await db.selectFrom('photo').select('hash').where('commune', '=', commune).where('hash', '=', hash).executeTakeFirst()
  if (known) return true
  const { count } = await db.selectFrom('photo').select((e) => e.fn.countAll<string>().as('count')).where('commune', '=', commune).where('sealed_by', '=', device).executeTakeFirstOrThrow()
  return Number(count) < MOST_SEALED
}

/**
 * Stores those bytes of a part that continue what is stored. A part that does not continue it is ignored. The answer tells where to go on, so a
 * sender that lost an answer, or began twice, finds its place. If the complete bytes are not a JPEG with the named hash, they are deleted.
 */
export async function takePart(deps: ServerDeps, part: PhotoPart): Promise<PhotoStatus> {
  return inTransaction(deps.db, async (tx) => {
    const { received, isWhole, size } = await lockPhoto(deps, tx, part)
    if (isWhole) return { received, isWhole }
    const end = part.at + part.bytes.length
    const continues = part.at <= received && received < end && end <= size && size === part.size
    if (!continues) return { received, isWhole }
    const { commune, hash, sealedOf } = part
    await tx.insertInto('photo_part').values({ commune, hash, start: received, bytes: part.bytes.subarray(received - part.at) }).execute()
    const isComplete = end === size
    if (isComplete && !isPhoto(await joined(tx, commune, hash), hash)) {
      await dropParts(tx, part)
      await tx.deleteFrom('photo').where('commune', '=', commune).where('hash', '=', hash).execute()
      return nothing
    }
    // The photo may have been begun by somebody else: the sender of the last part counts.
    const whole = isComplete ? { whole_at: now(deps), ...sealedColumns(sealedOf) } : {}
    await tx.updateTable('photo').set({ received: end, ...whole }).where('commune', '=', commune).where('hash', '=', hash).execute()
    return { received: end, isWhole: isComplete }
  })
}

/** The bytes of a photo. `null` = it is not complete. */
export async function readPhoto(db: Db, commune: string, hash: string): Promise<Buffer | null> {
  return (await photoStatus(db, commune, hash)).isWhole ? joined(db, commune, hash) : null
}

/**
 * Locks the photo's row, so that two senders of one photo take turns. A part with another size than before restarts the photo: one of the two sizes
 * is wrong.
 */
async function lockPhoto(deps: ServerDeps, tx: Transaction<Database>, part: PhotoPart) {
  const { commune, hash, size, sentBy, sealedOf } = part
  await tx.insertInto('photo').values({ commune, hash, size, received: 0, sent_by: sentBy, begun_at: now(deps), whole_at: null, ...sealedColumns(sealedOf) })
    .onConflict((conflict) => conflict.columns(['commune', 'hash']).doNothing()).execute()
  const row = await tx.selectFrom('photo').selectAll().where('commune', '=', commune).where('hash', '=', hash).forUpdate().executeTakeFirstOrThrow()
  if (row.whole_at !== null || row.size === size) return { received: row.received, isWhole: row.whole_at !== null, size: row.size }
  await dropParts(tx, part)
  await tx.updateTable('photo').set({ size, received: 0 }).where('commune', '=', commune).where('hash', '=', hash).execute()
  return { received: 0, isWhole: false, size }
}

const sealedColumns = (of: PhotoPart['sealedOf']) => ({ sealed_by: of?.device ?? null, sealed_of: of?.record ?? null })

async function dropParts(tx: Transaction<Database>, { commune, hash }: PhotoPart): Promise<void> {
  await tx.deleteFrom('photo_part').where('commune', '=', commune).where('hash', '=', hash).execute()
}

async function joined(db: Db | Transaction<Database>, commune: string, hash: string): Promise<Buffer> {
  const parts = await db.selectFrom('photo_part').select('bytes').where('commune', '=', commune).where('hash', '=', hash).orderBy('start').execute()
  return Buffer.concat(parts.map(({ bytes }) => bytes))
}

/** The first bytes of a JPEG. Nothing else is stored as a complete photo. */
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

function isPhoto(bytes: Buffer, hash: string): boolean {
  return bytes.subarray(0, JPEG.length).equals(JPEG) && createHash('sha256').update(bytes).digest('base64url') === hash
}
