import { Readable } from 'node:stream'
import { fail, ok, type Result } from '../../domain/result'
import { PROTOCOL_VERSION, syncRequestSchema, type SyncRequest } from '../../protocol/messages'
import { laterOps } from '../../protocol/requestFrames'
import { FrameStream, type Arrived, type BodyEnd } from './frameStream'
import { unpackRequest } from './unpackRequest'

export type UnreadableRequest = 'malformed' | 'tooLarge' | 'oldClient'

/** A part of a request, as it arrives. */
export interface RequestPart {
  /** Of the first part: the request, whose `ops` are this part's. */
  readonly request: SyncRequest
  readonly ops: readonly unknown[]
  /** `cut` = nothing more will come, and nobody listens for an answer. */
  readonly end: 'whole' | 'cut' | null
}

/** Four times what a phone sends at most. */
const MOST_BYTES = 1_000_000
const MOST_OPS = 2_000

/** The parts of a request body: one of a body packed as a whole, several of one whose frames come over a slow line. */
export async function* requestParts(body: unknown, encoding: unknown): AsyncGenerator<Result<RequestPart, UnreadableRequest>> {
  if (!(body instanceof Readable)) return yield wholeRequest(await unpackRequest(body, encoding))
  const stream = new FrameStream(body, MOST_BYTES)
  let request: SyncRequest | null = null
  let count = 0
  for (let end: BodyEnd | null = null; end === null; ) {
    const arrived: Arrived = await stream.next()
    end = arrived.end
    if (end === 'broken') return yield fail('malformed')
    if (end === 'tooLarge') return yield fail('tooLarge')
    const part = partOf(request, arrived.frames)
    if (!part.ok) return yield part
    if (!part.value) return end === 'whole' ? yield fail('malformed') : undefined
    request = part.value.request
    count += part.value.ops.length
    if (count > MOST_OPS) return yield fail('malformed')
    yield ok({ ...part.value, end })
  }
}

function wholeRequest(unpacked: Result<unknown, UnreadableRequest>): Result<RequestPart, UnreadableRequest> {
  const request = unpacked.ok ? parsed(unpacked.value) : unpacked
  return request.ok ? ok({ request: request.value, ops: request.value.ops, end: 'whole' }) : request
}

/** `null` = cut before the first frame. */
function partOf(before: SyncRequest | null, frames: readonly unknown[]): Result<Omit<RequestPart, 'end'> | null, UnreadableRequest> {
  const [first, ...others] = before ? [undefined, ...frames] : frames
  const head = before ? ok(before) : first === undefined ? null : parsed(first)
  if (!head?.ok) return head ?? ok(null)
  const more = others.map(laterOps)
  if (more.includes(null)) return fail('malformed')
  return ok({ request: head.value, ops: [...(before ? [] : head.value.ops), ...more.flatMap((ops) => ops ?? [])] })
}

/** The protocol is looked at before the shape: an older app's request need not have today's shape. */
function parsed(value: unknown): Result<SyncRequest, UnreadableRequest> {
  const protocol = (value as { readonly protocol?: unknown } | null)?.protocol
  if (typeof protocol === 'number' && protocol < PROTOCOL_VERSION) return fail('oldClient')
  const request = syncRequestSchema.safeParse(value)
  return request.success ? ok(request.data) : fail('malformed')
}
