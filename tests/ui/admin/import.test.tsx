import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/domain/result'
import type { ImportIssue, ImportRow } from '../../../src/protocol/api'
import { COMMUNE } from '../../support/uiWorld'
import { adminWorld, type Calls } from './adminWorld'

const csv = (text: string): File => new File([text], 'danh-sach.csv', { type: 'text/csv' })
const list = csv('Mã hộ;Thôn;Họ và tên;Ngày sinh;Số CCCD\nNS-1;Suối Le;Bo Bo Thị Liễu;02/01/1949;58149002215\nNS-2;Suối Le;Lê Văn Tám;31/02/1946;058046000377\n')

/** A server that finds the 31st of February, and writes when there is none. */
const server = (calls: Calls) => {
  const issuesOf = (rows: readonly ImportRow[]): ImportIssue[] => rows
    .filter((row) => row.cells.born === '31/02/1946')
    .map((row) => ({ row: row.row, column: 'born', value: '31/02/1946', problem: 'date', severity: 'error' }))
  const preview = (rows: readonly ImportRow[]) => ({ households: rows.length, people: rows.length, hamlets: 1, issues: issuesOf(rows) })
  return {
    previewImport: async (_: string, rows: readonly ImportRow[]) => {
      calls.push(['preview', rows.map((row) => row.row)])
      return ok(preview(rows))
    },
    commitImport: async (commune: string, rows: readonly ImportRow[]) => {
      calls.push(['commit', commune, rows])
      return ok({ ...preview(rows), written: { households: { added: 1, changed: 2, unchanged: 0 }, people: { added: 5, changed: 0, unchanged: 1_234 } } })
    },
  }
}

const choose = async (world: ReturnType<typeof adminWorld>, file: File) => world.user.upload(screen.getByLabelText('Chọn tệp danh sách'), file)

/** An answer that comes when the test says so. */
function later() {
  let give = (): void => {}
  const given = new Promise<void>((resolve) => { give = resolve })
  return { given, give: () => give() }
}

beforeEach(() => localStorage.clear())

