import { joinBytes } from './joinBytes'

/** Raw deflate with the platform's own implementation (browsers, service workers, Node 18+). */
export function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return collect(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity)
}

/**
 * Undoes `deflate`.
 * @param maxBytes inflating stops beyond this, so that a small hostile body cannot fill the memory
 * @throws TypeError if it is no deflate stream, RangeError if it inflates beyond the limit
 */
export function inflate(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  return collect(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')), maxBytes)
}

async function collect(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length
    if (size > maxBytes) {
      await reader.cancel()
      throw new RangeError(`inflate — more than ${maxBytes} bytes`)
    }
    parts.push(next.value)
  }
  return joinBytes(parts)
}
