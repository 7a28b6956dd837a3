import type { AnswerValue } from '../../domain/forms/answers'
import { groupBy } from '../../domain/groupBy'
import { foldName } from '../../domain/identity/nameKey'
import { codeKey } from '../../domain/records/cards/householdCodes'
import type { ImportIssue } from '../../protocol/api'
import { isSamePerson, keyOf } from './existingRecords'
import { issue } from './issuesOf'
import type { ReadRow } from './readRow'

export interface ListedHousehold {
  /** In the form in which codes are compared (`codeKey`). */
  readonly code: string
  readonly hamlet: string | undefined
  readonly values: Readonly<Record<string, AnswerValue>>
  /** The member taken as the head if the household is new and no line says who the head is. */
  readonly guessedHead: ReadRow | undefined
  readonly rows: readonly ReadRow[]
}

/**
 * The most members of one household. With more, the code cannot be one household's. Every member is compared with those before, so a whole commune
 * under one code would take hours.
 */
const MOST_MEMBERS = 100

/** Groups the lines of a list by household code, and reports lines that contradict each other or are too many for one household. */
export function joinHouseholds(rows: readonly ReadRow[], issues: ImportIssue[]): ListedHousehold[] {
  const groups = groupBy(rows, ({ householdCode }) => codeKey(householdCode) || null)
  reportRepeatedNumbers(rows, issues)
  return [...groups].flatMap(([code, members]) => {
    if (members.length > MOST_MEMBERS) {
      for (const row of members) issues.push(issue(row, 'householdCode', 'householdTooLarge', 'error'))
      return []
    }
    reportContradictions(members, issues)
    const values = householdValues(members)
    return { code, rows: members, hamlet: members.find(({ hamlet }) => hamlet)?.hamlet, values, guessedHead: values.headName === undefined ? members.find(hasName) : undefined }
  })
}

/**
 * The household's answers from all its lines; the first line that says something counts. Without a head's name in a column, the member called head is
 * the head.
 */
function householdValues(rows: readonly ReadRow[]): Record<string, AnswerValue> {
  const merged: Record<string, AnswerValue> = Object.assign({}, ...[...rows].reverse().map(({ household }) => household))
  const head = rows.find(({ person }) => person.relationToHead === '1')
  const headName = merged.headName ?? head?.person.fullName
  return headName === undefined ? merged : { ...merged, headName }
}

function reportContradictions(rows: readonly ReadRow[], issues: ImportIssue[]): void {
  const hamlet = rows.find((row) => row.hamlet)?.hamlet
  const heads = rows.filter(({ person }) => person.relationToHead === '1')
  for (const row of rows.filter((each) => each.hamlet && each.hamlet !== hamlet)) {
    issues.push(issue(row, row.cells.hamletCode ? 'hamletCode' : 'hamletName', 'householdInTwoHamlets', 'error'))
  }
  // Reported on all lines: lines that name no head may belong to either household.
  if (othersThanFirst(rows, 'headName').length > 0) for (const row of rows) issues.push(issue(row, 'headName', 'twoHeadNames', 'error'))
  for (const row of othersThanFirst(rows, 'address')) issues.push(issue(row, 'address', 'twoAddresses', 'warning'))
  for (const row of heads.slice(1)) issues.push(issue(row, 'relationToHead', 'twoHeads', 'warning'))
  const named = rows.filter(hasName)
  const keys = named.map(({ person }) => keyOf({ record: { answers: person } }))
  named.forEach((row, index) => {
    if (keys.slice(0, index).some((key) => isSamePerson(key, keys[index]!))) issues.push(issue(row, 'fullName', 'sameTwice', 'error'))
  })
}

const hasName = ({ person }: ReadRow): boolean => person.fullName !== undefined

/** The lines whose value differs from the first line that has one. Diacritics and capitals make no difference. */
function othersThanFirst(rows: readonly ReadRow[], field: 'headName' | 'address'): readonly ReadRow[] {
  const said = rows.filter(({ household }) => household[field] !== undefined)
  const words = ({ household }: ReadRow): string => foldName(String(household[field]))
  return said.filter((row) => words(row) !== words(said[0]!))
}

function reportRepeatedNumbers(rows: readonly ReadRow[], issues: ImportIssue[]): void {
  const seen = new Set<unknown>()
  for (const row of rows) {
    const { personalId } = row.person
    if (personalId !== undefined && seen.has(personalId)) issues.push(issue(row, 'personalId', 'numberTwice', 'warning'))
    seen.add(personalId)
  }
}
