import { fail, ok, type Result } from '../domain/result'
import type { ReadFailure } from './table'

/**
 * Text of a file: UTF-8 with or without BOM, or UTF-16 LE with BOM (Excel's "Unicode text"). Old code pages are not
 * guessed, because a wrong guess would change names unnoticed. `notUtf8` names the first line that could not be read.
 */
export function decodeText(bytes: Uint8Array): Result<string, ReadFailure> {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes)
  const bad = text.indexOf('\ufffd')
  if (bad === -1) return ok(text)
  return fail({ kind: 'notUtf8', line: text.slice(0, bad).split(/\r\n|\r|\n/).length })
}
