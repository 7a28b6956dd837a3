import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { knownWords } from '../../src/protocol/columns/knownWords'
import { FORMAT } from '../../src/protocol/columns/frame'
import { ColumnsReader, readFrames } from '../../src/protocol/columns/readColumns'
import { ColumnsWriter, writeColumns } from '../../src/protocol/columns/writeColumns'
import { shapeBomb, textBomb } from '../support/columnBombs'
import { randomFrom } from '../support/randomFrom'

const trip = (value: unknown): unknown => readFrames(writeColumns(value))[0]

/** Any JSON, with a liking for what sits on an edge. */
function anyJson(random: () => number, depth = 0): unknown {
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!
  const some = (make: () => unknown): unknown[] => Array.from({ length: Math.floor(random() * 6) }, make)
  const kind = Math.floor(random() * (depth > 4 ? 5 : 7))
  if (kind === 0) return pick([null, true, false])
  if (kind === 1) return pick([0, 1, -1, 0.1, 1.005, 1e-7, 1e21, -2.5e-9, 2 ** 53, -(2 ** 53), 2 ** 51, 1 / 3, 103.123456, Math.floor(random() * 1e6)])
  if (kind === 2) return pick(['', ' ', '  a ', 'Lò Thị Ban', '2026-02-30', '2026-11-25T01:02:03.004Z', '2026-13-25T01:02:03.004Z', '01890000-0000-7000-8000-0000000000d1', '022810', '22810-000123', '\ud800', 'ê\u0302', '\u0000', '__proto__', '9'.repeat(30)])
  if (kind === 3) return pick(['a', 'b']) + String(Math.floor(random() * 1000)).padStart(3, '0')
  if (kind === 4) return some(() => pick(['Hộ nghèo', 'Hộ cận nghèo', 'x']))
  if (kind === 5) return some(() => anyJson(random, depth + 1))
  return Object.fromEntries(some(() => [pick(['a', 'b', 'c', '', '__proto__', 'constructor', 'ho_ten']), anyJson(random, depth + 1)]) as [string, unknown][])
}

