import { describe, expect, it } from 'vitest'
import { findHeadings } from '../../src/exchange/findHeadings'
import { guessColumns, rememberColumns } from '../../src/exchange/guessColumns'
import type { Table } from '../../src/exchange/table'
import { toImportRows } from '../../src/exchange/toImportRows'

const table = (...rows: string[][]): Table => ({ name: null, rows: rows.map((cells, index) => ({ line: index + 1, cells })) })

describe('headings', () => {
  it('are known by the names communes use', () => {
    expect(guessColumns(['STT', 'Số hộ', 'Thôn/Ấp', 'HỌ, CHỮ ĐỆM VÀ TÊN', 'Ngày, tháng, năm sinh', 'Giới tính', 'Số CCCD', 'SĐT', 'QH với chủ hộ', 'Dân tộc']))
      .toEqual({ householdCode: 1, hamletName: 2, fullName: 3, born: 4, sex: 5, personalId: 6, phone: 7, relationToHead: 8, ethnicity: 9 })
  })

  it('are found under a title', () => {
    const list = table(['UBND XÃ NINH SƠN'], ['Danh sách nhân khẩu 2026'], ['Mã hộ', 'Thôn', 'Họ và tên'], ['NS-1', 'Suối Le', 'Ka Tơr Bình'])

    expect(findHeadings(list)).toEqual({ names: ['Mã hộ', 'Thôn', 'Họ và tên'], firstRow: 3 })
  })

  it('may stand on two lines with merged cells', () => {
    const list = table(['Mã hộ', 'Thôn', 'Nhân khẩu', '', ''], ['', '', 'Họ và tên', 'Ngày sinh', 'Số CCCD'], ['NS-1', 'Suối Le', 'Ka Tơr Bình', '', ''])

    expect(findHeadings(list)).toEqual({ names: ['Mã hộ', 'Thôn', 'Họ và tên', 'Ngày sinh', 'Số CCCD'], firstRow: 2 })
  })

  it('that were matched by hand are remembered by name, without any cell', () => {
    const remembered = rememberColumns(['Cột lạ', 'Tên gọi'], { fullName: 1, householdCode: 0 })

    expect(remembered).toEqual({ 'cot la': 'householdCode', 'ten goi': 'fullName' })
    expect(guessColumns(['Tên gọi', 'Cột lạ'], remembered)).toEqual({ fullName: 0, householdCode: 1 })
  })
})

describe('import rows', () => {
  it('add a lost zero in front of a number and say so', () => {
    const read = toImportRows(table(['58149002215', '912000618']).rows, { personalId: 0, phone: 1 })

    expect(read).toEqual({
      rows: [{ row: 1, cells: { personalId: '058149002215', phone: '0912000618' } }],
      issues: [
        { row: 1, column: 'personalId', value: '58149002215', problem: 'leadingZeroAdded', severity: 'warning' },
        { row: 1, column: 'phone', value: '912000618', problem: 'leadingZeroAdded', severity: 'warning' },
      ],
    })
  })

  it.each([
    ['#N/A', 'cellError'], ['#REF!', 'cellError'], ['#DIV/0!', 'cellError'], ['#NAME?', 'cellError'], ['=A2&B2', 'noValue'],
  ])('name the cell in which %j stands for a value', (value, problem) => {
    expect(toImportRows(table(['NS-1', value]).rows, { householdCode: 0, phone: 1 }).issues).toEqual([{ row: 1, column: 'phone', value, problem, severity: 'error' }])
  })

  it('leave a number sign of an address alone', () => {
    expect(toImportRows(table(['#12 Tổ 3']).rows, { address: 0 }).issues).toEqual([])
  })

  it('do not invent a digit of a number that is short for another reason', () => {
    const read = toImportRows(table(['05816000418'], ['5814900221']).rows, { personalId: 0 })

    expect(read.rows.map((row) => row.cells.personalId)).toEqual(['05816000418', '5814900221'])
    expect(read.issues).toEqual([])
  })

  it('turn a day number of Excel back into a date, and leave a bare year alone', () => {
    const read = toImportRows(table(['41905'], ['1944']).rows, { born: 0 })

    expect(read.rows.map((row) => row.cells.born)).toEqual(['23/09/2014', '1944'])
    expect(read.issues).toEqual([{ row: 1, column: 'born', value: '41905', problem: 'serialDate', severity: 'warning' }])
  })

  it('stop at a number whose digits Excel has lost', () => {
    const read = toImportRows(table(['5,81E+11']).rows, { personalId: 0 })

    expect(read.issues).toEqual([{ row: 1, column: 'personalId', value: '5,81E+11', problem: 'digitsLost', severity: 'error' }])
  })

  it('fill the household down only when asked', () => {
    const { rows } = table(['NS-1', 'Ka Tơr Bình'], ['', 'Ka Tơr Mai'])
    const mapping = { householdCode: 0, fullName: 1 }

    expect(toImportRows(rows, mapping).rows[1]).toEqual({ row: 2, cells: { fullName: 'Ka Tơr Mai' } })
    expect(toImportRows(rows, mapping, true).rows[1]).toEqual({ row: 2, cells: { householdCode: 'NS-1', fullName: 'Ka Tơr Mai' } })
  })

  it('fill down the hamlet into the next household, but not what belongs to the household before', () => {
    const { rows } = table(['Suối Le', 'NS-1', 'Ka Tơr Bình', 'Tổ 1', 'Ka Tơr Bình'], ['', '', '', '', 'Ka Tơr Mai'], ['', 'NS-2', '', '', 'Lê Văn Tám'])
    const mapping = { hamletName: 0, householdCode: 1, headName: 2, address: 3, fullName: 4 }

    expect(toImportRows(rows, mapping, true).rows.slice(1).map((row) => row.cells)).toEqual([
      { hamletName: 'Suối Le', householdCode: 'NS-1', headName: 'Ka Tơr Bình', address: 'Tổ 1', fullName: 'Ka Tơr Mai' },
      { hamletName: 'Suối Le', householdCode: 'NS-2', fullName: 'Lê Văn Tám' },
    ])
  })

  it('leave out columns nobody matched and rows that are then empty', () => {
    expect(toImportRows(table(['1', ''], ['2', 'x']).rows, { fullName: 1 }).rows).toEqual([{ row: 2, cells: { fullName: 'x' } }])
  })
})
