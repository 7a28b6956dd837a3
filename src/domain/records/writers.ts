import type { FieldMeta, RecordMeta, RegisterRecord } from './record'
import type { ApplyContext, RecordState } from './recordState'

/*
 * The meta has an entry for a field only if it was written after version 1. Every other field was written by version 1, so a record
 * that was never edited has one entry instead of sixty. The meta also names who made the latest versions. Two entries are enough to
 * find, for any device, the latest version made by ANOTHER device: the last writer, and the last writer before that on another device.
 */
const FIRST = '$first'
const LAST = '$last'
const OTHER = '$other'
/** The last change of status (accept, return, resubmit). */
const STATUS = '$status'
/** Entries that are of no answers. `$first` is of all that version 1 wrote. */
const noFields: readonly string[] = [LAST, OTHER, STATUS]

export interface Writer {
  readonly version: number
  readonly device: string
  readonly counter: number
}

/** The version that the next change of the record makes. */
export const nextVersion = ({ record: { version } }: RecordState, { floor = 0 }: Pick<ApplyContext, 'floor'>): number => Math.max(version, floor) + 1

const metaOf = (writer: Writer): FieldMeta => [writer.version, writer.device, writer.counter]

/** The latest version of the record that another device made. 0 = none. */
export function versionByOthers(meta: RecordMeta, device: string): number {
  const last = meta[LAST]
  if (last && last[1] !== device) return last[0]
  return meta[OTHER]?.[0] ?? 0
}

/** True when another device wrote the field after the version the author saw. */
export function isWrittenByOthers(state: RecordState, field: string, base: number, device: string): boolean {
  const written = lastWriter(state, field)
  return written !== undefined && written[1] !== device && written[0] > base
}

/**
 * True when another device wrote any answer after the version the author saw. A decision of the desk, a move and a warning that was renewed
 * make versions, too, but write no answer that could be wrong together with the author's.
 */
export function areAnswersWrittenByOthers(meta: RecordMeta, base: number, device: string): boolean {
  return Object.entries(meta).some(([field, [version, writer]]) => !noFields.includes(field) && writer !== device && version > base)
}

/** Who wrote a field last. `undefined` = nobody ever did. A field that has a value but no entry has it from version 1. */
export function lastWriter({ record, meta }: { readonly record: Pick<RegisterRecord, 'answers'>; readonly meta: RecordMeta }, field: string): FieldMeta | undefined {
  return meta[field] ?? (record.answers[field] === undefined ? undefined : meta[FIRST])
}

/** The version that gave the record its present status. 0 = the status never changed. */
export function statusVersion(meta: RecordMeta): number {
  return meta[STATUS]?.[0] ?? 0
}

/** Meta of version 1, which wrote every field the record has. */
export function firstStamp(writer: Writer): RecordMeta {
  return { [FIRST]: metaOf(writer), [LAST]: metaOf(writer) }
}

/** Meta after a new version that wrote these fields, and perhaps changed the status. */
export function stamp(meta: RecordMeta, writer: Writer, fields: readonly string[], movedStatus: boolean): RecordMeta {
  const last = meta[LAST]
  const other = last && last[1] !== writer.device ? last : meta[OTHER]
  return {
    ...meta,
    ...Object.fromEntries(fields.map((field) => [field, metaOf(writer)])),
    ...(other ? { [OTHER]: other } : {}),
    ...(movedStatus ? { [STATUS]: metaOf(writer) } : {}),
    [LAST]: metaOf(writer),
  }
}
