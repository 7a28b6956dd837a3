import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '../../../src/domain/result'
import { Desk } from '../../support/Desk'
import { uiWorld, USERS } from '../../support/uiWorld'
import { lanh } from './deskRecords'

const form = {
  ...lanh,
  notes: [{ field: 'born', text: 'Xem lại.', by: USERS.supervisor, at: '2026-11-18T07:20:00.000Z' }],
  holds: [{ id: 'd:1:sex', field: 'sex', value: '2', reason: 'overlap' as const, by: USERS.member, at: '2026-11-19T01:00:00.000Z' }],
  changes: [{ field: 'inactiveReason', from: '1', to: '3' }],
  answers: { ...lanh.answers, personalId: '058194000231' },
  submission: { ...lanh.submission!, confirmed: { personalId: true } as const },
}
const remote = {
  history: async () => ok([{
    seq: 2, at: '2026-11-18T07:20:00.000Z', by: USERS.supervisor, type: 'return' as const, receipt: '', deviceTime: '', device: USERS.officer, outcome: 'accepted' as const, changes: [],
    notes: [{ field: 'born', text: 'Xem lại.' }],
  }]),
}
const show = (path: string) => uiWorld({ role: 'supervisor', records: [form], remote }).show(<Desk />, path)

describe('the desk in English', { timeout: 30_000 }, () => {
  beforeEach(() => localStorage.setItem('sothon-lang', 'en'))
  afterEach(() => localStorage.clear())

  it('names questions in English wherever a record is read', async () => {
    show(`/kiem-tra/${form.id}`)

    expect(await screen.findAllByText(/^Date of birth/)).not.toHaveLength(0)
    expect(await within(screen.getByRole('complementary')).findByText(/Date of birth: “Xem lại\.”/)).toBeVisible()
    expect(document.querySelector('main')).toHaveTextContent('Sex: Pi Năng Thuận')
    expect(document.querySelector('main')).not.toHaveTextContent(/Ngày, tháng, năm sinh|Giới tính|Lý do không tham gia/)
  })

  it('names them in English beside the queue', async () => {
    show('/kiem-tra')
    const panel = await screen.findByRole('complementary', { name: 'Form shown' })

    expect(await within(panel).findByText('Personal number')).toBeVisible()
    expect(within(panel).getByText('From the book, confirmed').closest('dd')).toHaveTextContent('058 194 ••• 231')
    expect(within(panel).queryByText('Số CCCD')).not.toBeInTheDocument()
    expect(within(panel).getAllByRole('listitem').map((each) => each.textContent)).toEqual([expect.stringMatching(/^Sex: Pi Năng Thuận/), expect.stringMatching(/^Why not economically active: /)])
  })
})
