import { describe, expect, it } from 'vitest'
import type { Envelope } from '../../src/protocol/messages'
import { handInSealed } from '../../src/sync/handIn'

const ID = '01890000-0000-7000-8000-0000000000d1'
const envelope = (counter: number, text: string): Envelope => ({ device: ID, commune: '22810', counter, keyId: 'k1', sealed: text })

function sealed(count: number, text = 'AAAA') {
  let left = Array.from({ length: count }, (_, n) => envelope(n + 1, text))
  return {
    left: () => left.map((each) => each.counter),
    queue: {
      envelopes: async (limit: number) => left.slice(0, limit),
      dropReceived: async (received: readonly { readonly counter: number }[]) => { left = left.filter((each) => !received.some((one) => one.counter === each.counter)) },
    },
  }
}

describe('handing in the sealed queue', () => {
  it('[S26] sends everything in chunks and drops only what the server named', async () => {
    const { queue, left } = sealed(120)

    const waiting = await handInSealed({ queue, newId: () => ID, post: async ({ envelopes }) => ({ ok: true, value: { results: envelopes.map(({ device, counter }) => ({ device, counter, result: 'received' })) } }) })

    expect([waiting, left()]).toEqual([0, []])
  })

  it('[S29] keeps all of it when the line breaks', async () => {
    const { queue, left } = sealed(3)

    expect(await handInSealed({ queue, newId: () => ID, post: async () => ({ ok: false, error: 'offline' }) })).toBe(3)
    expect(left()).toEqual([1, 2, 3])
  })

  it('[S9] gets through a line that is cut every 10 kB', async () => {
    const { queue, left } = sealed(60, 'A'.repeat(1_000))

    const waiting = await handInSealed({
      queue, newId: () => ID,
      post: async (request) => (JSON.stringify(request).length > 10_000 ? { ok: false, error: 'offline' } : { ok: true, value: { results: request.envelopes.map(({ device, counter }) => ({ device, counter, result: 'received' })) } }),
    })

    expect([waiting, left()]).toEqual([0, []])
  })

  it('passes over what cannot be taken now, so that it never stops what stands behind it', async () => {
    const { queue, left } = sealed(70)

    const waiting = await handInSealed({
      queue, newId: () => ID,
      post: async ({ envelopes }) => ({ ok: true, value: { results: envelopes.map(({ device, counter }) => ({ device, counter, result: counter <= 60 ? 'later' : 'received' })) } }),
    })

    expect(waiting).toBe(60)
    expect(left()).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
  })

  it('tells a queue what the server could not read, so that it need not offer it again', async () => {
    const { queue } = sealed(3)
    const unreadable: number[] = []

    const waiting = await handInSealed({
      queue: { ...queue, setAsideUnreadable: async (names) => void unreadable.push(...names.map(({ counter }) => counter)) }, newId: () => ID,
      post: async ({ envelopes }) => ({ ok: true, value: { results: envelopes.map(({ device, counter }) => ({ device, counter, result: counter === 2 ? 'unreadable' : 'received' })) } }),
    })

    expect([waiting, unreadable]).toEqual([1, [2]])
  })
})
