import type { Answers, AnswerValue } from '../../domain/forms/answers'
import type { Confirmed, RecordHead } from '../../domain/records/record'
import type { Instant } from '../../domain/time'
import type { DemoBatch } from './demoBatch'
import { demoPlace } from './demoPlace'
import { householdAnswers } from './people/householdAnswers'
import type { BatchMaker, OperationBody } from './history/opMaker'
import { personAnswers } from './people/personAnswers'
import type { DemoHamlet, DemoHousehold } from './population'
import type { Random } from './random'

/** The first list of the commune, one batch for each hamlet: each household comes before its people. */
export function importBatches(random: Random, maker: BatchMaker, hamlets: readonly DemoHamlet[], at: Instant): readonly DemoBatch[] {
  return hamlets.map((hamlet) => {
    const bodies = hamlet.households.flatMap((household) => householdBodies(random, household))
    return maker.batch({ by: 'admin', isImport: true }, at, bodies)
  })
}

function householdBodies(random: Random, household: DemoHousehold): readonly OperationBody[] {
  const hamlet = household.hamlet.id
  return [
    createBody({ kind: 'household', hamlet, household: null, person: null }, household.id, householdAnswers(household)),
    ...household.members.map((person) =>
      createBody({ kind: 'person', hamlet, household: household.id, person: null }, person.id, personAnswers(random, person, demoPlace.commune))),
  ]
}

interface Said {
  readonly reasons?: Readonly<Record<string, string>>
  readonly confirmed?: Confirmed
}

/** The operation that makes a record: all its answers on base 0. */
export function createBody(head: RecordHead, record: string, answers: Answers, { reasons = {}, confirmed = {} }: Said = {}): OperationBody {
  const patch: Record<string, AnswerValue> = {}
  for (const field in answers) if (answers[field] !== undefined) patch[field] = answers[field]
  return { type: 'submit', record, base: 0, head, form: `${head.kind}@1`, patch, ...(Object.keys(reasons).length > 0 && { reasons }), ...(Object.keys(confirmed).length > 0 && { confirmed }) }
}
