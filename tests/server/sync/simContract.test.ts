import { describe, expect, it } from 'vitest'
import { serverWorld, type ServerWorld } from '../../support/database/serverWorld'
import { storyOf, told as storyEvents } from '../../sim/storyOf'
import { heardWeek, type Heard, type HeardWeek } from '../../sim/swift/heardWeek'
import { Tally } from '../../sim/tally'
import { sayAgain } from './sayAgain'

/** Weeks are looked through until everything has happened. */
const LEAST = 1
const MOST_SEEDS = 300

/** Each must come before: what never comes proves nothing. */
const events = [...storyEvents, 'first', 'reset', 'renewed', 'amended', 'ownNamed', 'cutPage', 'asked', 'taken', 'envelope', 'laterEnvelope', 'newEpoch', 'hamlets'] as const
type Event = (typeof events)[number]

function eventsIn(one: Heard): readonly Event[] {
  if (one.what === 'envelope') return [one.isTaken ? 'envelope' : 'laterEnvelope']
  if (one.what === 'epoch') return ['newEpoch']
  if (one.what === 'hamlets') return ['hamlets']
  if (one.what !== 'request') return []
  const { request, said: { response: { page, taken } } } = one
  const is: Partial<Record<Event, unknown>> = {
    first: page?.reset && !request.pull?.cursor, reset: page?.reset && request.pull?.cursor, renewed: page?.renews?.length, amended: page?.amended?.length,
    ownNamed: page?.amended?.some(({ own }) => own.length > 0), cutPage: page?.done === false, asked: request.asks, taken: taken?.length,
  }
  return events.filter((what) => is[what])
}

/** The first weeks that together bring everything. */
async function telling() {
  const met = new Tally<Event>(events)
  const found: (readonly [seed: number, week: HeardWeek, world: ServerWorld])[] = []
  for (let seed = 0; seed < MOST_SEEDS && met.rarer(LEAST).length > 0; seed += 1) {
    const one = await heardWeek(seed)
    const rare = met.rarer(LEAST).map((each) => each.split(':')[0])
    const brings = [...storyOf(one.week.server.log), ...one.heard.flatMap(eventsIn)]
    if (!brings.some((what) => rare.includes(what))) continue
    for (const what of brings) met.count(what)
    found.push([seed, one, await serverWorld()])
  }
  return { met, found }
}

const { met, found } = await telling()

describe('the server of the swift weeks and the real one', { timeout: 240_000 }, () => {
  it.each(found)('seed %i: answer the same to whatever a week says to them', (_seed, week, world) => sayAgain(week, world))

  it('have met with whatever a week can bring', () => {
    expect(met.rarer(LEAST)).toEqual([])
  })
})
