import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../../src/storage/ledger'
import { Desk } from '../../support/Desk'
import { uiWorld, USERS } from '../../support/uiWorld'
import { householdsOf, lanh, mai, man } from './deskRecords'

function open(records = [man, lanh], change: (ledger: Ledger) => Partial<Ledger> = () => ({})) {
  const { ledger } = uiWorld({ role: 'supervisor', records: [...records, ...householdsOf(records)] })
  const world = uiWorld({ role: 'supervisor', ledger: { ...ledger, ...change(ledger) } })
  return { ...world, ...world.show(<Desk />, '/kiem-tra'), accepted: async () => (await ledger.pending()).map(({ operation }) => operation.record) }
}
const panel = () => within(screen.getByRole('complementary', { name: 'Phiếu đang xem' }))
const newer = { ...man, form: 'labour@9' as const }

describe('a form the desk cannot show', { timeout: 30_000 }, () => {
  it.each<readonly [string, string, Parameters<typeof open>]>([
    ['newer than the app', 'Phiếu theo mẫu mới hơn ứng dụng này', [[newer, lanh]]],
    ['spoilt on the disk', 'Máy chưa đọc được phiếu này', [[man, lanh], (ledger) => ({ getRecord: async (id) => (id === man.id ? undefined : ledger.getRecord(id)) })]],
  ])('because it is %s is accepted neither from the panel nor by the keys nor among many', async (_why, words, input) => {
    const { user, accepted } = open(...input)
    expect(await panel().findByText(words)).toBeVisible()
    expect(panel().queryByRole('button')).not.toBeInTheDocument()

    screen.getByRole('grid').focus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('1 phiếu máy chưa đọc được đúng bản trong danh sách: chưa nghiệm thu.')).toBeVisible()
    await user.click(screen.getByRole('checkbox', { name: 'Chọn tất cả' }))
    await user.click(screen.getByRole('button', { name: /^Nghiệm thu 2 phiếu/ }))

    expect(await screen.findByText(/^Đã nghiệm thu 1 phiếu\..*1 phiếu máy chưa đọc được/)).toBeVisible()
    expect(await accepted()).toEqual([lanh.id])
  })

  it('says so on its own page, where no key accepts it either', async () => {
    const { ledger, show } = uiWorld({ role: 'supervisor', records: [newer] })
    const { user } = show(<Desk />, `/kiem-tra/${man.id}`)
    expect(await screen.findByText('Phiếu theo mẫu mới hơn ứng dụng này')).toBeVisible()

    await user.keyboard('{Control>}{Enter}{/Control}')

    expect(await ledger.pending()).toEqual([])
  })
})

describe('the queue', { timeout: 30_000 }, () => {
  it('shows beside a form the values that wait for a choice', async () => {
    open([{ ...man, holds: [{ id: 'd:1:phone', field: 'phone', value: '0912000512', reason: 'overlap', by: USERS.member, at: '2026-11-19T01:00:00.000Z' }] }])

    expect(await panel().findByText('1 giá trị đang chờ người chọn')).toBeVisible()
    expect(panel().getByRole('link', { name: 'Xem và chọn' })).toHaveAttribute('href', `/xung-dot/${man.id}`)
  })

  it('accepts the others when one left meanwhile, says so, and sends them', async () => {
    const { user, accepted, sync } = open([man, lanh], (ledger) => ({
      review: (inputs) => ledger.review(inputs.map((input) => (input.record === man.id ? { ...input, record: mai.id } : input))),
    }))

    await user.click(screen.getByRole('checkbox', { name: 'Chọn tất cả' }))
    await user.click(screen.getByRole('button', { name: /^Nghiệm thu 2 phiếu/ }))

    expect(await screen.findByText('Đã nghiệm thu 1 phiếu. Có mạng là máy tự gửi. 1 phiếu không còn trong máy này: chưa nghiệm thu.')).toBeVisible()
    expect(await accepted()).toEqual([lanh.id])
    await waitFor(() => expect(sync.runs).toEqual(['submit']))
  })
})
