import { fail, ok, type Result } from '../domain/result'
import { decodeText } from './decodeText'
import { parseCsv } from './parseCsv'
import { readXlsx } from './readXlsx'
import { MAX_ROWS, type ReadFailure, type Table } from './table'

const MAX_BYTES = 25_000_000

/**
 * Reads a list by its content, not by its file name: XLSX (a ZIP) or CSV/TSV text. Nothing leaves the device.
 * Every failure is typed. An Excel 97-2003 file has its own, because it can be saved as .xlsx.
 */
export async function readTables(file: Blob): Promise<Result<readonly Table[], ReadFailure>> {
  if (file.size === 0) return fail({ kind: 'empty' })
  if (file.size > MAX_BYTES) return fail({ kind: 'tooLarge', maxMegabytes: MAX_BYTES / 1e6 })
  const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null)
  if (bytes === null) return fail({ kind: 'unreadable' })
  const tables = await parse(bytes)
  const longest = tables.ok ? Math.max(...tables.value.map((table) => table.rows.length)) : 0
  // The heading is one more line than there may be rows.
  return longest > MAX_ROWS + 1 ? fail({ kind: 'tooManyRows', rows: longest - 1, max: MAX_ROWS }) : tables
}

async function parse(bytes: Uint8Array<ArrayBuffer>): Promise<Result<readonly Table[], ReadFailure>> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(bytes)
  // OLE container: .xls, but also .xlsx locked with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fail({ kind: 'oldExcel' })
  const isUtf16 = startsWith(bytes, [0xff, 0xfe])
  if (!isUtf16 && bytes.subarray(0, 4096).includes(0)) return fail({ kind: 'wrongType' })
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return fail({ kind: 'wrongType' }) // %PDF
  const text = decodeText(bytes)
  if (!text.ok) return text
  const table = parseCsv(text.value)
  return table.ok ? ok([table.value]) : table
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
