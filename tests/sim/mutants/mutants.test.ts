import { join } from 'node:path'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plantPlugin, ROOT, timesFound, type PlantedLine } from '../../support/plantedLine'
import { bookMutants, mutants, type BookMutant } from './mutants'

/** Is anything seen when one line of the product is wrong? Each mutant lives through swift weeks, or those of real books, until one shows it. */

const MOST_SEEDS = Number(process.env.SOTHON_MUTANT_SEEDS ?? 3_000)
const MOST_BOOK_SEEDS = 25

let planted: PlantedLine | null = null
let vite: ViteDevServer
beforeAll(async () => {
  vite = await createServer({ configFile: false, root: ROOT, appType: 'custom', logLevel: 'error', plugins: [plantPlugin(() => planted)], optimizeDeps: { noDiscovery: true }, server: { middlewareMode: true, hmr: false, ws: false, watch: null } })
})
afterAll(() => vite.close())

function plantOnly(mutant: PlantedLine): void {
  planted = mutant
  vite.moduleGraph.invalidateAll()
}

/** The first week that shows it, or that cannot be lived through with it. */
async function seenIn(mutant: PlantedLine): Promise<number | null> {
  plantOnly(mutant)
  const { SwiftWeek } = (await vite.ssrLoadModule(join(ROOT, 'tests/sim/swift/swiftWeek.ts'))) as typeof import('../swift/swiftWeek')
  const { problemsOf } = (await vite.ssrLoadModule(join(ROOT, 'tests/sim/swift/swiftProblems.ts'))) as typeof import('../swift/swiftProblems')
  for (let seed = 0; seed < MOST_SEEDS; seed += 1) {
    const problems = await new SwiftWeek(seed).live().then(problemsOf, (error: unknown) => [String(error)])
    if (problems.length > 0) return seed
  }
  return null
}

async function seenInBooks(mutant: BookMutant): Promise<number | null> {
  plantOnly(mutant)
  const { runWeek } = (await vite.ssrLoadModule(join(ROOT, 'tests/sim/week.ts'))) as typeof import('../week')
  const { problemsOf } = (await vite.ssrLoadModule(join(ROOT, 'tests/sim/weekProblems.ts'))) as typeof import('../weekProblems')
  for (let seed = mutant.near; seed < mutant.near + MOST_BOOK_SEEDS; seed += 1) {
    const problems = await runWeek(seed, { hasMoves: true }).then(problemsOf, (error: unknown) => [String(error)])
    if (problems.length > 0) return seed
  }
  return null
}

describe('a mutant', () => {
  it.each([...mutants, ...bookMutants])('can be made of the code as it is: $what', (mutant) => {
    expect(timesFound(mutant)).toBe(1)
  })

  it.each(mutants)('is seen: $what', async (mutant) => {
    expect(await seenIn(mutant)).not.toBeNull()
  }, 240_000)

  it.each(bookMutants)('is seen in books: $what', async (mutant) => {
    expect(await seenInBooks(mutant)).not.toBeNull()
  }, 240_000)
})
