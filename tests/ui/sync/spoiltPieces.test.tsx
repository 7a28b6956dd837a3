import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { SpoiltPiece } from '../../../src/storage/ports/spoiltPort'
import SyncPage from '../../../src/ui/sync/SyncPage'
import { appWorld, Around } from '../../support/appWorld'
import { DEVICE, memoryLedger } from '../../support/memory/memoryLedger'
import { communeContext, NOW, registerRecord, uiWorld } from '../../support/uiWorld'

const id = (n: number): string => `0190a000-0000-7000-8000-00000000c00${n}`
const operation = (n: number, goes: boolean): SpoiltPiece => ({ kind: 'operation', record: id(n), device: DEVICE, counter: n, goes })

function page(spoilt: readonly SpoiltPiece[]) {
  const ledger = memoryLedger({ contexts: [communeContext], records: [registerRecord({ id: id(1), kind: 'person', answers: { fullName: 'Ka Tơr Đượm' } })], spoilt, now: () => NOW })
  return { ledger, ...uiWorld({ ledger }).show(<Around outside={appWorld().outside}><SyncPage /></Around>, '/dong-bo') }
}

it('[S45] what cannot be read any more is told by its record and by what becomes of it, and is let go of at a press', async () => {
  const { ledger, user } = page([operation(1, true), operation(2, false), { kind: 'draft', record: id(1), goes: false }, { kind: 'note', record: id(1), field: 'visitNote', goes: false }])
  const section = within(await screen.findByRole('region', { name: 'Mục hỏng' }))

  expect(section.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Ka Tơr Đượm: phiếu đã bấm gửi: máy tự gửi bản khóa sẵn, không phải làm lại', `/phieu/${id(1)}`],
    ['Chưa có tên: phiếu đã bấm gửi: mở ra xem, thiếu gì thì điền lại rồi gửi', `/phieu/${id(2)}`],
    ['Ka Tơr Đượm: nháp: điền lại', `/phieu/${id(1)}`],
    ['Ka Tơr Đượm: ghi chú: ghi lại', `/phieu/${id(1)}`],
  ])
  const buttons = section.getAllByRole('button', { name: 'Bỏ mục hỏng' })
  await user.click(buttons[0]!)
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Bỏ mục hỏng' }))

  expect(buttons).toHaveLength(3)
  await waitFor(async () => expect((await ledger.spoilt.list()).map(({ kind }) => kind)).toEqual(['operation', 'draft', 'note']))
})

it('says nothing of it where all can be read', async () => {
  page([])

  await screen.findByRole('heading', { name: 'Không còn phiếu nào chờ gửi' })
  expect(screen.queryByRole('region', { name: 'Mục hỏng' })).toBeNull()
})
