import { addDays, type PlainDate } from '../../domain/time'
import { crossedEdits } from './history/crossedEdits'
import { knownFrom } from './history/confirmedAtDoor'
import { makeCrew, type Crew } from './history/crew'
import { momentOf } from './dates'
import type { DemoBatch } from './demoBatch'
import { DEMO_SEED } from './demoPlace'
import { doorVisits } from './history/doorVisits'
import { history } from './history/history'
import { importBatches } from './importBatches'
import { makeBatches } from './history/opMaker'
import { makePopulation, type DemoHamlet } from './population'
import { listVisits, planVisits, surveyDays } from './plan'
import { makeRandom } from './random'
import { makeBeneficiaries, type Beneficiaries } from './people/welfare'

export interface DemoCommune {
  readonly crew: Crew
  readonly hamlets: readonly DemoHamlet[]
  readonly beneficiaries: Beneficiaries
  /** Everything that reached the server, oldest first. Call it only once: it draws from the commune's source of chance. */
  batches(): Generator<DemoBatch>
}

/** Makes the demo commune as it is on a day. Deterministic: the same seed and day give exactly the same commune. */
export function makeDemoCommune(today: PlainDate, seed = DEMO_SEED): DemoCommune {
  const random = makeRandom(seed)
  const days = surveyDays(today)
  const [first = today] = days
  const importedOn = addDays(first, -1)
  const { hamlets, numbers } = makePopulation(random, importedOn)
  const crew = makeCrew(random, Date.parse(addDays(today, -40)))
  const beneficiaries = new Map(hamlets.flatMap((hamlet) => makeBeneficiaries(random, hamlet)).map((one, index) => [one.person, { ...one, serial: index + 1 }]))
  const planned = planVisits(random, hamlets, beneficiaries, days)
  const visits = [...listVisits(hamlets, beneficiaries, planned, first), ...planned]
  return {
    crew, hamlets, beneficiaries,
    * batches() {
      const maker = makeBatches(random)
      const imported = importBatches(random, maker, hamlets, momentOf(importedOn, 15, 20))
      yield* imported
      yield* history({ random, numbers, maker, crew, beneficiaries, known: knownFrom(imported), days, visits })
      yield* crossedEdits(maker, hamlets, momentOf(days.at(-1) ?? today, 18, 5))
      yield* doorVisits(maker, hamlets, visits, days.at(-1) ?? today)
    },
  }
}
