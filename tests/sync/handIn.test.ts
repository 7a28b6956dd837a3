import { describe, expect, it } from 'vitest'
import type { ApiErrorKind } from '../../src/protocol/api'
import type { Envelope, EnvelopeName } from '../../src/protocol/messages'
import type { SealedDraft } from '../../src/protocol/sealing/sealedDrafts'
import { handInDrafts, handInSealed, type DraftHandIn, type HandInDeps } from '../../src/sync/handIn'

const ID = '01890000-0000-7000-8000-0000000000d1'
const envelope = (counter: number, text: string, device = ID): Envelope => ({ device, commune: '22810', counter, keyId: 'k1', sealed: text })
const deviceOf = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`

const sealed = (count: number, text = 'AAAA') => carried(Array.from({ length: count }, (_, n) => envelope(n + 1, text)))

function carried(envelopes: readonly Envelope[]) {
  let left = envelopes
  return {
    left: () => left.map((each) => each.counter),
    devices: () => left.map((each) => each.device),
    queue: {
      envelopes: async (limit: number) => left.slice(0, limit),
      dropReceived: async (received: readonly EnvelopeName[]) => { left = left.filter((each) => !received.some((one) => one.device === each.device && one.counter === each.counter)) },
    },
  }
}

/** A server that takes what it is sent, unless it fails at what is sent. */
function server(fails: (envelope: Envelope) => boolean, error: ApiErrorKind = 'internal') {
  const sizes: number[] = []
  const post: HandInDeps['post'] = async ({ envelopes }) => {
    sizes.push(envelopes.length)
    if (envelopes.some(fails)) return { ok: false, error: { error } }
    return { ok: true, value: { results: envelopes.map(({ device, counter }) => ({ device, counter, result: 'received' })) } }
  }
  return { sizes, post }
}

describe('handing in the sealed queue', () => {
  it('[S26] sends everything in chunks and drops only what the server named', async () => {
    const { queue, left } = sealed(120)

    const { post, sizes } = server(() => false)

    expect([await handInSealed({ queue, newId: () => ID, post }), left(), sizes]).toEqual([{ left: 0, stopped: null }, [], [50, 50, 20]])
  })

  it('[S29] keeps all of it when the line breaks', async () => {
    const { queue, left } = sealed(3)

    expect(await handInSealed({ queue, newId: () => ID, post: async () => ({ ok: false, error: { error: 'offline' } }) })).toEqual({ left: 3, stopped: { error: 'offline' } })
    expect(left()).toEqual([1, 2, 3])
  })

  it.each(['tooMany', 'busy'] as const)('[S30] asks a server that has no time now once, and says when it told to come back: %s', async (error) => {
    const { queue, left } = sealed(60)
    let calls = 0

    const end = await handInSealed({ queue, newId: () => ID, post: async () => {
      calls += 1
      return { ok: false, error: { error, retryAfter: 9 } }
    } })

    expect([end, calls, left().length]).toEqual([{ left: 50, stopped: { error, retryAfter: 9 } }, 1, 60])
  })

  it('[S9] gets through a line that is cut every 10 kB', async () => {
    const { queue, left } = sealed(60, 'A'.repeat(1_000))

    const { left: waiting } = await handInSealed({
      queue, newId: () => ID,
      post: async (request) => (JSON.stringify(request).length > 10_000 ? { ok: false, error: { error: 'offline' } } : { ok: true, value: { results: request.envelopes.map(({ device, counter }) => ({ device, counter, result: 'received' })) } }),
    })

    expect([waiting, left()]).toEqual([0, []])
  })

  it('passes over what cannot be taken now, so that it never stops what stands behind it', async () => {
    const { queue, left } = sealed(70)

    const { left: waiting } = await handInSealed({
      queue, newId: () => ID,
      post: async ({ envelopes }) => ({ ok: true, value: { results: envelopes.map(({ device, counter }) => ({ device, counter, result: counter <= 60 ? 'later' : 'received' })) } }),
    })

    expect(waiting).toBe(60)
    expect(left()).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
  })

  it.each(['internal', 'malformed', 'tooLarge'] as const)('[S38] gets past the one envelope the server always fails at: %s', async (error) => {
    const { queue, devices } = carried(Array.from({ length: 40 }, (_, n) => envelope(1, 'AAAA', deviceOf(n))))
    const { post, sizes } = server(({ device }) => device === deviceOf(2), error)

    expect((await handInSealed({ queue, newId: () => ID, post })).left).toBe(1)
    expect(devices()).toEqual([deviceOf(2)])
    expect(sizes.length).toBeLessThan(20)
  })

  it('[S38] gives the device up whose envelopes the server fails at, however many it made', async () => {
    const { queue, devices } = carried([...Array.from({ length: 500 }, (_, n) => envelope(n + 1, 'AAAA', deviceOf(1))), envelope(1, 'AAAA', deviceOf(2))])
    const { post, sizes } = server(({ device }) => device === deviceOf(1))

    expect((await handInSealed({ queue, newId: () => ID, post })).left).toBe(500)
    expect(new Set(devices())).toEqual(new Set([deviceOf(1)]))
    expect(sizes.length).toBeLessThan(20)
  })

  it('[S38] keeps all of it, and ends, when the server fails at everything', async () => {
    const { queue, left } = carried(Array.from({ length: 60 }, (_, n) => envelope(n, 'AAAA', deviceOf(n % 3))))
    const { post, sizes } = server(() => true)

    expect((await handInSealed({ queue, newId: () => ID, post })).left).toBe(60)
    expect([left().length, sizes.length < 20]).toEqual([60, true])
  })

  it('tells a queue what the server could not read, so that it need not offer it again', async () => {
    const { queue } = sealed(3)
    const unreadable: number[] = []

    const { left: waiting } = await handInSealed({
      queue: { ...queue, setAsideUnreadable: async (names) => void unreadable.push(...names.map(({ counter }) => counter)) }, newId: () => ID,
      post: async ({ envelopes }) => ({ ok: true, value: { results: envelopes.map(({ device, counter }) => ({ device, counter, result: counter === 2 ? 'unreadable' : 'received' })) } }),
    })

    expect([waiting, unreadable]).toEqual([1, [2]])
  })
})

describe('handing in sealed drafts', () => {
  const draft = (n: number): SealedDraft => ({ device: deviceOf(n), commune: '22810', record: ID, sealed: 'AAAA' })

  /** A phone with drafts of so many devices. */
  function drafts(count: number) {
    let left = Array.from({ length: count }, (_, n) => draft(n))
    const queue: DraftHandIn = {
      drafts: async (limit) => left.slice(0, limit),
      dropReceived: async (received) => { left = left.filter((each) => !received.includes(each)) },
    }
    return { queue, left: () => left.map(({ device }) => device) }
  }

  it('[S42] drops what the server named as received, by device and record, and passes over the rest', async () => {
    const { queue, left } = drafts(3)

    const { left: waiting } = await handInDrafts(queue, async ({ drafts: sent }) => ({ ok: true, value: { results: [...sent].reverse().map(({ device, record }) => ({ device, record, result: device === deviceOf(1) ? 'later' : 'received' })) } }))

    expect([waiting, left()]).toEqual([1, [deviceOf(1)]])
  })

  it('[S42] lets one the server always fails at keep no other waiting, of its own device neither', async () => {
    const one = (record: string): SealedDraft => ({ ...draft(1), record })
    let left = ['a', 'b', 'c', 'd'].map(one)
    const queue: DraftHandIn = { drafts: async (limit) => left.slice(0, limit), dropReceived: async (received) => { left = left.filter((each) => !received.includes(each)) } }

    const { left: waiting } = await handInDrafts(queue, async ({ drafts: sent }) => (sent.some(({ record }) => record === 'b')
      ? { ok: false, error: { error: 'internal' } }
      : { ok: true, value: { results: sent.map(({ device, record }) => ({ device, record, result: 'received' })) } }))

    expect([waiting, left.map(({ record }) => record)]).toEqual([1, ['b']])
  })

  it('[S42] drops of two copies of one draft only the one the server named, and does not let one keep the other waiting', async () => {
    const copy = (sealed: string): SealedDraft => ({ ...draft(1), sealed })
    let left = ['bad', 'old', 'new'].map(copy)
    const aside: string[] = []
    const queue: DraftHandIn = {
      drafts: async (limit) => left.slice(0, limit),
      dropReceived: async (received) => { left = left.filter((each) => !received.includes(each)) },
      setAsideUnreadable: async (unreadable) => void aside.push(...unreadable.map(({ sealed }) => sealed)),
    }

    const { left: waiting } = await handInDrafts(queue, async ({ drafts: sent }) => ({ ok: true, value: { results: sent.map(({ device, record, sealed }) => ({ device, record, result: sealed === 'bad' ? 'unreadable' : 'received' })) } }))

    expect([waiting, left.map(({ sealed }) => sealed), aside]).toEqual([1, ['bad'], ['bad']])
  })

  it('[S42] keeps all of it before a server that knows no drafts', async () => {
    const { queue, left } = drafts(3)

    expect(await handInDrafts(queue, async () => ({ ok: false, error: { error: 'notFound' } }))).toEqual({ left: 3, stopped: { error: 'notFound' } })
    expect(left()).toHaveLength(3)
  })
})
