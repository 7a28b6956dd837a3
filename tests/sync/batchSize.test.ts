import { describe, expect, it } from 'vitest'
import { firstBatchSize, grown, learnt, shrunk, takeBatch } from '../../src/sync/batchSize'

describe('the size of a batch', () => {
  it('[S9] halves on each cut, down to a floor that still gets through', () => {
    const sizes = Array.from({ length: 5 }).reduce<number[]>((list) => [...list, shrunk({ packedBytes: list.at(-1) ?? 0, ratio: 4 }).packedBytes], [firstBatchSize.packedBytes])

    expect(sizes).toEqual([20_000, 10_000, 5_000, 4_000, 4_000, 4_000])
  })

  it('[S9] grows on success up to a ceiling', () => {
    let size = firstBatchSize
    for (let i = 0; i < 20; i += 1) size = grown(size)

    expect(size.packedBytes).toBe(64_000)
  })

  it('learns how well the forms pack, but not from a body too small to tell', () => {
    expect(learnt(firstBatchSize, 30_000, 5_000).ratio).toBe(6)
    expect(learnt(firstBatchSize, 300, 290).ratio).toBe(firstBatchSize.ratio)
  })

  it('[S9] always takes one operation, however large, and never skips one', () => {
    const size = { packedBytes: 10, ratio: 1 }

    expect(takeBatch([50, 1], (n) => n, size).batch).toEqual([50])
    expect(takeBatch([4, 4, 4], (n) => n, size)).toEqual({ batch: [4, 4], rawBytes: 8 })
    expect(takeBatch([] as number[], (n) => n, size).batch).toEqual([])
  })
})
