import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { randomFrom } from '../randomFrom'

/** A radio line in the hills: one rate per direction shared by all connections, a long round trip, and seeded cuts. */
export interface LinkProfile {
  /** Bits per second. */
  readonly downBps: number
  readonly upBps: number
  readonly roundTripMs: number
  /** All connections drop after every `min..max` bytes carried, both directions together. */
  readonly cutBytes?: readonly [min: number, max: number]
}

export const edge2G: LinkProfile = { downBps: 200_000, upBps: 100_000, roundTripMs: 400 }

export interface WeakLink {
  readonly port: number
  /** `false` unplugs the line: all connections drop and new ones are refused. `true` plugs it in again. */
  setUp(up: boolean): void
  /** Sets the line quality from now on; `null` = no limit. */
  setProfile(profile: LinkProfile | null): void
  readonly stats: { up: number; down: number; cuts: number; connections: number }
  /** Method and path (such as `POST /api/sync`) of each request that has no answer yet, or of which bytes are still on the line. */
  underWay(): readonly string[]
  close(): Promise<void>
}

/** State of one connection. */
interface Carried {
  asked: string
  isAnswered: boolean
  /** Bytes that entered the line at one end and have not left it at the other. */
  bytes: number
}

const SEGMENT = 1_400
const BUFFER = 32_000

/** A TCP proxy in front of `targetPort`. Unlike the DevTools session of a page, it also slows the requests of a service worker. */
export async function startWeakLink(targetPort: number, seed = 42): Promise<WeakLink> {
  const random = randomFrom(seed)
  const stats = { up: 0, down: 0, cuts: 0, connections: 0 }
  const open = new Map<() => void, Carried>()
  let isUp = true
  let profile: LinkProfile | null = null
  let untilCut = Infinity
  const nextCut = (): number => (profile?.cutBytes ? profile.cutBytes[0] + random() * (profile.cutBytes[1] - profile.cutBytes[0]) : Infinity)
  const cutAll = (): void => { for (const kill of Array.from(open.keys())) kill() }
  const busyUntil = { up: 0, down: 0 }

  /** Delivers `data` as the line would: after its turn at the shared rate, plus half a round trip. */
  const carry = (lane: 'up' | 'down', data: Buffer, deliver: (segment: Buffer) => void): void => {
    for (let offset = 0; offset < data.length; offset += SEGMENT) {
      const segment = data.subarray(offset, offset + SEGMENT)
      const rate = profile ? (lane === 'up' ? profile.upBps : profile.downBps) : Infinity
      const start = Math.max(performance.now(), busyUntil[lane])
      busyUntil[lane] = start + (segment.length * 8_000) / rate
      setTimeout(() => {
        stats[lane] += segment.length
        deliver(segment)
        untilCut -= segment.length
        if (untilCut > 0) return
        stats.cuts += 1
        untilCut = nextCut()
        cutAll()
      }, busyUntil[lane] - performance.now() + (profile?.roundTripMs ?? 0) / 2)
    }
  }

  const join = (from: Socket, to: Socket, lane: 'up' | 'down', kill: () => void, carried: Carried): void => {
    let queued = 0
    from.on('data', (data: Buffer) => {
      if (lane === 'up' && carried.isAnswered) carried.asked = data.toString('latin1').split(' ', 2).join(' ')
      carried.isAnswered = lane === 'down'
      carried.bytes += data.length
      queued += data.length
      if (queued > BUFFER) from.pause()
      carry(lane, data, (segment) => {
        queued -= segment.length
        carried.bytes -= segment.length
        if (!to.destroyed) to.write(segment)
        if (queued < BUFFER / 2) from.resume()
      })
    })
    from.on('end', () => setTimeout(() => to.end(), Math.max(0, busyUntil[lane] - performance.now()) + (profile?.roundTripMs ?? 0) / 2 + 5))
    from.on('error', kill)
  }

  const server = createServer({ allowHalfOpen: true }, (phone) => {
    if (!isUp) return void phone.resetAndDestroy()
    stats.connections += 1
    const target = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true })
    const kill = (): void => {
      open.delete(kill)
      phone.resetAndDestroy()
      target.resetAndDestroy()
    }
    const carried: Carried = { asked: '', isAnswered: true, bytes: 0 }
    open.set(kill, carried)
    phone.on('close', () => open.delete(kill))
    join(phone, target, 'up', kill, carried)
    join(target, phone, 'down', kill, carried)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))

  return {
    port: (server.address() as AddressInfo).port,
    stats,
    setUp(up) {
      isUp = up
      if (!up) cutAll()
    },
    setProfile(next) {
      profile = next
      untilCut = nextCut()
    },
    underWay: () => [...open.values()].filter(({ isAnswered, bytes }) => !isAnswered || bytes > 0).map(({ asked }) => asked),
    close() {
      cutAll()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}
