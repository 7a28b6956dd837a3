import type { InjectOptions } from 'fastify'
import { getEpoch } from '../../src/server/database/instance'
import { httpTransport } from '../../src/remote/httpTransport'
import { createSession } from '../../src/remote/session'
import type { Transport } from '../../src/sync/transport'
import { MemoryPhone } from './memory/memoryPhone'
import type { TestDevice } from './syncWorld'

/** The real transport for this device. Its requests are injected into the server, without a network. */
export function injectedTransport({ world, person }: TestDevice): Transport {
  const cookie = `sothon=${person.session.token}`
  const ask: typeof fetch = async (url, init) => {
    const options: InjectOptions = {
      url: url as string, method: init?.method as 'GET' | 'POST', headers: { ...(init?.headers as Record<string, string>), cookie },
      ...(init?.body && { payload: Buffer.from(init.body as Uint8Array) }),
    }
    const { rawPayload, statusCode, headers } = await world.app.inject(options)
    return new Response(new Uint8Array(rawPayload), { status: statusCode, headers: headers as Record<string, string> })
  }
  return httpTransport(createSession({ fetch: ask, origin: '', timeoutMs: 60_000 }))
}

/** A phone on Maps with the real engine and that transport. */
export async function injectedPhone(device: TestDevice): Promise<MemoryPhone> {
  return new MemoryPhone(device.id, await getEpoch(device.world.deps.db), injectedTransport(device), () => 0.5)
}
