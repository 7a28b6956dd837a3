import type { FieldMeta, RecordMeta } from './record'
import type { RecordState } from './recordState'

/*
 * A field has an entry once it was written after version 1; until then its writer is that of version 1, so that a record
 * nobody edited keeps one entry and not sixty. Besides, the meta keeps who made the latest versions. Two entries are enough to know,
 * for any device, the latest version somebody ELSE made: the last writer, and the last one before it on another device.
 */
const FIRST = '$first'
const LAST = '$last'
const OTHER = '$other'
/** Who last moved the status (accept, return, resubmit). */
const STATUS = '$status'

export interface Writer {
  readonly version: number
  readonly device: string
  readonly counter: number
}

const metaOf = (writer: Writer): FieldMeta => [writer.version, writer.device, writer.counter]

/** The latest version of the record made by a device other than this one; 0 = none. */
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

/** Who wrote a field last; `undefined` = nobody ever did. A field without an entry that has a value has it from version 1. */
export function lastWriter({ record, meta }: RecordState, field: string): FieldMeta | undefined {
  return meta[field] ?? (record.answers[field] === undefined ? undefined : meta[FIRST])
}

/** The version that brought the record into its present status; 0 = never moved. */
export function statusVersion(meta: RecordMeta): number {
  return meta[STATUS]?.[0] ?? 0
}

/** Meta of version 1: it wrote whatever the record holds. */
export function firstStamp(writer: Writer): RecordMeta {
  return { [FIRST]: metaOf(writer), [LAST]: metaOf(writer) }
}

/** Meta after a new version: the fields it wrote, and the status when it moved it. */
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
