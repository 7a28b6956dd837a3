import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Ledger } from '../../../src/storage/ledger'
import type { Platform } from '../../../src/ui/platform'
import { Desk } from '../../support/Desk'
import { DEVICE } from '../../support/memory/memoryLedger'
import { COMMUNE, NOW, uiWorld, USERS, type UiWorldInput } from '../../support/uiWorld'
import { desk, lanh, mai, man, submitted } from './deskRecords'

const open = (input: Partial<UiWorldInput> = {}, platform: Partial<Platform> = {}) => {
  const world = uiWorld({ role: 'supervisor', records: desk, ...input })
  return { ...world, ...world.show(<Desk platform={platform} />, '/kiem-tra') }
}
const grid = () => screen.getByRole('grid', { name: 'Phiếu chờ kiểm tra' })
const names = () => within(grid()).getAllByRole('rowheader').map((name) => name.textContent)
const decisions = async (world: ReturnType<typeof open>) => (await world.ledger.pending()).map(({ operation }) => [operation.type, operation.record])

const many = (count: number) => Array.from({ length: count }, (_, at) => submitted(at + 10, `Người ${at}`, { submission: { ...man.submission!, at: new Date(NOW - at * 1000).toISOString() } }))
const marked = () => within(within(grid()).getByRole('row', { selected: true })).getByRole('rowheader').textContent

afterEach(() => vi.restoreAllMocks())

