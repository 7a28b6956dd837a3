import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../src/exchange/parseCsv'
import { writeCsv } from '../../src/exchange/writeCsv'

const cellsOf = (text: string): readonly (readonly string[])[] => {
  const read = parseCsv(text)
  if (!read.ok) throw new Error(read.error.kind)
  return read.value.rows.map((row) => row.cells)
}

describe('a CSV list', () => {
  it.each([
    [';', 'Mã hộ;Họ tên\r\nNS-1;Ka Tơr, Bình\r\n'],
    ['tab', 'Mã hộ\tHọ tên\nNS-1\tKa Tơr, Bình\n'],
    [',', 'Mã hộ,Họ tên\rNS-1,"Ka Tơr, Bình"\r'],
  ])('is read with %s between cells', (_, text) => {
    expect(cellsOf(text)).toEqual([['Mã hộ', 'Họ tên'], ['NS-1', 'Ka Tơr, Bình']])
  })

  it('ignores separators inside quotes when it looks for the separator', () => {
    expect(cellsOf('"a,b,c,d";x\n1;2\n')).toEqual([['a,b,c,d', 'x'], ['1', '2']])
  })

  it.each([
    ['has no separator', 'DANH SÁCH HỘ DÂN', ';'],
    ['has commas', 'Danh sách hộ, thôn Suối Le, xã Ninh Sơn, tỉnh Khánh Hòa', ';'],
    ['has semicolons', 'Danh sách hộ; thôn Suối Le; xã Ninh Sơn', ','],
    ['has both', 'Danh sách; thôn Suối Le, xã Ninh Sơn, tỉnh Khánh Hòa', '\t'],
  ])('is read by what its lines have in common when the title above it %s', (_what, title, separator) => {
    const rows = [['Mã hộ', 'Họ tên', 'Ngày sinh'], ['NS-1', 'Ka Tơr Bình', '1980'], ['NS-2', 'Lò Thị Ban', '1990']]

    expect(cellsOf(`${title}\n${rows.map((row) => row.join(separator)).join('\n')}\n`).slice(1)).toEqual(rows)
  })

  it('is not taken apart at the commas of its addresses, be there more of them than columns', () => {
    const rows = [['Mã hộ', 'Nơi ở'], ['NS-1', 'Thôn 1, xã Ninh Sơn, tỉnh Khánh Hòa'], ['NS-2', 'Thôn 2, xã Ninh Sơn, tỉnh Khánh Hòa']]

    expect(cellsOf(rows.map((row) => row.join(';')).join('\n'))).toEqual(rows)
  })

  it('keeps quotes, doubled quotes and line breaks inside a cell', () => {
    expect(cellsOf('a;b\n"nói ""được""";"hai\ndòng"\n')).toEqual([['a', 'b'], ['nói "được"', 'hai dòng']])
  })

  it('drops the byte order mark and composes decomposed letters', () => {
    expect(cellsOf('\ufeffTên\nNguyễn Thị Ngưỡng\n'.normalize('NFD'))).toEqual([['Tên'], ['Nguyễn Thị Ngưỡng']])
  })

  it('leaves blank lines out and keeps their numbers', () => {
    const read = parseCsv('a;b\n\n;\n1;2\n')

    expect(read.ok && read.value.rows.map((row) => row.line)).toEqual([1, 4])
  })

  it('names the line of a quote that is never closed', () => {
    expect(parseCsv('a;b\n1;2\n3;"bốn\n5;6\n')).toEqual({ ok: false, error: { kind: 'openQuote', line: 3 } })
  })

  it('says that it is empty', () => {
    expect(parseCsv('\ufeff\r\n ; \r\n')).toEqual({ ok: false, error: { kind: 'empty' } })
  })

  it('comes back from our own file as it was, formula signs and all', () => {
    const rows = [['Tên', 'Điện thoại'], ['=1+1', '+84912000512'], ['"x";y', '-'], ['', '@b'], ['Tổ 2, -3; =x', 'a,b']]

    expect(cellsOf(writeCsv(rows))).toEqual(rows)
  })

  it('never writes a cell that a sheet program would run', () => {
    const text = writeCsv([['=HYPERLINK("x")', '+1', '-1', '@a', '\t=1']])

    expect(text.replace('\ufeff', '').split(';').every((cell) => /^"?'/.test(cell))).toBe(true)
  })

  it('never writes one either for a program that splits at commas, tabs or lines', () => {
    const text = writeCsv([['Tổ 2', 'x,=HYPERLINK("y")', 'a;+1', 'b\t@c', 'd, -1', 'e\n=2']])

    expect(text.split(/[;,\t\r\n]/).filter((piece) => /^"? *[=+\-@]/.test(piece))).toEqual([])
  })
})
