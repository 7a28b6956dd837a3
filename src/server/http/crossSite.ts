import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '../accounts/caller'
import type { ServerConfig } from '../config'

const CSRF_HEADER = 'x-csrf-token'

/** Whether a request comes from our own pages, as far as the browser tells. A program that sends neither header passes. */
export function isFromOurPages(request: FastifyRequest, config: ServerConfig): boolean {
  const site = request.headers['sec-fetch-site']
  if (request.method !== 'GET' && site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = request.headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return new URL(origin).host === request.host || (config.publicUrl !== null && new URL(config.publicUrl).origin === origin)
}

/** Whether a request that changes something carries the token of its session. Another site can make the browser send the cookie, but not this token. */
export function carriesCsrf(request: FastifyRequest, caller: Caller): boolean {
  const given = Buffer.from(String(request.headers[CSRF_HEADER] ?? ''))
  const wanted = Buffer.from(caller.session.csrf)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
