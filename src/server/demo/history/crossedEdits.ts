import type { DemoBatch } from '../demoBatch'
import type { BatchMaker, OperationBody } from './opMaker'
import type { DemoHamlet, DemoPerson } from '../population'

const CROSSED = 3
const STEP_MS = 600_000

/**
 * The officer and the hamlet's member write different phone numbers for the same people without knowing of each other. The second value is held until
 * somebody chooses, so that the demo has a hold to resolve.
 */
export function* crossedEdits(maker: BatchMaker, hamlets: readonly DemoHamlet[], at: string): Generator<DemoBatch> {
  const hamlet = hamlets.find(({ plan }) => plan.collector === 'member1')
  const people = hamlet?.households.flatMap((household) => household.members).filter((person) => person.phone !== null).slice(-CROSSED) ?? []
  const later = new Date(Date.parse(at) + STEP_MS).toISOString()
  yield maker.batch({ by: 'officer', isImport: false }, at, people.map((person) => phoneOf(person, '1')))
  yield maker.batch({ by: 'member1', isImport: false }, later, people.map((person) => phoneOf(person, '2')))
}

/** Both operations are based on version 1, the imported one. */
function phoneOf(person: DemoPerson, end: string): OperationBody {
  const head = { kind: 'person' as const, hamlet: person.household.hamlet.id, household: person.household.id, person: null }
  const phone = `${person.phone?.slice(0, -1) ?? ''}${end}`
  return { type: 'submit', record: person.id, base: 1, head, form: 'person@1', patch: { phone } }
}
