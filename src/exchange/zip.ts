import { inflate } from '../protocol/deflate'

const CENTRAL_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const ZIP64_LOCATOR = 0x07064b50
const LOCATOR_LENGTH = 20
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535
const STORED = 0

export interface ZipEntry {
  readonly name: string
  /** Unpacked size as the file claims it: a few kB can claim gigabytes. */
  readonly size: number
  readonly packedSize: number
  readonly isPacked: boolean
  /** Offset of the entry's local header. */
  readonly at: number
}

/**
 * The entries of a ZIP, from its central directory. Nothing is unpacked. `undefined` = not every entry can be read: the file is cut short or no ZIP,
 * its directory breaks off, or it has a second one (ZIP64). Another reader might find more in it, and larger, than was counted here.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined || (end >= LOCATOR_LENGTH && view.getUint32(end - LOCATOR_LENGTH, true) === ZIP64_LOCATOR)) return undefined
  const count = view.getUint16(end + 8, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= end && view.getUint32(at, true) === CENTRAL_ENTRY) {
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)), size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true), isPacked: view.getUint16(at + 10, true) !== STORED, at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries.length === count ? entries : undefined
}

/**
 * The text of an entry.
 * @throws RangeError | TypeError if it is damaged, or larger than it claims
 */
export async function unzipText(bytes: Uint8Array<ArrayBuffer>, { at, size, packedSize, isPacked }: ZipEntry): Promise<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = bytes.slice(start, start + packedSize)
  return new TextDecoder().decode(isPacked ? await inflate(packed, size) : packed)
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}
