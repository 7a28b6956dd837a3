import { describe, expect, it } from 'vitest'
import type { SubmitOperation } from '../../../src/domain/records/operation'
import { ids, labourAnswers, labourHead, submit } from '../../support/villageForms'
import { firstBatchSize, grown, learnt, lookAhead, rested, shrunk, takeBatch, weightOf } from '../../../src/sync/pace/batchSize'

describe('the size of a batch', () => {
  it('[S9] shrinks on each cut that let nothing through, down to a floor that still gets through', () => {
    const sizes = Array.from({ length: 6 }).reduce<number[]>((list) => [...list, shrunk({ ...firstBatchSize, packedBytes: list.at(-1) ?? 0 }).packedBytes], [firstBatchSize.packedBytes])

    expect(sizes).toEqual([64_000, 38_400, 23_040, 13_824, 8_294, 4_976, 4_000])
  })

  it('[S9] grows on success up to a ceiling', () => {
    let size = firstBatchSize
    for (let i = 0; i < 20; i += 1) size = grown(size, 2_000)

    expect(size.packedBytes).toBe(256_000)
  })

  it('[S9] comes near to what was cut in small steps', () => {
    let size = shrunk({ ...firstBatchSize, packedBytes: 40_000 })
    const steps = Array.from({ length: 3 }, () => (size = grown(size, 2_000)).packedBytes)

    expect(steps).toEqual([27_600, 31_740, 36_501])
  })

  it('[S9] grows no more once an exchange takes a quarter of a minute', () => {
    expect(grown(firstBatchSize, 15_001)).toEqual(firstBatchSize)
  })

  it('[S9] begins the next run with what it learnt, but never with more than a cut should cost', () => {
    const large = { ...firstBatchSize, packedBytes: 256_000, ratio: 13, itemBytes: 90 }

    expect(rested(large)).toEqual({ ...large, packedBytes: 160_000 })
    expect(rested(shrunk(firstBatchSize)).packedBytes).toBe(38_400)
  })

  it('weighs what differs, so that a small change of a form counts as small', () => {
    const change = submit(1, ids.labour, labourHead(), { phone: '0912345678' }, 3)

    expect(weightOf(change)).toBeLessThan(120)
    expect(weightOf({ ...change, patch: labourAnswers() as SubmitOperation['patch'] })).toBeGreaterThan(500)
  })

  it('reads as many operations as fill a batch of the size they had last', () => {
    expect(lookAhead({ ...firstBatchSize, packedBytes: 10_000, ratio: 8, itemBytes: 1_000 })).toBe(110)
    expect(lookAhead({ ...firstBatchSize, packedBytes: 256_000, ratio: 20, itemBytes: 100 })).toBe(2_000)
  })

  it('learns how well the forms pack, but not from a body too small to tell', () => {
    expect(learnt(firstBatchSize, { items: 30, rawBytes: 40_000, packedBytes: 5_000 })).toMatchObject({ ratio: 8, itemBytes: 40_000 / 30 })
    expect(learnt(firstBatchSize, { items: 1, rawBytes: 300, packedBytes: 290 })).toEqual(firstBatchSize)
  })

  it('[S9] always takes one operation, however large, and never skips one', () => {
    const size = { ...firstBatchSize, packedBytes: 10, ratio: 1 }

    expect(takeBatch([50, 1], (n) => n, size).batch).toEqual([50])
    expect(takeBatch([4, 4, 4], (n) => n, size)).toEqual({ batch: [4, 4], rawBytes: 8 })
    expect(takeBatch([] as number[], (n) => n, size).batch).toEqual([])
  })
})