describe('the queue', { timeout: 30_000 }, () => {
  it('lists the forms that wait, newest first, with who sent them', () => {
    open()

    expect(names()).toEqual(['Ka Tơr Thị Mai', 'Nguyễn Thị Mận', 'Nguyễn Văn Lành'])
    expect(within(grid()).getAllByText('Bùi Thị Lan')).toHaveLength(3)
  })

  it('finds a name without its marks', async () => {
    const { user } = open()

    await user.type(screen.getByRole('searchbox', { name: 'Tên, mã hộ, số CCCD' }), 'lanh')

    expect(names()).toEqual(['Nguyễn Văn Lành'])
  })

  it('goes to its own search with Ctrl+F, and takes the words there for those to be typed over', async () => {
    const { user } = open()
    const search = screen.getByRole('searchbox', { name: 'Tên, mã hộ, số CCCD' })
    await user.type(search, 'lanh')
    act(() => grid().focus())

    await user.keyboard('{Control>}f{/Control}')
    expect(search).toHaveFocus()
    await user.keyboard('mai')

    expect(names()).toEqual(['Ka Tơr Thị Mai'])
  })

  it('keeps only forms with warnings, or of one hamlet, when asked', async () => {
    const { user } = open()

    await user.click(screen.getByRole('button', { name: 'Có cảnh báo 1' }))
    expect(names()).toEqual(['Ka Tơr Thị Mai'])

    await user.click(screen.getByRole('button', { name: 'Có cảnh báo 1' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Thôn' }), 'Thôn Gò Sạn')
    expect(names()).toEqual(['Nguyễn Văn Lành'])
  })

  it('says by what it is filtered when nothing of it is left', async () => {
    const { user } = open()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Thôn' }), 'Thôn Gò Sạn')

    await user.click(await screen.findByRole('button', { name: 'Nghiệm thu' }))

    expect(await screen.findByText('Không có phiếu nào khớp bộ lọc')).toBeVisible()
    expect(screen.getByRole('combobox', { name: 'Thôn' })).toHaveDisplayValue('Thôn Gò Sạn')
  })

  it('says who a filter asks for when all forms of that officer are done', async () => {
    const thuans = submitted(4, 'Kiều Thị Hương', { submission: { ...man.submission!, by: USERS.member } })
    const { user } = open({ records: [...desk, thuans] })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Người thu thập' }), 'Pi Năng Thuận')

    await user.click(await screen.findByRole('button', { name: 'Nghiệm thu' }))

    expect(await screen.findByText('Không có phiếu nào khớp bộ lọc')).toBeVisible()
    expect(screen.getByRole('combobox', { name: 'Người thu thập' })).toHaveDisplayValue('Pi Năng Thuận')
  })

  it('draws its first rows when a filter that left nothing is dropped, wherever it was scrolled to', async () => {
    const { user } = open({ records: many(300) })
    const box = grid().parentElement!
    box.scrollTop = 8000
    fireEvent.scroll(box)
    expect(names()).not.toContain('Người 0')

    await user.type(screen.getByRole('searchbox'), 'không ai')
    await user.click(screen.getByRole('button', { name: 'Bỏ lọc' }))

    expect(names()).toContain('Người 0')
  })

  it('is at its place again after the form deep in it is decided on, and back', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
    const { user } = open({ records: many(90) })
    act(() => grid().focus())
    for (let page = 0; page < 6; page += 1) await user.keyboard('{PageDown}')
    await user.keyboard('{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Nghiệm thu' }))
    await screen.findByRole('heading', { level: 1, name: /Người 61/ })

    await user.click(within(screen.getByRole('main')).getByRole('link', { name: 'Chờ kiểm tra' }))

    expect(names()).toContain('Người 59')
    expect(marked()).toBe('Người 61')
    expect(grid().parentElement!.scrollTop).toBeGreaterThan(1500)
  })

  it('goes on with the last form that is left when its last one is accepted', async () => {
    const { user } = open()
    act(() => grid().focus())
    await user.keyboard('{End}{Control>}{Enter}{/Control}')

    await waitFor(() => expect(names()).toEqual(['Ka Tơr Thị Mai', 'Nguyễn Thị Mận']))
    expect(marked()).toBe('Nguyễn Thị Mận')
  })

  it('puts those who sent by given name, as everywhere in the book', async () => {
    const khoas = submitted(4, 'Kiều Thị Hương', { submission: { ...man.submission!, by: USERS.supervisor } })
    const { user } = open({ records: [...desk, khoas] })
    const collectors = within(screen.getByRole('combobox', { name: 'Người thu thập' })).getAllByRole('option').map((option) => option.textContent)
    expect(collectors).toEqual(['Tất cả', 'Đặng Văn Khoa', 'Bùi Thị Lan'])

    await user.click(screen.getByRole('button', { name: 'Người thu thập' }))

    expect(names()[0]).toBe('Kiều Thị Hương')
  })

  it('sorts by the column pressed and says so', async () => {
    const { user } = open()

    await user.click(screen.getByRole('button', { name: 'Gửi lúc' }))

    expect(screen.getByRole('columnheader', { name: 'Gửi lúc' })).toHaveAttribute('aria-sort', 'ascending')
    expect(names()[0]).toBe('Nguyễn Văn Lành')
  })

  it('shows the current form beside the list: the warning and the officer’s reason first', async () => {
    open()

    const panel = screen.getByRole('complementary', { name: 'Phiếu đang xem' })

    expect(await within(panel).findByText(/Lý do của Bùi Thị Lan: “Người dân không muốn ghi.”/)).toBeVisible()
  })

  it('shows no text of another version than the one that is decided on', async () => {
    const { ledger } = uiWorld({ role: 'supervisor', records: desk })
    const behind: Ledger = {
      ...ledger,
      getRecord: async (id) => {
        const record = await ledger.getRecord(id)
        return record?.server ? { ...record, server: { ...record.server, version: record.server.version - 1 } } : record
      },
    }
    open({ ledger: behind })
    const panel = await screen.findByRole('complementary', { name: 'Phiếu đang xem' })

    expect(within(panel).getByRole('heading')).toHaveTextContent('Ka Tơr Thị Mai')
    expect(panel).not.toHaveTextContent('Lý do của')
  })

  it('is worked by keyboard: down, accept, and the form is gone from the list before anything is sent', async () => {
    const world = open()
    const { user, sync } = world

    grid().focus()
    await user.keyboard('{ArrowDown}{Control>}{Enter}{/Control}')

    await waitFor(() => expect(names()).toEqual(['Ka Tơr Thị Mai', 'Nguyễn Văn Lành']))
    expect(await decisions(world)).toEqual([['accept', man.id]])
    expect(sync.runs).toEqual(['submit'])
    expect(screen.getByText('Đã nghiệm thu: Nguyễn Thị Mận. Có mạng là máy tự gửi.')).toBeVisible()
  })

  it('is sent also when the browser is closed before there is a line: the device asks to be woken', async () => {
    const registerBackgroundSync = vi.fn(async () => {})
    const { user } = open({}, { registerBackgroundSync })
    expect(registerBackgroundSync).not.toHaveBeenCalled()

    grid().focus()
    await user.keyboard('{ArrowDown}{Control>}{Enter}{/Control}')

    await waitFor(() => expect(registerBackgroundSync).toHaveBeenCalled())
  })

  it('counts beside its name in the side bar what it lists', async () => {
    const { user } = open()
    const place = () => within(screen.getByRole('navigation', { name: 'Chính' })).getByRole('link', { name: /^Chờ kiểm tra/ })
    expect(place()).toHaveTextContent('Chờ kiểm tra3')

    grid().focus()
    await user.keyboard('{Control>}{Enter}{/Control}')

    await waitFor(() => expect(names()).toHaveLength(2))
    expect(place()).toHaveTextContent('Chờ kiểm tra2')
  })

  it('accepts one form for one press, however long the keys are held', async () => {
    const world = open()

    grid().focus()
    await world.user.keyboard('{Control>}{Enter>12/}{/Control}')

    await waitFor(() => expect(names()).toEqual(['Nguyễn Thị Mận', 'Nguyễn Văn Lành']))
    expect(await decisions(world)).toEqual([['accept', mai.id]])
    expect(world.path()).toBe('/kiem-tra')
  })

  it('accepts several at once, but only those without warnings', async () => {
    const world = open()
    const { user } = world

    await user.click(screen.getByRole('checkbox', { name: 'Chọn tất cả' }))
    expect(screen.getByText('1 phiếu có cảnh báo: mở đọc từng phiếu')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Nghiệm thu 2 phiếu không có cảnh báo' }))

    await waitFor(() => expect(names()).toEqual(['Ka Tơr Thị Mai']))
    expect((await decisions(world)).map(([type]) => type)).toEqual(['accept', 'accept'])
  })

  it('keeps the form that is being read beside the list while others are accepted', async () => {
    const world = open()
    const panel = () => within(screen.getByRole('complementary', { name: 'Phiếu đang xem' })).getByRole('heading')
    expect(panel()).toHaveTextContent('Ka Tơr Thị Mai')
    await world.user.click(screen.getByRole('checkbox', { name: 'Chọn Nguyễn Thị Mận' }))

    await world.user.click(screen.getByRole('button', { name: 'Nghiệm thu 1 phiếu không có cảnh báo' }))

    await waitFor(() => expect(names()).toEqual(['Ka Tơr Thị Mai', 'Nguyễn Văn Lành']))
    await waitFor(() => expect(screen.getByText(/^Đã nghiệm thu/)).toBeVisible())
    expect(panel()).toHaveTextContent('Ka Tơr Thị Mai')
  })

  it('shows which forms have notes written on them, asks before it accepts one, and leaves them out of many', async () => {
    const { ledger } = uiWorld({ role: 'supervisor', records: desk })
    await ledger.saveNotes(man.id, { born: 'Xem lại thẻ.' })
    const world = open({ ledger })
    expect(await within(screen.getByRole('row', { name: /Nguyễn Thị Mận/ })).findByText('Ghi chú dở')).toBeVisible()

    grid().focus()
    await world.user.keyboard('{ArrowDown}{Control>}{Enter}{/Control}')
    await world.user.click(within(await screen.findByRole('dialog', { name: 'Phiếu còn 1 ghi chú chưa gửi' })).getByRole('button', { name: 'Quay lại' }))
    await world.user.click(screen.getByRole('checkbox', { name: 'Chọn tất cả' }))
    expect(screen.getByText('1 phiếu có ghi chú dở: mở từng phiếu')).toBeVisible()
    await world.user.click(screen.getByRole('button', { name: 'Nghiệm thu 1 phiếu không có cảnh báo' }))

    await waitFor(() => expect(names()).toEqual(['Ka Tơr Thị Mai', 'Nguyễn Thị Mận']))
    expect(await ledger.findNotes(man.id)).toEqual({ born: 'Xem lại thẻ.' })
  })

  it('does not accept unseen what was sent again after it was ticked', async () => {
    const world = open()
    await world.user.click(screen.getByRole('checkbox', { name: 'Chọn tất cả' }))

    await act(async () => void (await world.ledger.replica.applyPage(COMMUNE, { reset: false, records: [{ ...man, version: 2, round: 2 }], cursor: { epoch: 'e', scope: 's', seq: 2 }, scope: null })))
    await world.user.click(await screen.findByRole('button', { name: 'Nghiệm thu 1 phiếu không có cảnh báo' }))

    await waitFor(async () => expect(await decisions(world)).toHaveLength(1))
    expect(names()).toContain('Nguyễn Thị Mận')
  })

  it('selects with Space and opens with Enter', async () => {
    const { user, path } = open()

    grid().focus()
    await user.keyboard(' ')
    expect(screen.getByRole('checkbox', { name: 'Chọn Ka Tơr Thị Mai' })).toBeChecked()

    await user.keyboard('{Enter}')
    expect(path()).toBe(`/kiem-tra/${mai.id}`)
  })

  it('shows a decision the server refused, why, and takes it away when it was seen and that was asked about', async () => {
    const world = open({
      pending: [{
        commune: COMMUNE, device: DEVICE, queuedAt: '2026-11-20T02:00:00.000Z', trouble: { kind: 'refused', reason: 'changedSince' },
        operation: { type: 'accept', counter: 7, record: mai.id, base: 1, at: '2026-11-20T02:00:00.000Z' },
      }],
    })

    expect(await screen.findByText(/hồ sơ đã đổi sau khi xem/)).toBeVisible()
    expect(names()).toContain('Ka Tơr Thị Mai')

    await world.user.click(screen.getByRole('button', { name: 'Đã xem, cất đi' }))
    await world.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Để lại' }))
    expect(screen.getByText(/hồ sơ đã đổi sau khi xem/)).toBeVisible()
    await world.user.click(screen.getByRole('button', { name: 'Đã xem, cất đi' }))
    await world.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Đã xem, cất đi' }))
    await waitFor(() => expect(screen.queryByText(/hồ sơ đã đổi sau khi xem/)).not.toBeInTheDocument())
  })

  it('replaces a refused decision by the next one on the same form', async () => {
    const world = open({
      pending: [{
        commune: COMMUNE, device: DEVICE, queuedAt: '2026-11-20T02:00:00.000Z', trouble: { kind: 'refused', reason: 'changedSince' },
        operation: { type: 'accept', counter: 7, record: mai.id, base: 1, at: '2026-11-20T02:00:00.000Z' },
      }],
    })

    await world.user.click(await within(screen.getByRole('complementary', { name: 'Phiếu đang xem' })).findByRole('button', { name: 'Nghiệm thu' }))

    await waitFor(async () => expect((await world.ledger.pending()).map(({ trouble }) => trouble)).toEqual([null]))
  })

  it('says when nothing waits', () => {
    open({ records: [] })

    expect(screen.getByText('Không còn phiếu nào chờ kiểm tra')).toBeVisible()
  })
})

describe('the batches', { timeout: 30_000 }, () => {
  it('group what arrived together and open the queue on it', async () => {
    const world = uiWorld({ role: 'supervisor', records: desk })
    const { user, path } = world.show(<Desk />, '/dot')
    const row = within(screen.getByRole('table', { name: 'Các đợt gửi đến' })).getAllByRole('row')[1]!

    expect(row).toHaveTextContent('Bùi Thị Lan')
    expect(row).toHaveTextContent('3 lao động')
    expect(row).toHaveTextContent('Thôn Suối Le, Thôn Gò Sạn')

    await user.click(within(row).getByRole('button', { name: /Kiểm tra đợt này/ }))
    expect(path()).toBe('/kiem-tra')
    expect(screen.getByRole('button', { name: /^Đợt: Bùi Thị Lan/ })).toHaveAttribute('aria-pressed', 'true')

    // Also when it is done with.
    for (const name of [mai, man, lanh].map(({ answers }) => String(answers.fullName))) {
      await user.click(within(await screen.findByRole('row', { name: new RegExp(name) })).getByText(name))
      await user.click(await screen.findByRole('button', { name: 'Nghiệm thu' }))
      await waitFor(() => expect(screen.queryByRole('row', { name: new RegExp(name) })).not.toBeInTheDocument())
    }
    expect(screen.getByRole('button', { name: /^Đợt: Bùi Thị Lan/ })).toBeInTheDocument()
  })
})
