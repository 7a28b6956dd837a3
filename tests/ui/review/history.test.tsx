import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/domain/result'
import type { HistoryEntry } from '../../../src/protocol/api'
import { Desk } from '../../support/Desk'
import { registerRecord, uiWorld, USERS } from '../../support/uiWorld'
import { lanh, man } from './deskRecords'

const entry = (seq: number, more: Partial<HistoryEntry>): HistoryEntry =>
  ({ seq, at: '2026-11-18T07:20:00.000Z', deviceTime: '', by: USERS.supervisor, device: USERS.officer, type: 'submit', outcome: 'accepted', changes: [], notes: [], receipt: '', ...more })

async function shown(history: readonly HistoryEntry[], record = lanh) {
  const world = uiWorld({ role: 'supervisor', records: [record], remote: { history: async () => ok(history) } })
  const { user } = world.show(<Desk />, `/kiem-tra/${record.id}`)
  const panel = await screen.findByRole('complementary', { name: 'Lịch sử và trao đổi' })
  await within(panel).findAllByRole('listitem')
  return { user, panel, entries: [...panel.querySelectorAll('.hist > li')].map((each) => each.textContent) }
}

describe('the history of a form', { timeout: 30_000 }, () => {
  it('says of a decision the server refused that it did not happen, and why', async () => {
    const { entries } = await shown([entry(1, {}), entry(2, { type: 'accept', outcome: 'refused', reason: 'changedSince' })])

    expect(entries[0]).toMatch(/Đặng Văn Khoa nghiệm thu, máy chủ không nhận: hồ sơ đã đổi sau khi xem/)
  })

  it('says of what went along with another record that it did, and not that somebody decided about it', async () => {
    const { entries } = await shown([entry(1, {}), entry(2, { type: 'move', isAlong: true })])

    expect(entries[0]).toMatch(/Đặng Văn Khoa đổi một hồ sơ có liên quan, hồ sơ này được chuyển theo hoặc xem lại theo\./)
  })

  it('of an older server, which tells no reason, says that much', async () => {
    expect((await shown([entry(1, {}), entry(2, { type: 'accept', outcome: 'refused' })])).entries[0]).toMatch(/Đặng Văn Khoa nghiệm thu, máy chủ không nhận\./)
  })

  it('shows what a refused form said, and apart from it what was taken', async () => {
    const { entries } = await shown([
      entry(1, {}),
      entry(2, { outcome: 'refused', reason: 'findings', changes: [{ field: 'born', to: '1890-01-01', applied: false }, { field: 'phone', applied: false }] }),
    ])

    expect(entries[0]).toMatch(/gửi lại, sửa 2 mục, máy chủ không nhận: phiếu còn chỗ sai.*2 giá trị không nhận.*sinh.*: 01\/01\/1890.*điện thoại.*: \(trống\)/)
  })

  it('shows the values that were kept aside for a choice', async () => {
    const { entries } = await shown([
      entry(1, {}), entry(2, { outcome: 'held', changes: [{ field: 'sex', from: '1', to: '2' }, { field: 'phone', to: '0905999999', applied: false }] }),
    ])

    expect(entries[0]).toMatch(/gửi lại, sửa 1 mục\..*1 giá trị để riêng cho người chọn.*điện thoại.*: 0905.?999.?999/)
  })

  it('shows what a correction changed, from which value to which', async () => {
    const { user, panel } = await shown([entry(1, {}), entry(2, { changes: [{ field: 'sex', from: '1', to: '2' }, { field: 'phone', from: '0905999999' }] })])

    await user.click(within(panel).getByText('2 mục đã đổi'))

    const changed = within(panel).getByRole('list', { name: '2 mục đã đổi' })
    const lines = within(changed).getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(lines).toEqual([expect.stringMatching(/^Giới tính: Nam.*Nữ$/), expect.stringMatching(/điện thoại: 0905.?999.?999/i)])
  })

  it('shows what a choice between two values changed', async () => {
    const { entries } = await shown([entry(1, {}), entry(2, { type: 'resolve', changes: [{ field: 'sex', from: '1', to: '2' }] })])

    expect(entries[0]).toMatch(/chọn giữa hai bản\..*1 mục đã đổi.*Nam.*Nữ/)
  })

  it('shows what the first form said, as it was said', async () => {
    const { entries } = await shown([entry(1, { changes: [{ field: 'sex', to: '2' }] })])

    expect(entries[0]).toMatch(/gửi, 1 mục\..*1 mục đã ghi.*Giới tính: Nữ/)
    expect(entries[0]).not.toMatch(/trống/)
  })

  it('covers what would tell of an HIV group that any value of the history names', async () => {
    const record = registerRecord({ id: man.id, kind: 'asxh', household: man.household, person: man.person, answers: { fullName: 'Ai Đó', accountStatus: '1' }, submission: man.submission })
    const groups = [{ group: 'BT03.1' }]
    const { entries } = await shown([
      entry(1, { changes: [{ field: 'monthlyAmount', to: 1234000 }] }),
      entry(2, { outcome: 'refused', reason: 'findings', changes: [{ field: 'groups', to: groups, applied: false }, { field: 'monthlyAmount', to: 1234000, applied: false }] }),
      entry(3, { changes: [{ field: 'monthlyAmount', from: 1234000, to: 1235000 }] }),
    ], record)

    expect(entries.join()).not.toMatch(/BT03|HIV|1\.23[45]\.000/)
  })
})
