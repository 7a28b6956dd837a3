import { Agent, request } from 'node:http'
import { COLUMNS_TYPE } from '../../src/protocol/codec'
import type { Delivery } from './province'

export interface Rush {
  readonly seconds: number
  readonly operations: number
  /** Milliseconds of each exchange that was answered 200, sorted. */
  readonly took: readonly number[]
  /** Number of answers by status; status 0 = no answer. */
  readonly statuses: Readonly<Record<number, number>>
}

const MOST_TRIES = 60

/** Sends all deliveries at once, each over its own connection. A device that is told to come back does so at that time. */
export async function rush(ports: readonly number[], deliveries: readonly Delivery[]): Promise<Rush> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
  const statuses: Record<number, number> = {}
  const took: number[] = []
  const start = performance.now()
  const done = await Promise.all(deliveries.map(async (delivery, n) => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const asked = performance.now()
      const { status, retryAfter } = await post(agent, ports[(n + tries) % ports.length] ?? 0, delivery)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status === 200) {
        took.push(performance.now() - asked)
        return delivery.operations
      }
      await new Promise((again) => setTimeout(again, retryAfter * 1000 * (0.75 + Math.random() / 2)))
    }
    return 0
  }))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return { seconds, operations: done.reduce((sum, each) => sum + each, 0), took: took.sort((a, b) => a - b), statuses }
}

function post(agent: Agent, port: number, { bytes, cookie, csrf, address }: Delivery): Promise<{ readonly status: number; readonly retryAfter: number }> {
  const headers = { cookie, 'x-csrf-token': csrf, 'x-forwarded-for': address, 'content-type': COLUMNS_TYPE, 'content-length': bytes.length, accept: COLUMNS_TYPE }
  return new Promise((done) => {
    const asked = request({ agent, port, host: '127.0.0.1', method: 'POST', path: '/api/sync', headers }, (answer) => {
      answer.resume()
      answer.on('end', () => done({ status: answer.statusCode ?? 0, retryAfter: Number(answer.headers['retry-after'] ?? 1) }))
      answer.on('error', () => done({ status: 0, retryAfter: 1 }))
    })
    asked.on('error', () => done({ status: 0, retryAfter: 1 }))
    asked.end(bytes)
  })
}
