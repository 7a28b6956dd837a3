import type { SubmitOperation } from '../../domain/records/operation'
import type { CheckContext } from '../../domain/forms/finding'
import type { ImportIssue, ImportRow } from '../../protocol/api'
import type { ExistingRecords } from './existingRecords'
import type { HamletFinder } from './hamletFinder'
import { issuesOf } from './issuesOf'
import { joinHouseholds, type ListedHousehold } from './joinHouseholds'
import { planRecord, type PlanInput, type RecordPlan } from './planRecord'
import { keyOf } from './existingRecords'
import { readRow, type ReadRow } from './readRow'

export interface ImportPlan {
  readonly households: number
  readonly people: number
  readonly hamlets: number
  readonly issues: readonly ImportIssue[]
  /** Households before their people. */
  readonly operations: readonly Omit<SubmitOperation, 'counter'>[]
  /** The line of the list each operation comes from. */
  readonly rows: readonly number[]
}

export interface ImportWorld extends Pick<PlanInput, 'newId' | 'check' | 'at' | 'importDevice'> {
  readonly existing: ExistingRecords
  readonly hamlets: HamletFinder
  readonly check: CheckContext
}

/** Reads a whole list against the register: what it would change, and everything that is wrong with it. Writes nothing. */
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

function planHousehold(household: ListedHousehold, world: ImportWorld, issues: ImportIssue[]): Planned[] {
  const { hamlet, code, values, rows } = household
  const [first] = rows
  if (!hamlet || !first) return []
  const existing = world.existing.household(code)
  if (existing && existing.record.hamlet !== hamlet) {
    const column = first.cells.hamletCode ? 'hamletCode' : 'hamletName'
    issues.push({ row: first.row, column, value: first.cells[column] ?? '', problem: 'hamletDiffers', severity: 'error' })
    return []
  }
  const plan = planRecord({ ...world, existing, values, head: { kind: 'household', hamlet, household: null, person: null } })
  issues.push(...issuesOf(first, 'household', plan))
  const people = rows.filter(({ person }) => person.fullName !== undefined).map((row) => planPerson(row, plan.id, hamlet, world, issues))
  return [{ plan, row: first.row }, ...people]
}

function planPerson(row: ReadRow, household: string, hamlet: string, world: ImportWorld, issues: ImportIssue[]): Planned {
  const existing = world.existing.person(household, keyOf({ record: { answers: row.person } }))
  const plan = planRecord({ ...world, existing, values: row.person, head: { kind: 'person', hamlet, household, person: null } })
  issues.push(...issuesOf(row, 'person', plan))
  return { plan, row: row.row }
}
