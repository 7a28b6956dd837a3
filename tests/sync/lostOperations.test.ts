import { describe, expect, it } from 'vitest'
import type { Operation } from '../../src/domain/records/operation'
import { MOST_OPERATIONS } from '../../src/protocol/mostOperations'
import { withLost } from '../../src/sync/lostOperations'

const waiting = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ counter: from + n, operation: { type: 'accept', counter: from + n, record: 'r', base: 1, at: '2026-11-25T01:00:00.000Z' } satisfies Operation }))

describe('a batch behind a hole', () => {
  it('[S6] has the lost counters before the operations that wait', () => {
    const { ops, counters, lost } = withLost(waiting(4, 2), 2)

    expect(ops.map(({ type, counter }) => [type, counter])).toEqual([['lost', 2], ['lost', 3], ['accept', 4], ['accept', 5]])
    expect([counters, lost]).toEqual([[4, 5], 2])
  })

  it('[S6] asks no more of one request than the server takes', () => {
    const { ops, counters, lost } = withLost(waiting(1_001, MOST_OPERATIONS), 1)

    expect(ops.length).toBe(MOST_OPERATIONS)
    expect([counters.length, lost]).toEqual([MOST_OPERATIONS - 1_000, 1_000])
  })
})
