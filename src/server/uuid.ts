import { randomBytes } from 'node:crypto'

/** A UUIDv7 (RFC 9562): the time in milliseconds first, so that keys made one after another lie together, then chance. */
export function uuidv7(epochMs: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(epochMs, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
