import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { constants } from 'node:zlib'
import { COLUMNS_TYPE } from '../../protocol/codec'
import type { ServerDeps } from '../deps'
import { serveClient } from './clientFiles'
import { addErrorAnswers } from './errors'
import { demandPolicies } from './policy'
import { registerRoutes } from './routes'
import { addSecurityHeaders } from './securityHeaders'

/** Bytes of a body. Routes that take more have a limit of their own. */
const BODY_LIMIT = 64 * 1024
/** Requests from one address. A commune office shares one address, so this only stops floods. Sign-in has a limit of its own. */
const REQUESTS_PER_MINUTE = 3_000
/** A batch of forms takes long over a bad connection. A request that takes longer than this is cut, and sent again. */
const REQUEST_LIMIT_MS = 120_000

/** Builds the whole HTTP side. It does not listen yet: tests use `inject`, the server calls `listen`. */
export async function buildApp(deps: ServerDeps): Promise<FastifyInstance> {
  const app = fastify(options(deps))
  demandPolicies(app)
  addSecurityHeaders(app, deps.config)
  addErrorAnswers(app)
  logRequests(app)
  await app.register(cookie)
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024, globalDecompression: false, brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } })
  await app.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: 60_000, errorResponseBuilder: (_request, { ttl }) => new TooMany(ttl) })
  // Packed bodies of the sync protocol: passed on as bytes, and unpacked under a limit of their own.
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  // Bodies packed by columns: read while they arrive, under a limit of their own.
  app.addContentTypeParser(COLUMNS_TYPE, (_request, stream, done) => done(null, stream))
  registerRoutes(app, deps)
  await serveClient(app, deps.config.clientDir)
  return app
}

function options({ config }: ServerDeps): FastifyServerOptions {
  return {
    bodyLimit: BODY_LIMIT,
    // Given as a function, because Fastify does not accept a number alone here.
    trustProxy: (_address, hop) => hop < config.trustProxy,
    requestTimeout: REQUEST_LIMIT_MS,
    forceCloseConnections: 'idle',
    logController: new LogController({ disableRequestLogging: true }),
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel },
  }
}

/** Logs one line per request: the route as registered, never its actual path, its query, its body or who sent it. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ route: `${request.method} ${request.routeOptions.url ?? '?'}`, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
}

class TooMany extends Error {
  override readonly name = 'TooMany'
  readonly statusCode = 429
  readonly retryAfter: number
  constructor(ttlMs: number) {
    super('too many requests')
    this.retryAfter = Math.max(1, Math.ceil(ttlMs / 1000))
  }
}
