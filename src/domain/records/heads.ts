import type { RecordHead } from './record'

/** Whether a record hangs where its kind must: a household on nothing, a person on a household, a form on a household and a person. */
export function isWellPlaced({ kind, household, person }: RecordHead): boolean {
  if (kind === 'household') return household === null && person === null
  if (kind === 'person') return household !== null && person === null
  return household !== null && person !== null
}

export const sameHead = (a: RecordHead, b: RecordHead): boolean =>
  a.kind === b.kind && a.hamlet === b.hamlet && a.household === b.household && a.person === b.person
