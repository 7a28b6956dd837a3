const CENTRAL_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535

/**
 * Bytes a ZIP says it unpacks to, from its central directory; `undefined` when it has none (cut short, not a ZIP).
 * Asked before unpacking: a few kB can claim gigabytes.
 */
export function zipSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return undefined
  let at = view.getUint32(end + 16, true)
  let total = 0
  while (at + 46 <= end && view.getUint32(at, true) === CENTRAL_ENTRY) {
    total += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return total
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}
