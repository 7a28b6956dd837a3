import { describe, it } from 'vitest'
import { serverWorld, type ServerWorld } from '../../support/database/serverWorld'
import { heardWeek, type HeardWeek } from '../../sim/swift/heardWeek'
import { sayAgain } from './sayAgain'

/** Weeks in which the server of the simulation once did not answer as the real one, and what it did. */
const kept: readonly (readonly [seed: number, what: string])[] = [
  [15, 'it said of a number that it is that of the first who took it, not of the first by id'],
  [34, 'it told a record again that an edit changed in nothing'],
  [182, 'it said that a record left a hamlet which came back there in one batch'],
]
const weeks: (readonly [seed: number, what: string, week: HeardWeek, world: ServerWorld])[] = []
for (const [seed, what] of kept) weeks.push([seed, what, await heardWeek(seed), await serverWorld()])

describe('a week that once was not answered the same', { timeout: 240_000 }, () => {
  it.each(weeks)('seed %i: %s', (_seed, _what, week, world) => sayAgain(week, world))
})
