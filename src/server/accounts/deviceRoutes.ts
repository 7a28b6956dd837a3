import type { FastifyInstance } from 'fastify'
import { enrolSchema } from '../../protocol/api'
import type { ServerDeps } from '../deps'
import { everyRole } from '../http/policy'
import { signedInRoute } from '../http/route'
import { enrolDevice } from './devices'

/** POST /api/devices: enrols a device. */
export function registerDeviceRoutes(app: FastifyInstance, deps: ServerDeps): void {
  signedInRoute(app, deps, {
    method: 'POST', url: '/api/devices', policy: { roles: everyRole, area: 'body' }, body: enrolSchema, perMinute: 120,
    handle: ({ caller, body }) => enrolDevice(deps, { userId: caller.user.id, sessionHash: caller.session.tokenHash }, body),
  })
}
