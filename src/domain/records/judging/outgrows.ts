import { isExtensionField } from '../../forms/extensionField'
import type { RecordState } from '../recordState'

/** In letters of JSON. Fifty extra questions answered with most of a page each are below. */
const MOST_UNJUDGED = 100_000

/**
 * Whether a change makes a record hold more than it may of what no form judges: extra answers, held values, and who wrote extra answers
 * last. Every device of the hamlet takes a record whole, and it is never deleted. What is beyond already may become less.
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
