import { randomBytes } from 'node:crypto'
import { ok } from '../../domain/result'
import type { Enrolled } from '../../protocol/api'
import type { Db } from '../database/connect'
import { getEpoch } from '../database/instance'
import { now, type ServerDeps } from '../deps'
import { refuse, type Answer } from '../http/refusal'
import { currentServerKey } from './serverKeys'

const PURPOSE = 'device-secret'

export interface Enroller {
  readonly userId: string
  /** `null` = no session: the server makes the device itself. */
  readonly sessionHash: string | null
}

/**
 * Enrols a device of an account in a commune. Idempotent: a repeat (after a lost answer) gives the same secret. Refuses with `forbidden` if the
 * device id belongs to somebody else, with `revokedDevice` if the device is revoked.
 */
export async function enrolDevice(deps: ServerDeps, { userId, sessionHash }: Enroller, input: { device: string; commune: string; label: string }): Answer<Enrolled> {
  const { device: id, commune, label } = input
  await deps.db.insertInto('device').values({
    commune, id, label, user_id: userId, session_hash: sessionHash,
    secret: deps.secrets.seal(PURPOSE, randomBytes(32)), enrolled_at: now(deps), last_seen_at: null, revoked_at: null,
  }).onConflict((c) => c.columns(['commune', 'id']).doNothing()).execute()
  const row = await deps.db.selectFrom('device').select(['user_id', 'secret', 'revoked_at']).where('commune', '=', commune).where('id', '=', id).executeTakeFirstOrThrow()
  if (row.user_id !== userId) return refuse('forbidden')
  if (row.revoked_at) return refuse('revokedDevice')
  const key = await currentServerKey(deps)
  return ok({
    epoch: await getEpoch(deps.db),
    deviceSecret: openDeviceSecret(deps, row.secret).toString('base64url'),
    serverKey: { id: key.id, publicKey: key.publicKey },
  })
}

/** Whether this very session once enrolled a device in one of these communes that is not revoked. */
export async function hasEnrolled(db: Db, communes: readonly string[], sessionHash: string): Promise<boolean> {
  if (communes.length === 0) return false
  const found = await db.selectFrom('device').select('id').where('commune', 'in', communes).where('session_hash', '=', sessionHash).where('revoked_at', 'is', null).limit(1).executeTakeFirst()
  return found !== undefined
}

/** Opens the 32 bytes shared with a device, from `device.secret`. */
export function openDeviceSecret({ secrets }: Pick<ServerDeps, 'secrets'>, sealed: Buffer): Buffer {
  return secrets.open(PURPOSE, sealed)
}
