import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../src/domain/result'
import { PHOTO_PART } from '../../src/protocol/sealing/photoSeal'
import type { SealedPhotoHead, SealedPhotoRequest, SealedPhotoResponse } from '../../src/protocol/sealing/sealedPhotos'
import type { HandInFailure } from '../../src/sync/handIn'
import { handInPhotos } from '../../src/sync/handInPhotos'

const SIZE = 10 * PHOTO_PART
const headOf = (hash: string): SealedPhotoHead => ({ device: 'd', commune: '22810', record: 'r', hash, size: SIZE, key: 'k' })
type Fault = HandInFailure['error'] | SealedPhotoResponse['result'] | 'lost' | 'thrownAway' | undefined

/** A phone with photos of ten parts, and a server; `fault` answers a request with parts instead of the server, `lost` = it took them and the answer was lost. */
function world(hashes: readonly string[], fault: (request: SealedPhotoRequest, nth: number) => Fault = () => undefined) {
  const here = new Set(hashes)
  const there = new Map<string, number>()
  const sent: number[] = []
  const post = async (request: SealedPhotoRequest) => {
    const { hash, at, parts } = request
    if (parts.length > 0) sent.push(parts.length)
    const wrong = parts.length > 0 ? fault(request, sent.length) : undefined
    if (wrong === 'unreadable' || wrong === 'later') return ok({ result: wrong, received: 0, isWhole: false })
    if (wrong !== undefined && wrong !== 'lost' && wrong !== 'received' && wrong !== 'thrownAway') return fail({ error: wrong })
    const have = there.get(hash) ?? 0
    if (at <= have) there.set(hash, wrong === 'thrownAway' ? 0 : at + parts.length * PHOTO_PART)
    const received = there.get(hash) ?? 0
    return wrong === 'lost' ? fail({ error: 'offline' as const }) : ok({ result: 'received' as const, received, isWhole: received === SIZE })
  }
  const queue = {
    photos: async () => [...here].map(headOf),
    parts: async ({ hash }: SealedPhotoHead, at: number, most: number) => (here.has(hash) ? Array.from({ length: Math.min(most, (SIZE - at) / PHOTO_PART) }, () => 'part') : []),
    dropReceived: async ({ hash }: SealedPhotoHead) => { here.delete(hash) },
  }
  return { here, sent, run: async () => (await handInPhotos(queue, post)).left }
}

describe('photos that are handed in', () => {
  it('[S44] go in requests that grow, and leave the phone when the server has them whole', async () => {
    const { run, here, sent } = world(['a', 'b'])

    expect([await run(), [...here], sent]).toEqual([0, [], [1, 2, 4, 3, 8, 2]])
  })

  it.each(['offline', 'lost'] as const)('[S44] go on in smaller requests after a cut, the part before it %s', async (cut) => {
    const { run, here, sent } = world(['a'], (_, nth) => (nth === 3 ? cut : undefined))

    expect([await run(), [...here]]).toEqual([0, []])
    expect(sent.slice(0, 4)).toEqual([1, 2, 4, 2])
  })

  it.each(['offline', 'busy', 'notFound'] as const)('[S44] stay, all of them, where the line or the server takes none: %s', async (error) => {
    const { run, here, sent } = world(['a', 'b'], () => error)

    expect([await run(), [...here], sent]).toEqual([2, ['a', 'b'], [1]])
  })

  it.each(['unreadable', 'later', 'internal', 'malformed', 'thrownAway'] as const)('[S44] keep no other where one is at fault: %s', async (wrong) => {
    const { run, here } = world(['a', 'b'], ({ hash }) => (hash === 'a' ? wrong : undefined))

    expect([await run(), [...here]]).toEqual([1, ['a']])
  })
})
