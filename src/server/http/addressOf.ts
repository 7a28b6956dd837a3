import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'

/** Whom a request counts for: an IPv4 address, or of IPv6 the first 64 bits, within which one subscriber has as many addresses as they like. */
export const addressOf = ({ ip }: FastifyRequest): string => normalizeIP(ip)
