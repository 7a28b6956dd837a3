import type { VisitOutcome } from '../../../domain/forms/definitions/household/household2'
import { addDays, type PlainDate } from '../../../domain/time'
import { momentOf } from '../dates'
import type { DemoBatch } from '../demoBatch'
import type { BatchMaker, OperationBody } from './opMaker'
import type { PlannedVisit } from '../plan'
import type { DemoHamlet, DemoHousehold } from '../population'

/** Evening, after the last forms of the day. */
const HOUR = 19

/** What the team meets at the next doors: the outcome, and after how many days it comes again. */
const met: readonly (readonly [VisitOutcome, number | null, string | null])[] = [
  ['2', 1, 'đi rẫy, chiều mới về'], ['2', 2, null], ['3', 5, 'bận việc nhà'], ['4', null, 'nghe nói chuyển vào Đồng Nai'], ['2', null, null], ['6', null, null],
]

/** Visits of the last day: every hamlet's collector goes on to doors where no form can be filled in. */
export function* doorVisits(maker: BatchMaker, hamlets: readonly DemoHamlet[], visits: readonly PlannedVisit[], day: PlainDate): Generator<DemoBatch> {
  const surveyed = new Set(visits.flatMap(({ forms }) => forms.map(({ person }) => person.household)))
  for (const [index, hamlet] of hamlets.entries()) {
    if (hamlet.plan.progress === 0) continue
    const doors = hamlet.households.filter((household) => !surveyed.has(household)).slice(0, met.length)
    yield maker.batch({ by: hamlet.plan.collector, isImport: false }, momentOf(day, HOUR, index), doors.map((household, at) => visitOf(household, day, at)))
  }
}

/** The visit is based on version 1: nobody has changed these households since the import. */
function visitOf({ id, hamlet }: DemoHousehold, day: PlainDate, at: number): OperationBody {
  const [visitOutcome, days, note] = met[at] ?? met[0]!
  const head = { kind: 'household' as const, hamlet: hamlet.id, household: null, person: null }
  const patch = { visitOutcome, visitedOn: day, ...(days !== null && { nextVisitOn: addDays(day, days) }), ...(note !== null && { visitNote: note }) }
  return { type: 'submit', record: id, base: 1, head, form: 'household@2', patch }
}
