import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import ReviewRoutes from '../../../src/ui/review/ReviewRoutes'
import { registerRecord, uiWorld } from '../../support/uiWorld'
import { desk, mai } from './deskRecords'

const person = registerRecord({ id: mai.person ?? '', kind: 'person', household: mai.household, answers: { fullName: 'Ka Tơr Thị Mai', born: '1994' } })

describe('the book', { timeout: 30_000 }, () => {
  it('finds the household of a person and shows the state of the form', async () => {
    const { user } = uiWorld({ role: 'supervisor', records: [...desk, person] }).show(<ReviewRoutes />, '/so')

    await user.type(screen.getByRole('searchbox'), 'ka tor mai')
    const rows = within(screen.getByRole('grid', { name: 'Các hộ' })).getAllByRole('row')
    expect(rows).toHaveLength(2)
    await user.click(rows[1]!)

    const panel = screen.getByRole('complementary', { name: 'Hộ đang xem' })
    expect(within(panel).getByRole('link', { name: 'Ka Tơr Thị Mai' })).toHaveAttribute('href', `/kiem-tra/${person.id}`)
    expect(within(panel).getByRole('link', { name: /Phiếu lao động/ })).toHaveTextContent('Đã gửi')
  })

  it('says of an accepted form with corrections that it needs somebody', async () => {
    const hold = { id: 'd:1:phone', field: 'phone', value: '0912000512', reason: 'locked' as const, by: 'u', at: '2026-11-19T01:00:00.000Z' }
    uiWorld({ role: 'supervisor', records: [...desk.filter((each) => each.id !== mai.id), { ...mai, status: 'accepted', holds: [hold] }, person] }).show(<ReviewRoutes />, '/so')

    expect(screen.getByRole('row', { name: /NS-0401/ })).toHaveTextContent('Cần xử lý 1')
  })

  it('moves by arrow keys', async () => {
    const { user } = uiWorld({ role: 'supervisor', records: desk }).show(<ReviewRoutes />, '/so')

    screen.getByRole('grid').focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')

    expect(within(screen.getByRole('grid')).getByRole('row', { selected: true })).toHaveTextContent('NS-0402')
  })
})

describe('progress', { timeout: 30_000 }, () => {
  it('shows each share beside its numerator and denominator, and a hamlet without forms in words', () => {
    uiWorld({ role: 'supervisor', records: [mai] }).show(<ReviewRoutes />, '/tien-do')
    const [, first, second] = within(screen.getByRole('table', { name: 'Tiến độ theo thôn' })).getAllByRole('row')

    expect(first).toHaveTextContent('Thôn Suối Le21210,47%1000%211')
    expect(second).toHaveTextContent('Thôn Gò Sạn400Chưa có phiếu nào')
    expect(screen.getByText('đã thu thập: 1/612')).toBeVisible()
  })
})