describe('a body packed by columns', () => {
  it('comes back as it was, members in their order', () => {
    const random = randomFrom(7)
    for (let n = 0; n < 3_000; n += 1) {
      const value = anyJson(random)

      expect(JSON.stringify(trip(value)), JSON.stringify(value)).toBe(JSON.stringify(value))
    }
  })

  it('leaves out what JSON leaves out', () => {
    expect(trip({ a: undefined, b: [undefined] })).toEqual({ b: [null] })
  })

  it('gives many alike objects back, with codes of one length that only look like serial numbers', () => {
    const days = Array.from({ length: 400 }, (_, n) => ({ id: `22810-${String(n).padStart(6, '0')}`, day: `20${10 + (n % 9)}-${String(1 + (n % 12)).padStart(2, '0')}-0${1 + (n % 7)}`, at: n * 1.5, seq: n * n }))

    expect(trip(days)).toEqual(days)
  })

  it('is far smaller than what deflate makes of the same forms', () => {
    const forms = Array.from({ length: 200 }, (_, n) => ({ counter: n + 1, type: 'submit', patch: { fullName: `Lò Thị ${'abcdefgh'.charAt(n % 8)}`, sex: n % 2 ? 'Nam' : 'Nữ', personalId: String(56_000_000_000 + n * 7_919) } }))

    expect(writeColumns(forms).length).toBeLessThan(2_000)
  })

  it('makes no member of a prototype', () => {
    const back = trip(JSON.parse('{"__proto__":{"isAdmin":true}}')) as object

    expect(Object.keys(back)).toEqual(['__proto__'])
    expect((back as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})

describe('what both sides know before a body', () => {
  it('is the same for ever under one format: another list needs another number', () => {
    expect([FORMAT, createHash('sha256').update(JSON.stringify(knownWords)).digest('hex').slice(0, 16)]).toEqual([2, '846abe17f503515c'])
  })

  it('lets an empty sync travel in less than 150 bytes each way', () => {
    const id = '0190a3f2-7c41-7b6e-9d35-1f0e8a92c4d7'
    const cursor = { epoch: '0190a3f2-11aa-7e10-8f7b-2c5d9e301b66', scope: 'k3Jd9_aQx2', seq: 18_512 }
    const request = { protocol: 1, device: id, commune: '22810', run: '0190b1c4-93de-7aa1-b2c3-d4e5f6a7b8c9', epoch: cursor.epoch, ops: [], pull: { cursor, maxBytes: 60_000, amends: true }, context: 'mN8vT2pQ4rS6uW0y' }
    const answer = { protocol: 1, epoch: cursor.epoch, last: 12, outcomes: [], page: { reset: false, records: [], cursor, done: true, remaining: 0, digest: '18500.0f3ac41b77de9021' }, context: null, scope: null }

    expect(writeColumns(request).length).toBeLessThan(150)
    expect(writeColumns(answer).length).toBeLessThan(150)
  })
})

describe('bytes that no writer made', () => {
  const good = writeColumns(Array.from({ length: 50 }, (_, n) => ({ name: `Người ${n}`, n })))

  it('are refused wherever they are cut', () => {
    for (let length = 0; length < good.length; length += 1) expect(() => readFrames(good.slice(0, length))).toThrow('readColumns')
  })

  it('are refused or read as something bounded when bits fall over', () => {
    const random = randomFrom(3)
    for (let n = 0; n < 2_000; n += 1) {
      const bent = good.slice()
      bent[1 + Math.floor(random() * (bent.length - 1))] = Math.floor(random() * 256)
      let read: readonly unknown[] = []
      try {
        read = readFrames(bent)
      } catch (error) {
        expect((error as Error).name).toBe('ColumnsBroken')
      }
      expect(JSON.stringify(read).length).toBeLessThan(20_000_000)
    }
  })

  it('are refused when they are chance', () => {
    const random = randomFrom(5)
    for (let n = 0; n < 100; n += 1) {
      const noise = Uint8Array.from({ length: 2_000 }, (_, at) => ([2, 0x80, 0x07, 0xcc][at] ?? Math.floor(random() * 256)))

      expect(() => readFrames(noise)).toThrow('readColumns')
    }
  })

  it('do not unfold without end', () => {
    const bomb = writeColumns(Array.from({ length: 1_500_000 }, () => 'a'.repeat(12)))

    expect(bomb.length).toBeLessThan(1_000)
    expect(() => readFrames(bomb)).toThrow('unfolds too far')
  }, 30_000)

  it('do not unfold without end frame by frame either', () => {
    const writer = new ColumnsWriter()
    for (let n = 0; n < 20; n += 1) writer.frame(Array.from({ length: 100_000 }, () => 'a'.repeat(12)), n === 19)

    expect(() => readFrames(writer.finish())).toThrow('unfolds too far')
  }, 30_000)

  const key = (n: number): string => `k${n.toString(36)}`
  it.each([
    ['as values', () => writeColumns(Array.from({ length: 2_100_000 }, () => null))],
    ['as objects without members', () => writeColumns(Array.from({ length: 1_100_000 }, () => ({})))],
    ['as members of alike objects', () => writeColumns(Array.from({ length: 2_600 }, () => Object.fromEntries(Array.from({ length: 400 }, (_, n) => [key(n), 1]))))],
    ['as members that are met nowhere else', () => writeColumns(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [key(n), 'a'])))],
    ['as shapes with a long name among them', () => writeColumns(Array.from({ length: 400 }, (_, n) => ({ ['L'.repeat(50_000)]: 1, [key(n)]: 1 })))],
    ['as words of one text', () => textBomb('a'.repeat(650), 900_000)],
  ])('do not unfold without end %s', (_case, make) => {
    expect(() => readFrames(make())).toThrow('unfolds too far')
  }, 60_000)

  it('are refused when an object has a member twice', () => {
    expect(() => readFrames(shapeBomb(1, 2))).toThrow('a member twice')
  })

  it('are read in time when they say very many different words', () => {
    const words = Array.from({ length: 100_000 }, (_, n) => n.toString(36)).join(' ')

    expect(trip(words)).toBe(words)
  }, 15_000)

  it('are refused when something stands behind the last frame', () => {
    expect(() => readFrames(Uint8Array.of(...writeColumns(1), 0, 0, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1))).toThrow('goes on after its end')
    expect(() => readFrames(Uint8Array.of(...writeColumns(1), 0))).toThrow('end too early')
  })
})

/** Counted and not timed: a slow machine is no fault. */
function bytesCopied(work: () => void): number {
  const { set } = Uint8Array.prototype
  let copied = 0
  Uint8Array.prototype.set = function (this: Uint8Array, from, at) {
    copied += from.length
    set.call(this, from, at)
  }
  try {
    work()
  } finally {
    Uint8Array.prototype.set = set
  }
  return copied
}

describe('a body of several frames', () => {
  const framed = (values: readonly unknown[]): { readonly bytes: Uint8Array; readonly ends: readonly number[] } => {
    const writer = new ColumnsWriter()
    let at = 0
    const ends = values.map((value, n) => (at += writer.frame(value, n === values.length - 1).length))
    return { bytes: writer.finish(), ends }
  }

  it('comes back frame by frame as it was', () => {
    const random = randomFrom(11)
    for (let n = 0; n < 300; n += 1) {
      const values = Array.from({ length: 1 + Math.floor(random() * 6) }, () => anyJson(random))

      expect(JSON.stringify(readFrames(framed(values).bytes)), JSON.stringify(values)).toBe(JSON.stringify(values))
    }
  })

  it('gives every frame that is whole, wherever the line was cut and in whatever pieces it came', () => {
    const random = randomFrom(13)
    const values = Array.from({ length: 8 }, (_, n) => ({ ops: Array.from({ length: 20 }, (_, at) => ({ counter: n * 20 + at, day: `2026-11-${String(1 + ((n + at) % 28)).padStart(2, '0')}`, name: `Lò Thị ${'abcdefgh'.charAt((n * at) % 8)}` })) }))
    const { bytes, ends } = framed(values)
    for (let n = 0; n < 200; n += 1) {
      const cut = Math.floor(random() * (bytes.length + 1))
      const reader = new ColumnsReader()
      const read: unknown[] = []
      for (let at = 0; at < cut; ) {
        const piece = Math.min(cut - at, 1 + Math.floor(random() * 200))
        reader.add(bytes.subarray(at, at + piece))
        const { isReady } = reader
        const came = reader.read()
        expect(isReady).toBe(came.length > 0)
        read.push(...came)
        at += piece
      }

      expect(read).toEqual(values.slice(0, ends.filter((end) => end <= cut).length))
      expect(reader.isWhole).toBe(cut === bytes.length)
    }
  })

  it('is copied a few times at most, however small the pieces it comes in', () => {
    const { bytes } = framed([{ words: Array.from({ length: 40_000 }, (_, n) => ((n + 1) * 7_919 ** 2).toString(36)) }, { words: ['last'] }])
    const reader = new ColumnsReader()

    const copied = bytesCopied(() => {
      for (let at = 0; at < bytes.length; at += 1) reader.add(bytes.subarray(at, at + 1))
    })

    expect(bytes.length).toBeGreaterThan(100_000)
    expect(copied).toBeLessThan(4 * bytes.length)
    expect(reader.read()).toHaveLength(2)
  })

  it('is hardly larger than the same in one', () => {
    const forms = Array.from({ length: 400 }, (_, n) => ({ counter: n + 1, born: 1950 + ((n * 7) % 50), fullName: `Lò Thị ${'abcdefgh'.charAt(n % 8)}${'xyzw'.charAt(n % 4)}`, personalId: String(56_000_000_000 + n * 7_919) }))
    const frames = Array.from({ length: 8 }, (_, n) => ({ forms: forms.slice(n * 50, n * 50 + 50) }))

    expect(framed(frames).bytes.length - writeColumns({ forms }).length).toBeLessThan(8 * 40)
  })
})
