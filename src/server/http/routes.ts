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
import { createStrangerGate } from './strangerGate'
import { createWorkGate } from './workGate'

/** Requests worked on at once. There are more connections in the pool, so none waits for one in the middle of its work. */
const AT_ONCE = 8
/** Requests that may wait at the gate. More could not be served while their phones wait, so they are asked to come back. */
const WAITING = 400
/** Requests with a large body and without a session at the same time: 50 MB of bodies. */
const STRANGERS = 100

/** Every route of the API. */
export function registerRoutes(app: FastifyInstance, deps: ServerDeps): void {
  const now = (): number => performance.now()
  const gate = createWorkGate({ atOnce: AT_ONCE, waiting: WAITING, now })
  const strangers = createStrangerGate({ places: STRANGERS, now })
  registerHealth(app, deps)
  registerAccountRoutes(app, deps)
  registerDeviceRoutes(app, deps)
  registerUserRoutes(app, deps)
  registerAdminDeviceRoutes(app, deps)
  registerHamletRoutes(app, deps)
  registerSurveyRoutes(app, deps)
  registerSyncRoutes(app, deps, gate)
  registerEnvelopeRoutes(app, deps, { gate, strangers })
  registerDraftRoutes(app, deps, strangers)
  registerRecordRoutes(app, deps)
  registerPhotoRoutes(app, deps, { gate, strangers })
  registerTwinRoutes(app, deps)
  registerImportRoutes(app, deps)
}
