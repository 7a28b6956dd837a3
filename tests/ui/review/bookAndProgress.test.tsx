import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Desk } from '../../support/Desk'
import { communeContext, HAMLET_2, registerRecord, uiWorld } from '../../support/uiWorld'
import { desk, householdsOf, lanh, mai } from './deskRecords'

const person = registerRecord({ id: mai.person ?? '', kind: 'person', household: mai.household, answers: { fullName: 'Ka Tơr Thị Mai', born: '1994' } })

describe('the book', { timeout: 30_000 }, () => {
  it('finds the household of a person and shows the state of the form', async () => {
    const { user } = uiWorld({ role: 'supervisor', records: [...desk, person] }).show(<Desk />, '/so')

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
    uiWorld({ role: 'supervisor', records: [...desk.filter((each) => each.id !== mai.id), { ...mai, status: 'accepted', holds: [hold] }, person] }).show(<Desk />, '/so')

    expect(screen.getByRole('row', { name: /NS-0401/ })).toHaveTextContent('Cần xử lý 1')
  })

  it('moves by arrow keys', async () => {
    const { user } = uiWorld({ role: 'supervisor', records: desk }).show(<Desk />, '/so')

    screen.getByRole('grid').focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')

    expect(within(screen.getByRole('grid')).getByRole('row', { selected: true })).toHaveTextContent('NS-0402')
  })
})

describe('progress', { timeout: 30_000 }, () => {
  it('shows each share beside its numerator and denominator, and a hamlet without forms in words', () => {
    uiWorld({ role: 'supervisor', records: [mai] }).show(<Desk />, '/tien-do')
    const [, first, second] = within(screen.getByRole('table', { name: 'Tiến độ theo thôn' })).getAllByRole('row')

    expect(first).toHaveTextContent('Thôn Suối Le21210,47%1000%211')
    expect(second).toHaveTextContent('Thôn Gò Sạn400Chưa có phiếu nào')
    expect(screen.getByText('đã thu thập: 1/612')).toBeVisible()
    expect(screen.queryByText(/Tỷ lệ chỉ tính/)).not.toBeInTheDocument()
  })

  it('shares out no form of a hamlet without a target, and says so', () => {
    const [home, other] = communeContext.hamlets
    const contexts = [{ ...communeContext, hamlets: [home!, { ...other!, labourTarget: 0 }] }]
    uiWorld({ role: 'supervisor', contexts, records: [mai, { ...lanh, hamlet: HAMLET_2 }] }).show(<Desk />, '/tien-do')

    expect(screen.getByText('đã thu thập: 1/212')).toBeVisible()
    expect(within(screen.getByRole('table', { name: 'Tiến độ theo thôn' })).getByRole('row', { name: /Toàn xã/ })).toHaveTextContent('Toàn xã (2/2 thôn có phiếu)21220,47%')
    expect(screen.getByText('Tỷ lệ chỉ tính các thôn đã đặt chỉ tiêu.')).toBeVisible()
  })
})

describe('a supervisor of two communes, in one of which a survey has begun', { timeout: 30_000 }, () => {
  const OTHER = '22813'
  const begun = { ...communeContext, settings: { ...communeContext.settings, surveys: ['2026-11-15'] } }
  const other = { ...communeContext, commune: { ...communeContext.commune, code: OTHER, name: 'Xã Lâm Sơn' }, hamlets: [{ id: HAMLET_2, code: '01', name: 'Thôn Lập Lá', labourTarget: 3, asxhTarget: 0 }] }
  const contexts = [{ ...begun, hamlets: begun.hamlets.slice(0, 1) }, other]
  const before = { ...mai.answers, collectedOn: '2026-10-20' }
  const here = { ...mai, answers: before }
  const there = { ...lanh, commune: OTHER, answers: { ...lanh.answers, collectedOn: '2026-10-20' } }
  const people = [here, there].map((form) => registerRecord({ id: form.person ?? '', kind: 'person', household: form.household, answers: { fullName: 'Ai Đó' } }))
  const records = [here, there, ...people, ...householdsOf([here, there])]

  it('sees the forms of each by the survey of that commune', () => {
    uiWorld({ role: 'supervisor', contexts, records }).show(<Desk />, '/tien-do')
    const [, first, second] = within(screen.getByRole('table', { name: 'Tiến độ theo thôn' })).getAllByRole('row')

    expect([first, second].map((row) => row?.textContent)).toEqual([expect.stringContaining('Thôn Lập Lá31'), expect.stringContaining('Thôn Suối Le212Chưa có phiếu nào')])
    expect(screen.queryByText(/kỳ điều tra từ/)).not.toBeInTheDocument()
  })

  it('finds in the book the forms of each household by that survey', () => {
    uiWorld({ role: 'supervisor', contexts, records }).show(<Desk />, '/so')

    expect(screen.getByRole('row', { name: /NS-0401/ })).not.toHaveTextContent('Đã gửi')
    expect(screen.getByRole('row', { name: /NS-0402/ })).toHaveTextContent('Đã gửi 1')
  })

  it('is told the first day where it is the same everywhere', () => {
    uiWorld({ role: 'supervisor', contexts: [begun], records: [here] }).show(<Desk />, '/tien-do')

    expect(screen.getByText('kỳ điều tra từ 15/11/2026')).toBeVisible()
  })
})
