import type { FastifyBaseLogger, FastifyError, FastifyInstance } from 'fastify'
import type { ApiErrorKind } from '../../protocol/api'
import { DatabaseSilent } from '../database/limits'
import { answerRefusal } from './route'

/** Answers every failure as `{ error: kind }`, without a message, a stack or any part of the request. */
export function addErrorAnswers(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const kind = kindOf(error)
    const route = `${request.method} ${request.routeOptions.url ?? '?'}`
    if (kind === 'internal') logBug(request.log, error, route)
    if (kind === 'busy') request.log.warn({ route, name: error.name, code: error.code }, 'busy')
    return answerRefusal(reply, { error: kind, ...(kind === 'tooMany' && { retryAfter: retryAfterOf(error) }) })
  })
  app.setNotFoundHandler((_request, reply) => answerRefusal(reply, { error: 'notFound' }))
}

/** character_not_in_repertoire: PostgreSQL stores no NUL. A request with a NUL in any text is refused as malformed when the database meets it. */
const NUL_IN_TEXT = '22021'

/** lock_not_available, query_canceled, idle_in_transaction_session_timeout: the database gave up, and the request can be tried again. */
const GIVEN_UP = ['55P03', '57014', '25P03']

function kindOf(error: FastifyError): ApiErrorKind {
  const { statusCode = 500, code } = error
  if (error instanceof DatabaseSilent || GIVEN_UP.includes(code)) return 'busy'
  if (code === NUL_IN_TEXT) return 'malformed'
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) return 'tooLarge'
  if (statusCode === 429) return 'tooMany'
  if (statusCode === 404) return 'notFound'
  if (statusCode === 503) return 'busy'
  return statusCode >= 400 && statusCode < 500 ? 'malformed' : 'internal'
}

const retryAfterOf = (error: FastifyError): number => (error as { retryAfter?: number }).retryAfter ?? 60

/** Logs where a bug happened, never its message: messages of the database quote the values they refuse. */
function logBug(log: FastifyBaseLogger, error: FastifyError, route: string): void {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  log.error({ route, name: error.name, code: error.code, frames: frames.slice(0, 12) }, 'bug')
}
