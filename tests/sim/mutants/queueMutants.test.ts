import { describe, expect, it } from 'vitest'
import { timesFound } from '../../support/plantedLine'
import { plantedRuns } from '../../support/plantedRuns'
import { queueMutants } from './queueMutants'

describe('a mutant of the queue', () => {
  const run = plantedRuns(() => ({}))

  it.each(queueMutants)('can be made of the code as it is: $what', (mutant) => {
    expect(timesFound(mutant)).toBe(1)
  })

  it.each(queueMutants)('is seen: $what', async (mutant) => {
    expect(await run(mutant, mutant.by, mutant.tests)).not.toEqual([])
  }, 240_000)
})
