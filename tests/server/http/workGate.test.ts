import { describe, expect, it } from 'vitest'
import { createWorkGate } from '../../../src/server/http/workGate'

/** A gate whose clock and work are moved by hand. */
function gateFor(atOnce: number, waiting: number) {
  let ms = 0
  const gate = createWorkGate({ atOnce, waiting, now: () => ms })
  const ends: (() => void)[] = []
  const begun: number[] = []
  const enter = (n: number) => gate.run(() => new Promise<number>((end) => { begun.push(n); ends.push(() => end(n)) }))
  return { gate, enter, begun, ends, pass: (by: number) => { ms += by } }
}

const moment = (): Promise<void> => new Promise((done) => setImmediate(done))

describe('the gate before the work of a process', () => {
  it('[S30] lets in as much as can be done at once, and the others in their order', async () => {
    const { enter, begun, ends } = gateFor(2, 10)
    const all = [1, 2, 3, 4].map(enter)
    await moment()
    expect(begun).toEqual([1, 2])

    ends[0]?.()
    await moment()
    expect(begun).toEqual([1, 2, 3])

    ends.slice(1).forEach((end) => end())
    await moment()
    ends[3]?.()
    expect((await Promise.all(all)).map((each) => each.ok)).toEqual([true, true, true, true])
  })

  it('[S30] keeps the place of work that gave its answer and is not done', async () => {
    const { gate, enter, begun, ends } = gateFor(1, 10)
    let done = (): void => {}
    const rest = new Promise<void>((end) => (done = end))

    expect(await gate.run(async (keepUntil) => { keepUntil(rest); return 'answer' })).toEqual({ ok: true, value: 'answer' })
    const next = enter(1)
    await moment()
    expect(begun).toEqual([])

    done()
    await moment()
    expect(begun).toEqual([1])
    ends[0]?.()
    await next
  })

  it('[S30] refuses at once what would stand too far behind, telling each of a place of its own', async () => {
    const { enter, ends, pass, begun } = gateFor(1, 2)
    const first = enter(1)
    await moment()
    pass(60_000)
    ends[0]?.()
    await first
    const [a, b, c] = [enter(2), enter(3), enter(4)]

    const refused = [await enter(5), await enter(6), await enter(7)]

    expect(refused).toEqual([4, 7, 10].map((retryAfter) => ({ ok: false, error: { retryAfter } })))
    expect(begun).not.toContain(5)
    for (let n = 1; n <= 3; n += 1) {
      await moment()
      ends[n]?.()
    }
    expect((await Promise.all([a, b, c])).every((each) => each.ok)).toBe(true)
  })

  it('[S30] says beforehand whether it would let a newcomer in', async () => {
    const { gate, enter, ends } = gateFor(1, 1)
    const all = [1].map(enter)
    await moment()
    expect(gate.refuses()).toBeNull()

    all.push(enter(2))
    await moment()
    expect(gate.refuses()).toEqual({ retryAfter: 1 })

    ends[0]?.()
    await moment()
    expect(gate.refuses()).toBeNull()
    ends[1]?.()
    await Promise.all(all)
  })

  it('gives its place on when the work fails', async () => {
    const { gate, enter, ends } = gateFor(1, 2)

    await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')

    const next = enter(1)
    await moment()
    ends[0]?.()
    expect(await next).toEqual({ ok: true, value: 1 })
  })
})
