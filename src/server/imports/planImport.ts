import type { SubmitOperation } from '../../domain/records/operation'
import type { CheckContext } from '../../domain/forms/checking/finding'
import type { ImportIssue, ImportRow } from '../../protocol/api'
import type { ExistingRecords } from './existingRecords'
import type { HamletFinder } from './hamletFinder'
import { issue, issuesOf } from './issuesOf'
import { joinHouseholds, type ListedHousehold } from './joinHouseholds'
import { planRecord, type PlanInput, type RecordPlan } from './planRecord'
import { keyOf } from './existingRecords'
import { readRow, type ReadRow } from './readRow'

export interface ImportPlan {
  readonly households: number
  readonly people: number
  readonly hamlets: number
  readonly issues: readonly ImportIssue[]
  /** Households come before their people. */
  readonly operations: readonly Omit<SubmitOperation, 'counter'>[]
  /** The line of the list for each operation. */
  readonly rows: readonly number[]
}

export interface ImportWorld extends Pick<PlanInput, 'newId' | 'check' | 'at' | 'importDevice'> {
  readonly existing: ExistingRecords
  readonly hamlets: HamletFinder
  readonly check: CheckContext
}

/** Compares a whole list with the register: what it would change, and everything that is wrong with it. Writes nothing. */
export function planImport(list: readonly ImportRow[], world: ImportWorld): ImportPlan {
  const issues: ImportIssue[] = []
  const rows = list.map((row) => readRow(row, world.hamlets, issues))
  const households = joinHouseholds(rows, issues)
  const planned = households.flatMap((household) => planHousehold(household, world, issues))
  const changed = planned.filter(({ plan }) => plan.operation !== undefined)
  return {
    households: households.length,
    people: rows.filter(({ person }) => person.fullName !== undefined).length,
    hamlets: new Set(rows.flatMap(({ hamlet }) => hamlet ?? [])).size,
    issues: issues.sort((a, b) => a.row - b.row),
    operations: changed.map(({ plan }) => plan.operation!),
    rows: changed.map(({ row }) => row),
  }
}

interface Planned { readonly plan: RecordPlan; readonly row: number }

function planHousehold(household: ListedHousehold, world: ImportWorld, issues: ImportIssue[]): readonly Planned[] {
  const { hamlet, code, rows } = household
  const [first] = rows
  if (!hamlet || !first) return []
  const listed = world.existing.household(code)
  // Reported on all its lines: if only one were corrected, the next would have the same fault.
  if (listed === 'several') {
    for (const row of rows) issues.push(issue(row, 'householdCode', 'householdCodeTwice', 'error'))
    return []
  }
  if (listed && listed.record.hamlet !== hamlet) {
    for (const row of rows.filter((each) => each.hamlet === hamlet)) issues.push(issue(row, row.cells.hamletCode ? 'hamletCode' : 'hamletName', 'hamletDiffers', 'error'))
    return []
  }
  const existing = listed && world.existing.root(listed)
  if (existing !== listed) issues.push(issue(first, 'householdCode', 'householdMerged', 'warning'))
  // The code is not changed if only its spelling (such as capitals) differs.
  const values = listed ? { ...household.values, householdCode: listed.record.answers.householdCode! } : valuesOfNew(household, issues)
  // Values for a household that was set aside are not written to the household it is the same as.
  const plan = planRecord({ ...world, existing, values: existing === listed ? values : {}, head: { kind: 'household', hamlet, household: null, person: null } })
  issues.push(...issuesOf(first, 'household', plan))
  const at = { household: plan.id, hamlet: existing?.record.hamlet ?? hamlet, of: listed ? [listed.record.id, plan.id] : [] }
  const people = rows.filter(({ person }) => person.fullName !== undefined).flatMap((row) => planPerson(row, at, world, issues))
  return [{ plan, row: first.row }, ...people]
}

/** Adds a head to a new household that has none. A known household keeps its head, whichever member the list begins with. */
function valuesOfNew({ values, guessedHead }: ListedHousehold, issues: ImportIssue[]): ListedHousehold['values'] {
  if (!guessedHead) return values
  issues.push(issue(guessedHead, 'fullName', 'headGuessed', 'warning'))
  return { ...values, headName: guessedHead.person.fullName! }
}

interface HouseholdPlace {
  readonly household: string
  readonly hamlet: string
  /** The households among whose people a person is looked for. */
  readonly of: readonly string[]
}

function planPerson(row: ReadRow, { household, hamlet, of }: HouseholdPlace, world: ImportWorld, issues: ImportIssue[]): readonly Planned[] {
  const existing = world.existing.person(of, keyOf({ record: { answers: row.person } }))
  if (existing && (existing.record.household !== household || world.existing.root(existing) !== existing)) {
    issues.push(issue(row, 'fullName', 'livesElsewhere', 'warning'))
    return []
  }
  const plan = planRecord({ ...world, existing, values: row.person, head: { kind: 'person', hamlet, household, person: null } })
  issues.push(...issuesOf(row, 'person', plan))
  return [{ plan, row: row.row }]
}
