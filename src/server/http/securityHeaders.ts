import type { FastifyInstance } from 'fastify'
import type { ServerConfig } from '../config'

const policy = [
  "default-src 'none'",
  // WebAssembly, for Argon2id on the phone.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types sothon',
].join('; ')

const always = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex',
}
const TWO_YEARS_S = 63_072_000

/** Adds the security headers to every answer, also to errors and files. Caches never store API answers. */
export function addSecurityHeaders(app: FastifyInstance, config: ServerConfig): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(always)
    if (config.https) void reply.header('strict-transport-security', `max-age=${TWO_YEARS_S}; includeSubDomains`)
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store')
  })
}
