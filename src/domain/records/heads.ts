import type { RecordHead } from './record'

/** A household hangs on nothing, a person on a household, a form on both. */
export function isWellPlaced({ kind, household, person }: RecordHead): boolean {
  if (kind === 'household') return household === null && person === null
  if (kind === 'person') return household !== null && person === null
  return household !== null && person !== null
}

export const sameHead = (a: RecordHead, b: RecordHead): boolean =>
  a.kind === b.kind && a.hamlet === b.hamlet && a.household === b.household && a.person === b.person
