import { describe, expect, inject, it } from 'vitest'
import { timesFound } from '../../support/plantedLine'
import { plantedRuns } from '../../support/plantedRuns'
import { mutants } from './mutants'

describe.runIf(inject('engine') === 'embedded')('a mutant of the server', () => {
  const run = plantedRuns(() => ({ provide: { clusterUrl: inject('clusterUrl'), engine: inject('engine') } }))

  it.each(mutants)('can be made of the code as it is: $what', (mutant) => {
    expect(timesFound(mutant)).toBe(1)
  })

  it.each(mutants)('is seen: $what', async (mutant) => {
    expect(await run(mutant, mutant.by, mutant.tests)).not.toEqual([])
  }, 240_000)
})
