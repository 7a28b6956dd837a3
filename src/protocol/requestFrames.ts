import { ColumnsWriter } from './columns/writeColumns'
import { FrameSize } from './frameSize'
import type { SyncRequest } from './messages'

/*
 * A request whose operations are sent frame by frame. The first frame is the request with the first operations; each later frame is
 * `{ ops }`. So a server can judge the frames that came whole before the line was cut.
 */

export function writeRequest(request: SyncRequest): Uint8Array<ArrayBuffer> {
  const writer = new ColumnsWriter()
  const size = new FrameSize()
  let rest = request.ops
  for (let n = 0; n === 0 || rest.length > 0; n += 1) {
    const { part, bytes } = size.take(rest, (op) => JSON.stringify(op).length)
    rest = rest.slice(part.length)
    const ops = [...part]
    size.learn(bytes, writer.frame(n === 0 ? { ...request, ops } : { ops }, rest.length === 0).length)
  }
  return writer.finish()
}

/** The operations of a frame after the first. `null` = it is no frame of ours. */
export function laterOps(frame: unknown): readonly unknown[] | null {
  const { ops, ...more } = (frame ?? {}) as { readonly ops?: unknown }
  return Array.isArray(ops) && Object.keys(more).length === 0 ? ops : null
}
