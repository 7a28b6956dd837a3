import { describe, expect, it } from 'vitest'
import writeSheet from 'write-excel-file/universal'
import { zipOf } from '../support/zipOf'
import { readTables } from '../../src/exchange/readTables'

type Cell = { value: string | number | Date; type?: unknown; format?: string } | null

async function workbook(rows: Cell[][]): Promise<Blob> {
  return writeSheet(rows as never).toBlob()
}

/** A workbook with one sheet of these rows, written as Excel does. */
const sheetOf = (rows: string): Blob => zipOf({
  'xl/workbook.xml': '<workbook><sheets><sheet name="Danh sách" sheetId="1" r:id="rId7"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
})

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

  it('reads a number of an XLSX as it is shown where zeros stand in front of it: 001 is another household than 1', async () => {
    const file = await workbook([[{ value: 1, type: Number, format: '000' }, { value: 1234, type: Number, format: '000' }, { value: 1 }, { value: 2, type: Number, format: '0.00' }]])

    const read = await readTables(file)

    expect(read.ok && read.value[0]?.rows[0]?.cells).toEqual(['001', '1234', '1', '2'])
  })

  it('does not take an error of an XLSX, or a formula that was never calculated, for an empty cell', async () => {
    const file = sheetOf(`
      <row r="1"><c r="A1" t="inlineStr"><is><t>Mã hộ</t></is></c><c r="B1" t="str"><f>A1</f><v>Tên</v></c><c r="C1" t="str"><f>B1</f><v></v></c></row>
      <row r="2"><c r="A2" t="e"><f>NA()</f><v>#N/A</v></c><c r="B2" t="str"><f>A1&amp;"x"</f></c><c r="C2"><f>1+1</f></c></row>
      <row r="4"><c r="AB4" t="e"><v>#REF!</v></c></row>`)

    const read = await readTables(file)

    expect(read.ok && read.value[0]?.rows).toEqual([
      { line: 1, cells: ['Mã hộ', 'Tên'] },
      { line: 2, cells: ['#N/A', '=…', '=…'] },
      { line: 4, cells: [...Array.from({ length: 27 }, () => ''), '#REF!'] },
    ])
  })

  it.each(['A90000000', 'ZZZZZ1'])('refuses an XLSX with a cell at %s, where no sheet reaches', async (at) => {
    expect(await readTables(sheetOf(`<row r="1"><c r="${at}" t="e"><v>#N/A</v></c></row>`))).toEqual({ ok: false, error: { kind: 'broken' } })
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

  it('refuses a ZIP whose directory cannot be read to its end: nobody knows what it unpacks to', async () => {
    const file = new Uint8Array(await (await workbook([[{ value: 'x' }]])).arrayBuffer())
    const view = new DataView(file.buffer)
    const entries = Array.from({ length: file.length - 4 }, (_, at) => at).filter((at) => view.getUint32(at, true) === 0x02014b50)
    view.setUint32(entries[1] ?? 0, 0, true)

    expect(await readTables(new Blob([file]))).toEqual({ ok: false, error: { kind: 'broken' } })
  })

  it('says that a workbook is empty', async () => {
    expect(await readTables(await workbook([[null]]))).toEqual({ ok: false, error: { kind: 'empty' } })
  })
})
