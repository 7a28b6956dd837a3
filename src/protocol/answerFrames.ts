import type { AmendedRecord } from '../domain/records/amended'
import type { RegisterRecord } from '../domain/records/record'
import { ColumnsWriter } from './columns/writeColumns'
import { FrameSize } from './frameSize'
import type { Cursor, SyncPage, SyncResponse } from './messages'

/*
 * An answer whose page goes frame by frame: the first frame is the answer with the first records, each later one is
 * `{ page }` with the next and the cursor behind them. So a replica keeps what came whole before the line was cut.
 */

/** A record of a page as it is told, in the order of change numbers. */
export interface ToldRecord {
  readonly seq: number
  readonly told: RegisterRecord | AmendedRecord
  readonly jsonBytes: number
}

export interface FramedAnswer {
  readonly response: SyncResponse
  /** What the response's page holds, in order; empty without a page. */
  readonly told: readonly ToldRecord[]
  /** Where a replica stands that stopped before the end of the page, behind a record with this change number. */
  readonly midway: ((seq: number) => Cursor) | null
}

/** The bytes of an answer, frame by frame: each is packed when it is asked for. */
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

/** What a replica does before it takes a page. */
function startOf({ reset, renews }: SyncPage): Pick<SyncPage, 'reset' | 'renews'> {
  return { reset, ...(renews && { renews }) }
}

/** Where a page leaves a replica. */
function endOf({ cursor, done, remaining, digest }: SyncPage): Pick<SyncPage, 'cursor' | 'done' | 'remaining' | 'digest'> {
  return { cursor, done, remaining, ...(digest !== undefined && { digest }) }
}

/** Whole records and amended ones, each in their order. */
export function sortedTold(told: readonly (RegisterRecord | AmendedRecord)[]): Pick<SyncPage, 'records' | 'amended'> {
  const amended = told.filter((each): each is AmendedRecord => 'patch' in each)
  return { records: told.filter((each): each is RegisterRecord => !('patch' in each)), ...(amended.length > 0 && { amended }) }
}

/** One answer of the frames that came; they are our own server's. `null` = not even the first. */
export function joinAnswer(frames: readonly unknown[]): SyncResponse | null {
  const [head, ...later] = frames as [SyncResponse | undefined, ...(Partial<SyncResponse> | undefined)[]]
  if (!head?.page) return head ?? null
  const parts = [head.page, ...later.flatMap((frame) => frame?.page ?? [])]
  const amended = parts.flatMap((part) => part.amended ?? [])
  const page: SyncPage = { ...startOf(head.page), records: parts.flatMap(({ records }) => records), ...endOf(parts.at(-1) ?? head.page), ...(amended.length > 0 && { amended }) }
  return { ...head, page }
}
