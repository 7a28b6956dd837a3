import { describe, expect, it } from 'vitest'
import writeSheet from 'write-excel-file/universal'
import { readTables } from '../../src/exchange/readTables'

type Cell = { value: string | number | Date; type?: unknown; format?: string } | null

async function workbook(rows: Cell[][]): Promise<Blob> {
  return writeSheet(rows as never).toBlob()
}

const text = (value: string): Blob => new Blob([value])
const bytes = (...values: number[]): Blob => new Blob([new Uint8Array(values)])

describe('reading a list', () => {
  it('reads numbers of an XLSX without losing a digit, dates as the village writes them', async () => {
    const file = await workbook([
      [{ value: 'Họ tên' }, { value: 'Số CCCD' }, { value: 'Ngày sinh' }],
      [{ value: 'Nguyễn Thị Ngưỡng'.normalize('NFD') }, { value: 58149002215 }, { value: new Date(Date.UTC(1960, 3, 13)), type: Date, format: 'dd/mm/yyyy' }],
    ])

    const read = await readTables(file)

    expect(read.ok && read.value[0]?.rows[1]).toEqual({ line: 2, cells: ['Nguyễn Thị Ngưỡng', '58149002215', '13/04/1960'] })
  })

  it('leaves what an XLSX keeps as text as it was typed: the zeros in front of a code are part of it', async () => {
    const file = await workbook([[{ value: '0012', type: String }, { value: '058149002215', type: String }, { value: '1E5', type: String }, { value: 12 }]])

    const read = await readTables(file)

    expect(read.ok && read.value[0]?.rows[0]?.cells).toEqual(['0012', '058149002215', '1E5', '12'])
  })

  it('reads CSV whatever its name', async () => {
    const read = await readTables(text('a;b\n1;2\n'))

    expect(read).toEqual({ ok: true, value: [{ name: null, rows: [{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['1', '2'] }] }] })
  })

  it('reads the Unicode text of Excel', async () => {
    const read = await readTables(bytes(0xff, 0xfe, 0x61, 0, 0x09, 0, 0xa0, 0x1e))

    expect(read.ok && read.value[0]?.rows).toEqual([{ line: 1, cells: ['a', 'Ạ'] }])
  })

  it.each([
    ['an empty file', text(''), { kind: 'empty' }],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), { kind: 'wrongType' }],
    ['a PDF', text('%PDF-1.7\n'), { kind: 'wrongType' }],
    ['an Excel 97 file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), { kind: 'oldExcel' }],
    ['a cut XLSX', bytes(0x50, 0x4b, 0x03, 0x04, 1, 2, 3), { kind: 'broken' }],
    ['an old code page', bytes(0x61, 0x0a, 0x54, 0xc7, 0x75, 0x0a), { kind: 'notUtf8', line: 2 }],
    ['too many rows', text('a\n'.repeat(50_002)), { kind: 'tooManyRows', rows: 50_001, max: 50_000 }],
  ])('refuses %s and says what it is', async (_, file, error) => {
    expect(await readTables(file)).toEqual({ ok: false, error })
  })

  it('refuses a ZIP that is no workbook', async () => {
    const file = await workbook([[{ value: 'x' }]])
    const broken = new Uint8Array(await file.arrayBuffer())
    broken.fill(0, 40, 400)

    expect(await readTables(new Blob([broken]))).toEqual({ ok: false, error: { kind: 'broken' } })
  })

  it('refuses a small file that unpacks to gigabytes before unpacking it', async () => {
    const file = new Uint8Array(await (await workbook([[{ value: 'x' }]])).arrayBuffer())
    const view = new DataView(file.buffer)
    const entry = Array.from({ length: file.length - 4 }, (_, at) => at).find((at) => view.getUint32(at, true) === 0x02014b50) ?? 0
    view.setUint32(entry + 24, 4_000_000_000, true)

    expect(await readTables(new Blob([file]))).toEqual({ ok: false, error: { kind: 'tooLarge', maxMegabytes: 300 } })
  })

  it('says that a workbook is empty', async () => {
    expect(await readTables(await workbook([[null]]))).toEqual({ ok: false, error: { kind: 'empty' } })
  })
})
