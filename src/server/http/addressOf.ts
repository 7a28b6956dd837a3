import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'

/** The address that a request is counted under. Of an IPv6 address only the first 64 bits count: one subscriber has every address within them. */
export const addressOf = ({ ip }: FastifyRequest): string => normalizeIP(ip)
