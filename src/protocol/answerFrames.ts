import type { AmendedRecord } from '../domain/records/amended'
import type { RegisterRecord } from '../domain/records/record'
import { ColumnsWriter } from './columns/writeColumns'
import { FrameSize } from './frameSize'
import type { Cursor, SyncPage, SyncResponse } from './messages'

/*
 * An answer whose page is sent frame by frame. The first frame is the answer with the first records; each later frame is
 * `{ page }` with the next records and the cursor after them. So a replica keeps the frames that came whole before the line was cut.
 */

/** A record of a page as it is sent. Pages are in the order of change numbers. */
export interface ToldRecord {
  readonly seq: number
  readonly told: RegisterRecord | AmendedRecord
  readonly jsonBytes: number
}

export interface FramedAnswer {
  readonly response: SyncResponse
  /** The records of the response's page, in order. Empty without a page. */
  readonly told: readonly ToldRecord[]
  /** The cursor of a replica that stopped within the page, after the record with this change number. */
  readonly midway: ((seq: number) => Cursor) | null
}

/** The bytes of an answer, frame by frame. A frame is packed when it is asked for. */
export function* answerFrames({ response, told, midway }: FramedAnswer): Generator<Uint8Array<ArrayBuffer>, void> {
  const writer = new ColumnsWriter()
  const size = new FrameSize()
  const { page } = response
  let rest = told
  for (let n = 0; n === 0 || rest.length > 0; n += 1) {
    const { part, bytes } = size.take(rest, ({ jsonBytes }) => jsonBytes)
    rest = rest.slice(part.length)
    const isLast = rest.length === 0
    const records = sortedTold(part.map((each) => each.told))
    const end = page && { ...records, ...(isLast || !midway ? endOf(page) : { cursor: midway(part.at(-1)?.seq ?? 0), done: false, remaining: page.remaining + rest.length }) }
    const frame = writer.frame(n === 0 ? { ...response, page: end && { ...startOf(page), ...end } } : { page: end }, isLast)
    size.learn(bytes, frame.length)
    yield frame
  }
}

/** The members a replica acts on before it takes a page. */
function startOf({ reset, renews }: SyncPage): Pick<SyncPage, 'reset' | 'renews'> {
  return { reset, ...(renews && { renews }) }
}

/** The members that say where a page leaves a replica. */
function endOf({ cursor, done, remaining, digest }: SyncPage): Pick<SyncPage, 'cursor' | 'done' | 'remaining' | 'digest'> {
  return { cursor, done, remaining, ...(digest !== undefined && { digest }) }
}

/** Whole records and amended ones apart, each in the given order. */
export function sortedTold(told: readonly (RegisterRecord | AmendedRecord)[]): Pick<SyncPage, 'records' | 'amended'> {
  const amended = told.filter((each): each is AmendedRecord => 'patch' in each)
  return { records: told.filter((each): each is RegisterRecord => !('patch' in each)), ...(amended.length > 0 && { amended }) }
}

/** Joins the frames of one answer. They are trusted, as they come from our own server. `null` = not even the first frame came. */
export function joinAnswer(frames: readonly unknown[]): SyncResponse | null {
  const [head, ...later] = frames as [SyncResponse | undefined, ...(Partial<SyncResponse> | undefined)[]]
  if (!head?.page) return head ?? null
  const parts = [head.page, ...later.flatMap((frame) => frame?.page ?? [])]
  const amended = parts.flatMap((part) => part.amended ?? [])
  const page: SyncPage = { ...startOf(head.page), records: parts.flatMap(({ records }) => records), ...endOf(parts.at(-1) ?? head.page), ...(amended.length > 0 && { amended }) }
  return { ...head, page }
}
