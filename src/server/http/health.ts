import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { ok } from '../../domain/result'
import type { ServerDeps } from '../deps'
import { refuse } from './refusal'
import { openRoute } from './route'

/** GET /api/health: 200 `{ok: true}` if requests can be served, 503 if the database does not answer in time. */
export function registerHealth(app: FastifyInstance, deps: ServerDeps): void {
  openRoute(app, deps, {
    method: 'GET',
    url: '/api/health',
    handle: async () => ((await answers(deps)) ? ok({ ok: true }) : refuse('busy', { retryAfter: 2 })),
  })
}

async function answers({ db, config }: ServerDeps): Promise<boolean> {
  const late = pause(config.databaseLimits.healthMs, false, { ref: false })
  return Promise.race([sql`select 1`.execute(db).then(() => true, () => false), late])
}
