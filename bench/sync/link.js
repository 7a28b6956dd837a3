// link.js — emulated weak link: a TCP proxy with shared rate per direction, RTT, handshake cost and seeded cuts.
//   PROFILES                                     name -> {downBps, upBps, rttMs, handshakeRtts, cutMin?, cutMax?}
//   startLink({targetPort, profile, seed=42, scale=1}) -> Promise<Link>
//     Link.port, Link.stats() -> {up, down, conns, requests, turns, cuts, upSegs, downSegs}, Link.reset(), Link.setBypass(bool) (untimed phases), Link.close()
// 'up' = client->server. Bytes are TCP payload (no TLS, no IP/TCP headers). Every new connection waits handshakeRtts*RTT
// before its first byte passes (TCP + TLS 1.3). All connections share one queue per direction (as on one radio).
// Lossy: after every U(cutMin..cutMax) bytes carried in both directions together, ALL open connections are reset (cell drop);
// bytes queued but not yet delivered are lost. 'requests' = HTTP/1.1 request lines seen upward, 'turns' = up->down flips.
// scale=k runs the emulated link k times faster (rates*k, RTT/k); multiply wall time by k to read it as real time.
import net from 'node:net'
import { rng } from './gen.js'

export const PROFILES = {
  direct: { downBps: 0, upBps: 0, rttMs: 0, handshakeRtts: 0 },
  good: { downBps: 20e6, upBps: 20e6, rttMs: 20, handshakeRtts: 2 },
  'edge-2G': { downBps: 200e3, upBps: 100e3, rttMs: 400, handshakeRtts: 2 },
  lossy: { downBps: 200e3, upBps: 100e3, rttMs: 400, handshakeRtts: 2, cutMin: 30e3, cutMax: 100e3 },
}
const MTU = 1400

export function startLink({ targetPort, profile, seed = 42, scale = 1 }) {
  let P = PROFILES[profile]
  if (!P) throw new Error('no profile ' + profile)
  const hi = P.rttMs < 100 ? 256e3 : 32e3 // socket bytes the link buffers per connection before it stops reading
  let rtt = P.rttMs / scale
  const rand = rng(seed)
  const S = { up: 0, down: 0, conns: 0, requests: 0, turns: 0, cuts: 0, upSegs: 0, downSegs: 0 }
  const open = new Set()
  const nextCut = () => (P.cutMin ? P.cutMin + rand() * (P.cutMax - P.cutMin) : Infinity)
  let untilCut = nextCut()
  const lanes = { up: mkLane(() => P.upBps * scale, 'up'), down: mkLane(() => P.downBps * scale, 'down') }
  function cutAll() {
    S.cuts++
    for (const c of Array.from(open)) c.kill()
    untilCut = nextCut()
  }
  function mkLane(rate, name) {
    const q = []
    let busy = 0,
      timer = null
    const now = () => performance.now()
    function arm() {
      if (timer || !q.length) return
      timer = setTimeout(run, Math.max(0, q[0].at - now()))
    }
    function run() {
      timer = null
      const t = now()
      while (q.length && q[0].at <= t + 0.5) {
        const it = q.shift()
        const c = it.conn
        if (c.dead) continue
        if (it.end) {
          c.deliverEnd(name)
          continue
        }
        S[name] += it.buf.length
        S[name + 'Segs']++
        if (c.dir !== name) {
          if (c.dir === 'up') S.turns++
          c.dir = name
        }
        c.deliver(name, it.buf)
        untilCut -= it.buf.length
        if (untilCut <= 0) cutAll()
      }
      arm()
    }
    return {
      push(conn, buf) {
        for (let o = 0; o < buf.length; o += MTU) {
          const b = buf.subarray(o, o + MTU)
          const t = Math.max(now(), conn.readyAt)
          const bps = rate(),
            start = Math.max(t, busy)
          const tx = bps ? (b.length * 8000) / bps : 0
          busy = start + tx
          q.push({ at: busy + rtt / 2, conn, buf: b })
        }
        arm()
      },
      end(conn) {
        q.push({ at: Math.max(performance.now(), busy) + rtt / 2, conn, end: true })
        arm()
      },
    }
  }
  const server = net.createServer({ allowHalfOpen: true }, (cli) => {
    S.conns++
    cli.setNoDelay(true)
    const srv = net.connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true })
    srv.setNoDelay(true)
    const conn = {
      dead: false,
      dir: null,
      readyAt: performance.now() + P.handshakeRtts * rtt,
      queued: { up: 0, down: 0 },
      kill() {
        if (conn.dead) return
        conn.dead = true
        open.delete(conn)
        cli.resetAndDestroy()
        srv.resetAndDestroy()
      },
      deliver(d, b) {
        conn.queued[d] -= b.length
        ;(d === 'up' ? srv : cli).write(b)
        const src = d === 'up' ? cli : srv
        if (src.isPaused() && conn.queued[d] < hi / 2) src.resume()
      },
      deliverEnd(d) {
        ;(d === 'up' ? srv : cli).end()
      },
    }
    open.add(conn)
    const wire = (src, d) => {
      src.on('data', (b) => {
        if (d === 'up') {
          const h = b.subarray(0, 400).toString('latin1')
          if (/^(GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH) \S+ HTTP\/1\.[01]\r\n/.test(h)) S.requests++
        }
        conn.queued[d] += b.length
        lanes[d].push(conn, b)
        if (conn.queued[d] > hi) src.pause()
      })
      src.on('end', () => lanes[d].end(conn))
      src.on('error', () => conn.kill())
    }
    wire(cli, 'up')
    wire(srv, 'down')
    let closed = 0
    const done = () => {
      if (++closed === 2) {
        conn.dead = true
        open.delete(conn)
      }
    }
    cli.on('close', done)
    srv.on('close', done)
  })
  return new Promise((res) =>
    server.listen(0, '127.0.0.1', () =>
      res({
        port: server.address().port,
        profile,
        scale,
        setBypass(on) {
          P = on ? PROFILES.direct : PROFILES[profile]
          rtt = P.rttMs / scale
          untilCut = nextCut()
        },
        /** wait until nothing moves (late echoes count as bytes), at most maxMs, then drop what is left */
        async drain(maxMs) {
          const t0 = performance.now()
          let last = -1,
            quietAt = t0
          while (performance.now() - t0 < maxMs) {
            const x = S.up + S.down
            if (x !== last) {
              last = x
              quietAt = performance.now()
            } else if (performance.now() - quietAt > Math.max(150, 1.5 * rtt)) return
            await new Promise((r) => setTimeout(r, 25))
          }
          for (const c of Array.from(open)) c.kill()
        },
        stats: () => ({ ...S }),
        reset() {
          for (const k in S) S[k] = 0
        },
        close() {
          for (const c of Array.from(open)) c.kill()
          return new Promise((r) => server.close(() => r()))
        },
      }),
    ),
  )
}
