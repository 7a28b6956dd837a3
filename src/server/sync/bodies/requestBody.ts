import { Readable } from 'node:stream'
import { fail, ok, type Result } from '../../../domain/result'
import { PROTOCOL_VERSION, syncRequestSchema, type SyncRequest } from '../../../protocol/messages'
import { MOST_OPERATIONS } from '../../../protocol/mostOperations'
import { laterOps } from '../../../protocol/requestFrames'
import { FrameStream } from './frameStream'
import { unpackRequest } from './unpackRequest'

/** Why a request cannot be read. `oldClient` = it follows an older version of the protocol. */
export type UnreadableRequest = 'malformed' | 'tooLarge' | 'oldClient'

/** A part of a request: the frames that arrived together. */
export interface RequestPart {
  /** The request from the first frame, the same in every part. Its own `ops` are only those of that frame. */
  readonly request: SyncRequest
  /** The operations of this part. */
  readonly ops: readonly unknown[]
  /** `whole`: this is the last part. `cut`: the connection broke, and nobody waits for an answer. `null`: more parts may come. */
  readonly end: 'whole' | 'cut' | null
}

/** Four times the most that a phone sends. */
const MOST_BYTES = 1_000_000

/** A request body. It comes in one part if it was packed as a whole, and may come in several if it was packed by columns. */
export interface RequestBody {
  /** Waits until a part has arrived. It does not unpack it: that is work, for which the work gate may have no room. */
  arrived(): Promise<void>
  /** Unpacks the part that has arrived. Never throws. */
  read(): Promise<Result<RequestPart, UnreadableRequest>>
}

/** Reads a body that the HTTP side passed on as a stream (packed by columns) or as bytes in the given encoding. */
export function requestBody(body: unknown, encoding: unknown): RequestBody {
  if (body instanceof Readable) return framedBody(new FrameStream(body, MOST_BYTES))
  return { arrived: async () => {}, read: async () => wholeRequest(await unpackRequest(body, encoding)) }
}

function framedBody(stream: FrameStream): RequestBody {
  let request: SyncRequest | null = null
  let count = 0
  return {
    arrived: () => stream.arrived(),
    async read() {
      const { frames, end } = stream.read()
      if (end === 'broken') return fail('malformed')
      if (end === 'tooLarge') return fail('tooLarge')
      const part = partOf(request, frames)
      if (!part.ok) return part
      if (!part.value) return fail('malformed')
      request = part.value.request
      count += part.value.ops.length
      return count > MOST_OPERATIONS ? fail('malformed') : ok({ ...part.value, end })
    },
  }
}

function wholeRequest(unpacked: Result<unknown, UnreadableRequest>): Result<RequestPart, UnreadableRequest> {
  const request = unpacked.ok ? parsed(unpacked.value) : unpacked
  return request.ok ? ok({ request: request.value, ops: request.value.ops, end: 'whole' }) : request
}

/** `null` = the connection broke before the first frame. */
function partOf(before: SyncRequest | null, frames: readonly unknown[]): Result<Omit<RequestPart, 'end'> | null, UnreadableRequest> {
  const [first, ...others] = before ? [undefined, ...frames] : frames
  const head = before ? ok(before) : first === undefined ? null : parsed(first)
  if (!head?.ok) return head ?? ok(null)
  const more = others.map(laterOps)
  if (more.includes(null)) return fail('malformed')
  return ok({ request: head.value, ops: [...(before ? [] : head.value.ops), ...more.flatMap((ops) => ops ?? [])] })
}

/** Checks the protocol version before the shape: a request of an older app need not have today's shape. */
function parsed(value: unknown): Result<SyncRequest, UnreadableRequest> {
  const protocol = (value as { readonly protocol?: unknown } | null)?.protocol
  if (typeof protocol === 'number' && protocol < PROTOCOL_VERSION) return fail('oldClient')
  const request = syncRequestSchema.safeParse(value)
  return request.success ? ok(request.data) : fail('malformed')
}
