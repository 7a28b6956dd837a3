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

    expect(entries[0]).toMatch(/gửi lại, sửa 2 mục\.1 giá trị để riêng cho người chọn.*điện thoại.*: 0905.?999.?999/)
    expect(entries[0]).not.toMatch(/Nữ/)
  })

  it('covers what would tell of an HIV group that any value of the history names', async () => {
    const record = registerRecord({ id: man.id, kind: 'asxh', household: man.household, person: man.person, answers: { fullName: 'Ai Đó', accountStatus: '1' }, submission: man.submission })
    const groups = [{ group: 'BT03.1' }]
    const { entries } = await shown([
      entry(1, {}), entry(2, { outcome: 'refused', reason: 'findings', changes: [{ field: 'groups', to: groups, applied: false }, { field: 'monthlyAmount', to: 1234000, applied: false }] }),
    ], record)

    expect(entries[0]).not.toMatch(/BT03|HIV|1\.234\.000/)
  })
})
