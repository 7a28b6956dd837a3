import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../src/domain/result'
import type { PhotoStatus } from '../../src/protocol/api'
import { FIRST_PART, sendPhotos, type PhotoFailure, type PhotoTransport } from '../../src/sync/sendPhotos'

const COMMUNE = '22810'
const OTHER = '22813'
const bytesOf = (size: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: size }, (_, at) => (at * 31) % 256)

interface Sent { readonly at: number; readonly length: number }

/** A phone with photos and a server that takes them; `fault` answers a send instead of the server, `lost` = the server took it and its answer was lost. */
function world(photos: Readonly<Record<string, Uint8Array<ArrayBuffer> | 'spoilt'>>, fault: (nth: number) => PhotoFailure | 'lost' | null = () => null, keeps = (bytes: readonly number[]): readonly number[] => bytes) {
  const here = new Map(Object.entries(photos))
  const there = new Map<string, number[]>()
  const sends: Sent[] = []
  const line = { part: FIRST_PART }
  let up = 0
  const statusOf = (hash: string): Result<PhotoStatus, PhotoFailure> => {
    const have = there.get(hash)?.length ?? 0
    return ok({ received: have, isWhole: have === photos[hash]?.length })
  }
  const transport: PhotoTransport = {
    status: async (_, hash) => statusOf(hash),
    send: async (_, hash, { at, bytes }) => {
      sends.push({ at, length: bytes.length })
      const wrong = fault(sends.length)
      if (wrong && wrong !== 'lost') return fail(wrong)
      const have = there.get(hash) ?? []
      if (at === 0 || at === have.length) there.set(hash, [...keeps([...have.slice(0, at), ...bytes])])
      return wrong === 'lost' ? fail({ kind: 'offline' }) : statusOf(hash)
    },
  }
  const queue = {
    ready: async (commune: string) => [...here].filter(([hash]) => (commune === OTHER) === hash.startsWith('other')).map(([hash, bytes]) => ({ hash, size: bytes.length })),
    bytes: async (hash: string) => here.get(hash) ?? null,
    confirmed: async (_: string, hash: string) => { here.delete(hash) },
  }
  let isOpen = true
  const run = () => sendPhotos({ photos: queue, transport, isCurrent: () => isOpen, onSent: (bytes) => { up += bytes }, line }, [COMMUNE, OTHER])
  return { here, there, sends, run, lock: () => { isOpen = false }, up: () => up, line }
}

describe('photos on their way', () => {
  it('[S34] go in parts that grow, and leave the phone when the server has them whole', async () => {
    const photo = bytesOf(400_000)
    const { run, here, there, sends, up } = world({ a: photo })

    expect(await run()).toBeNull()

    expect(here.size).toBe(0)
    expect(there.get('a')).toEqual([...photo])
    expect(sends.map(({ length }) => length)).toEqual([32_000, 64_000, 128_000, 176_000])
    expect(up()).toBe(400_000)
  })

  it('[S34] go on from the middle after a cut, in smaller parts, whether the cut part had arrived or not', async () => {
    for (const cut of [{ kind: 'offline' } as const, 'lost' as const]) {
      const photo = bytesOf(200_000)
      const { run, here, there, sends } = world({ a: photo }, (nth) => (nth === 2 ? cut : null))

      expect(await run()).toEqual({ kind: 'offline' })
      expect(here.size).toBe(1)
      expect(await run()).toBeNull()

      expect(there.get('a')).toEqual([...photo])
      expect(sends[2]).toEqual({ at: cut === 'lost' ? 96_000 : 32_000, length: 32_000 })
      expect(here.size).toBe(0)
    }
  })

  it('[S34] of which another said more bytes than it has go from their beginning', async () => {
    const { run, here, there } = world({ a: bytesOf(10) })
    there.set('a', [1, ...bytesOf(10)])

    expect([await run(), there.get('a'), here.size]).toEqual([null, [...bytesOf(10)], 0])
  })

  it.each<[string, PhotoFailure]>([
    ['the server does not want now', { kind: 'unnamed' }],
    ['the server finds too large', { kind: 'tooLarge' }],
    ['the server fails at', { kind: 'serverFault' }],
    ['is of a device the server does not know', { kind: 'unknownDevice' }],
  ])('[S33] one that %s holds up no other, in this commune or the next, and is told', async (_why, failure) => {
    const { run, here } = world({ a: bytesOf(10), b: bytesOf(20), other: bytesOf(30) }, (nth) => (nth === 1 ? failure : null))

    expect(await run()).toEqual({ kind: 'passedOver', photos: 1 })

    expect([...here.keys()]).toEqual(['a'])
  })

  it('[S33] one that is never what its name says, or cannot be read here, holds up no other; of the line\'s troubles only the first is one', async () => {
    // The hash was wrong each time: the server threw away what it had.
    const { run, here, sends } = world({ a: bytesOf(10), b: 'spoilt', c: bytesOf(20) }, undefined, (bytes) => (bytes.length === 10 ? [] : bytes))

    expect(await run()).toEqual({ kind: 'passedOver', photos: 1 })

    expect([[...here.keys()], sends.length]).toEqual([['a', 'b'], 4])
  })

  it.each<PhotoFailure>([{ kind: 'offline' }, { kind: 'busy', retryAfterMs: 9 }, { kind: 'signedOut' }, { kind: 'revoked' }, { kind: 'oldClient' }])(
    'all stop when the line or the session is at fault: $kind', async (failure) => {
      const { run, here, sends } = world({ a: bytesOf(10), b: bytesOf(20), other: bytesOf(30) }, (nth) => (nth === 1 ? failure : null))

      expect(await run()).toEqual(failure)

      expect([here.size, sends.length]).toEqual([3, 1])
    })

  it('stop when the book is locked', async () => {
    const { run, here, sends, lock } = world({ a: bytesOf(400_000) }, (nth) => { if (nth === 1) lock(); return null })

    expect(await run()).toBeNull()

    expect([here.size, sends.length]).toEqual([1, 1])
  })
})
