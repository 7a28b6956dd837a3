import type { FastifyInstance } from 'fastify'
import { registerAccountRoutes } from '../accounts/accountRoutes'
import { registerDeviceRoutes } from '../accounts/deviceRoutes'
import { registerAdminDeviceRoutes } from '../admin/adminDeviceRoutes'
import { registerHamletRoutes } from '../admin/hamletRoutes'
import { registerSurveyRoutes } from '../admin/surveyRoutes'
import { registerUserRoutes } from '../admin/userRoutes'
import type { ServerDeps } from '../deps'
import { registerDraftRoutes } from '../drafts/draftRoutes'
import { registerImportRoutes } from '../imports/importRoutes'
import { registerPhotoRoutes } from '../photos/photoRoutes'
import { registerEnvelopeRoutes } from '../sync/envelopeRoutes'
import { registerRecordRoutes } from '../sync/recordRoutes'
import { registerSyncRoutes } from '../sync/syncRoutes'
import { registerTwinRoutes } from '../twins/twinRoutes'
import { registerHealth } from './health'
import { createWorkGate } from './workGate'

/** Requests judged at once: fewer than the pool has connections, so that none waits for one with its work half done. */
const AT_ONCE = 8
/** More stand before the gate than can be done while a phone waits: they are asked to come back. */
const WAITING = 400

/** Every route of the API. */
export function registerRoutes(app: FastifyInstance, deps: ServerDeps): void {
  const gate = createWorkGate({ atOnce: AT_ONCE, waiting: WAITING, now: () => performance.now() })
  registerHealth(app, deps)
  registerAccountRoutes(app, deps)
  registerDeviceRoutes(app, deps)
  registerUserRoutes(app, deps)
  registerAdminDeviceRoutes(app, deps)
  registerHamletRoutes(app, deps)
  registerSurveyRoutes(app, deps)
  registerSyncRoutes(app, deps, gate)
  registerEnvelopeRoutes(app, deps, gate)
  registerDraftRoutes(app, deps)
  registerRecordRoutes(app, deps)
  registerPhotoRoutes(app, deps, { gate })
  registerTwinRoutes(app, deps)
  registerImportRoutes(app, deps)
}
