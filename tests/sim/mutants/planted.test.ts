import { describe, expect, it } from 'vitest'
import { bugs, type Bug } from './bugs'
import { runWeek } from '../week'
import { problemsOf } from '../weekProblems'

const MOST_SEEDS = 25
/** What only few weeks show is looked for near one that does. */
const first: { readonly [bug in Bug]?: number } = { adopted: 40 }

/** The first week that shows the bug, or that cannot be lived through with it. */
async function caughtBy(bug: Bug): Promise<number | undefined> {
  const start = first[bug] ?? 0
  for (let seed = start; seed < start + MOST_SEEDS; seed += 1) {
    const problems = await runWeek(seed, { bug, isPlain: true, hasMoves: bug === 'keepsMoved', shrinks: bug === 'amendsParts' }).then(problemsOf, (error: unknown) => [String(error)])
    if (problems.length > 0) return seed
  }
  return undefined
}

describe('a planted bug is noticed', { timeout: 240_000 }, () => {
  it.each(Object.entries(bugs) as [Bug, string][])('%s: %s', async (bug) => {
    expect(await caughtBy(bug)).toBeDefined()
  })
})
