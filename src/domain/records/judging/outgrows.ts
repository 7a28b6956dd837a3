import { isExtensionField } from '../../forms/extensionField'
import type { RecordState } from '../recordState'

/** Limit in letters of JSON. Fifty extra questions, each answered with most of a page, stay below it. */
const MOST_UNJUDGED = 100_000

/**
 * Whether a change makes a record too large in what no form judges: extra answers, held values, and who last wrote each extra answer.
 * There is a limit because every device of the hamlet gets the whole record, and it is never deleted. A part that is already beyond
 * the limit may shrink.
 */
export function outgrows(before: RecordState | undefined, after: RecordState): boolean {
  return unjudged.some((partOf) => {
    const size = lettersOf(partOf(after))
    return size > MOST_UNJUDGED && size > (before ? lettersOf(partOf(before)) : 0)
  })
}

const unjudged: readonly ((state: RecordState) => unknown)[] = [
  ({ record }) => ofExtensions(record.answers),
  ({ record }) => record.holds,
  ({ meta }) => ofExtensions(meta),
]

const ofExtensions = (byField: Readonly<Record<string, unknown>>) => Object.entries(byField).filter(([field]) => isExtensionField(field))

const lettersOf = (value: unknown): number => JSON.stringify(value).length