describe('the first import', { timeout: 30_000 }, () => {
  it('matches columns by name, shows repaired and wrong cells, and writes nothing yet', async () => {
    const world = adminWorld('/nhap-tep', server)
    await choose(world, list)
    expect(await screen.findByRole('combobox', { name: 'Số định danh cá nhân' })).toHaveDisplayValue('Số CCCD')

    await world.user.click(screen.getByRole('button', { name: 'Xem trước' }))

    const table = await screen.findByRole('table', { name: 'Xem trước' })
    expect(within(table).getByText(/31\/02\/1946/).closest('td')).toHaveTextContent('Không phải ngày, tháng hay năm')
    expect(within(table).getByRole('rowheader')).toHaveTextContent('3')
    expect(screen.queryByRole('button', { name: /^Nhập/ })).not.toBeInTheDocument()
    expect(world.calls.map(([name]) => name)).toEqual(['preview'])

    await world.user.click(screen.getByRole('button', { name: 'Xem lại 1' }))
    expect(screen.getByText(/58149002215 → 058149002215/)).toBeVisible()
  })

  it('names the columns in English on a screen in English', async () => {
    localStorage.setItem('sothon-lang', 'en')
    const world = adminWorld('/nhap-tep', server)
    await world.user.upload(await screen.findByLabelText('Choose the list'), list)
    expect(await screen.findByRole('combobox', { name: 'Personal number' })).toHaveDisplayValue('Số CCCD')

    await world.user.click(screen.getByRole('button', { name: 'Preview' }))

    const columns = within(await screen.findByRole('table', { name: 'Preview' })).getAllByRole('columnheader').map((head) => head.textContent)
    expect(columns).toEqual(['Row', 'Household code', 'Hamlet', 'Full name', 'Date of birth', 'Personal number', 'Result'])
  })

  it('imports the rest after the wrong rows were left out and everything was checked again', async () => {
    const world = adminWorld('/nhap-tep', server)
    await choose(world, list)
    await world.user.click(await screen.findByRole('button', { name: 'Xem trước' }))
    await world.user.click(await screen.findByRole('button', { name: 'Bỏ 1 dòng sai, kiểm tra lại phần còn lại' }))

    await world.user.click(await screen.findByRole('button', { name: 'Nhập 1 dòng' }))

    const done = (await screen.findByText('Đã nhập xong')).closest<HTMLElement>('[role=status]')!
    expect(within(done).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Thêm mới: 1 hộ, 5 người', 'Sửa: 2 hộ, 0 người', 'Giữ nguyên: 0 hộ, 1.234 người'])
    expect(world.calls).toEqual([
      ['preview', [2, 3]],
      ['preview', [2]],
      ['commit', COMMUNE, [{ row: 2, cells: { householdCode: 'NS-1', hamletName: 'Suối Le', fullName: 'Bo Bo Thị Liễu', born: '02/01/1949', personalId: '058149002215' } }]],
    ])
  })

  it('leaves wrong rows out without importing the rest, also where the button is pressed twice', async () => {
    const world = adminWorld('/nhap-tep', server)
    await choose(world, list)
    await world.user.click(await screen.findByRole('button', { name: 'Xem trước' }))
    await world.user.click(await screen.findByRole('button', { name: 'Bỏ 1 dòng sai, kiểm tra lại phần còn lại' }))
    await screen.findByRole('button', { name: 'Nhập 1 dòng' })

    await world.user.keyboard('{Enter}')

    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
    expect(world.calls.map(([name]) => name)).toEqual(['preview', 'preview'])
  })

  it('says of a wrong cell what is wrong, and not that it is empty too', async () => {
    const world = adminWorld('/nhap-tep', () => ({
      previewImport: async (_, rows) => ok({
        households: 1, people: 1, hamlets: 1,
        issues: [
          { row: rows[0]!.row, column: 'born', value: '31/02/1946', problem: 'date', severity: 'error' },
          { row: rows[0]!.row, column: 'born', value: '', problem: 'PE-004', severity: 'warning' },
        ],
      }),
    }))
    await choose(world, list)

    await world.user.click(await screen.findByRole('button', { name: 'Xem trước' }))

    const table = await screen.findByRole('table', { name: 'Xem trước' })
    expect(within(table).getByText(/31\/02\/1946|02\/01\/1949/).closest('td')!.querySelectorAll('span')).toHaveLength(1)
  })

  it('remembers how columns were matched, by their names only', async () => {
    const odd = csv('Số sổ;Nơi;Tên gọi\nNS-1;Suối Le;Bo Bo Thị Liễu\n')
    const first = adminWorld('/nhap-tep', server)
    await choose(first, odd)
    await first.user.selectOptions(await screen.findByRole('combobox', { name: 'Mã hộ' }), 'Số sổ')
    await first.user.selectOptions(screen.getByRole('combobox', { name: 'Thôn' }), 'Nơi')
    await first.user.selectOptions(screen.getByRole('combobox', { name: 'Họ và tên' }), 'Tên gọi')
    await first.user.click(screen.getByRole('button', { name: 'Xem trước' }))
    await screen.findByRole('table', { name: 'Xem trước' })
    first.unmount()

    await choose(adminWorld('/nhap-tep', server), odd)

    expect(await screen.findByRole('combobox', { name: 'Họ và tên' })).toHaveDisplayValue('Tên gọi')
    expect(Object.values(localStorage).join()).not.toContain('Liễu')
  })

  it('keeps the columns changed while the server was looking at the old ones', async () => {
    const answer = later()
    const world = adminWorld('/nhap-tep', (calls) => ({
      previewImport: async (commune, rows) => {
        await answer.given
        return server(calls).previewImport(commune, rows)
      },
    }))
    await choose(world, list)
    await world.user.click(await screen.findByRole('button', { name: 'Xem trước' }))
    await world.user.selectOptions(screen.getByRole('combobox', { name: 'Ngày sinh' }), '(không có)')

    await act(async () => answer.give())

    expect(screen.getByRole('combobox', { name: 'Ngày sinh' })).toHaveDisplayValue('(không có)')
    expect(screen.getByRole('button', { name: 'Xem trước' })).not.toHaveAttribute('aria-busy')
  })

  it('cannot be left by another button while it is written: what is pressed then says the truth', async () => {
    const answer = later()
    const world = adminWorld('/nhap-tep', (calls) => ({
      ...server(calls),
      commitImport: async (commune, rows) => {
        await answer.given
        return server(calls).commitImport(commune, rows)
      },
    }))
    await choose(world, csv('Mã hộ;Thôn;Họ và tên\nNS-1;Suối Le;Bo Bo Thị Liễu\n'))
    await world.user.click(await screen.findByRole('button', { name: 'Xem trước' }))
    await world.user.click(await screen.findByRole('button', { name: 'Nhập 1 dòng' }))

    await world.user.click(screen.getByRole('button', { name: 'Hủy, không nhập' }))
    await world.user.click(screen.getByRole('button', { name: 'Ghép lại cột' }))

    expect(screen.getByRole('table', { name: 'Xem trước' })).toBeVisible()
    await act(async () => answer.give())
    expect(screen.getByText('Đã nhập xong')).toBeVisible()
  })

  it('says of a file that cannot be read what to do, and takes another', async () => {
    const world = adminWorld('/nhap-tep', server)
    const gone = csv('x')
    // A file that was moved, or that another program holds, since it was chosen.
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))

    await choose(world, gone)

    expect(await screen.findByRole('alert')).toHaveTextContent('Không đọc được tệp. Đóng tệp ở chương trình khác, hoặc chép tệp vào máy này, rồi chọn lại.')
    expect(screen.getByLabelText('Chọn tệp danh sách')).toBeEnabled()
  })

  it('says which column is missing on the button itself', async () => {
    await choose(adminWorld('/nhap-tep', server), csv('Mã hộ;Thôn\nNS-1;Suối Le\n'))

    expect(await screen.findByRole('button', { name: 'Còn thiếu cột: Họ và tên' })).toHaveAttribute('aria-disabled', 'true')
  })

  it('says what is wrong with a file that is no list', async () => {
    const world = adminWorld('/nhap-tep', server)

    await choose(world, new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])], 'cu.csv'))

    expect(await screen.findByRole('alert')).toHaveTextContent('Tệp Excel kiểu cũ (.xls)')
  })

  it('names the rows when the register judges otherwise than the preview', async () => {
    const world = adminWorld('/nhap-tep', (calls) => ({
      ...server(calls),
      commitImport: async () => fail({
        error: 'importErrors' as const,
        detail: { households: 1, people: 1, hamlets: 1, issues: [{ row: 2, column: 'householdCode', value: 'NS-1', problem: 'changedMeanwhile', severity: 'error' }] },
      }),
    }))
    await choose(world, csv('Mã hộ;Thôn;Họ và tên\nNS-1;Suối Le;Bo Bo Thị Liễu\n'))
    await world.user.click(await screen.findByRole('button', { name: 'Xem trước' }))

    await world.user.click(await screen.findByRole('button', { name: 'Nhập 1 dòng' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa nhập dòng nào')
    await waitFor(() => expect(screen.getByText('Hồ sơ vừa có người sửa. Nhập lại lần nữa')).toBeVisible())
  })
})
