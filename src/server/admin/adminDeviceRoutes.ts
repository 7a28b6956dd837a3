import type { FastifyInstance } from 'fastify'
import { ok } from '../../domain/result'
import { isUuid } from '../../domain/identity/uuid'
import { revokeDeviceSchema, type Device } from '../../protocol/api'
import { logAccess } from '../accounts/accessLog'
import type { Caller } from '../accounts/caller'
import { endSessionsOf } from '../accounts/sessions'
import { now, type ServerDeps } from '../deps'
import { refuse, type Answer } from '../http/refusal'
import { signedInRoute } from '../http/route'
import { inTransaction } from '../store/inTransaction'
import { importDeviceId } from '../sync/importDevice'

/** Routes to list and revoke the devices of a commune. */
export function registerAdminDeviceRoutes(app: FastifyInstance, deps: ServerDeps): void {
  signedInRoute(app, deps, {
    method: 'GET', url: '/api/admin/devices', policy: { roles: ['admin'], area: 'query' },
    handle: async ({ commune }) => ok({ devices: await listDevices(deps, commune) }),
  })
  signedInRoute(app, deps, {
    method: 'POST', url: '/api/admin/devices/:id/revoke', policy: { roles: ['admin'], area: 'body' }, body: revokeDeviceSchema,
    handle: ({ caller, commune, params }) => revokeDevice(deps, caller, commune, params.id ?? ''),
  })
}

/** Lists the devices without the import device, which nobody holds and nobody can act on. */
async function listDevices({ db }: ServerDeps, commune: string): Promise<Device[]> {
  const rows = await db.selectFrom('device').selectAll().where('commune', '=', commune).where('id', '!=', importDeviceId(commune)).orderBy('enrolled_at').execute()
  return rows.map((row) => ({
    id: row.id, commune, userId: row.user_id, label: row.label, enrolledAt: row.enrolled_at, lastSeenAt: row.last_seen_at,
    revoked: row.revoked_at !== null, last: row.last_counter,
  }))
}

/**
 * Revokes a device and ends every session of its account, except the caller's: nobody knows which of them the lost browser holds, and under it a new
 * device could be enrolled. Safe to repeat: the first time of revoking stays.
 */
async function revokeDevice(deps: ServerDeps, { user, session }: Caller, commune: string, id: string): Answer {
  if (!isUuid(id)) return refuse('notFound')
  const isThere = await inTransaction(deps.db, async (tx) => {
    const device = await tx.updateTable('device').set((e) => ({ revoked_at: e.fn.coalesce('revoked_at', e.val(now(deps))) }))
      .where('commune', '=', commune).where('id', '=', id).returning('user_id as userId').executeTakeFirst()
    if (device) await endSessionsOf({ db: tx }, device.userId, session.tokenHash)
    return device !== undefined
  })
  if (!isThere) return refuse('notFound')
  await logAccess(deps, commune, user.id, 'revokeDevice', id)
  return ok({})
}
