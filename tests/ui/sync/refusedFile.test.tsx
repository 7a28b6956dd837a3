import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { PendingOperation } from '../../../src/storage/ledger'
import type { Platform } from '../../../src/ui/platform'
import SyncPage from '../../../src/ui/sync/SyncPage'
import { appWorld, Around } from '../../support/appWorld'
import { DEVICE } from '../../support/memory/memoryLedger'
import { COMMUNE, HAMLET, NOW, uiWorld } from '../../support/uiWorld'

const FORM = '0190a000-0000-7000-8000-00000000c009'
const PERSON = '0190a000-0000-7000-8000-00000000c002'
const at = new Date(NOW).toISOString()
const refused = {
  commune: COMMUNE, device: DEVICE, queuedAt: at, trouble: { kind: 'refused', reason: 'findings' }, receipt: '22810-000124',
  operation: { type: 'submit', counter: 7, record: FORM, base: 0, at, form: 'labour@1', head: { kind: 'labour', hamlet: HAMLET, household: PERSON, person: PERSON }, patch: { fullName: 'Ka Tơr Đượm', hours: 61 } },
} satisfies PendingOperation

async function asking(platform: Partial<Platform>, pending: readonly PendingOperation[] = [refused]) {
  const world = uiWorld({ pending })
  const { user } = world.show(<Around outside={appWorld({ platform }).outside}><SyncPage /></Around>, '/dong-bo')
  await user.click(await screen.findByRole('button', { name: 'Lưu phiếu ra tệp' }))
  return { user, world, dialog: screen.getByRole('dialog', { name: 'Lưu phiếu ra tệp' }) }
}

describe('a form the server refused', () => {
  it('leaves as a file with its reason, its receipt and all it says, where the officer puts it, and stays here', async () => {
    const shareFile = vi.fn<(file: File) => Promise<boolean>>(async () => true)
    const { user, world, dialog } = await asking({ shareFile })
    expect(dialog).toHaveTextContent('không có khóa')
    expect(shareFile).not.toHaveBeenCalled()

    await user.click(within(dialog).getByRole('button', { name: 'Chuyển tệp' }))

    expect(await within(dialog).findByText('Đã có tệp. Phiếu vẫn còn ở mục này.')).toBeInTheDocument()
    const file = shareFile.mock.calls[0]![0]
    const [head, body] = (await file.text()).split('\n\n')
    expect(file.name).toBe('so-thon-phieu-22810-000124.txt')
    expect(head!.split('\n')).toEqual([
      'Ka Tơr Đượm: phiếu lao động',
      'Máy chủ chưa nhận: phiếu còn chỗ sai. Sửa rồi gửi lại. (findings)',
      'Biên nhận 22810-000124',
      'Người gửi: Bùi Thị Lan (officer)',
      'Sổ Thôn abc12345',
    ])
    expect(JSON.parse(body!)).toEqual({ commune: COMMUNE, queuedAt: at, operation: refused.operation })
    expect(await world.ledger.pending()).toHaveLength(1)
  })

  it('says when the file was not passed on', async () => {
    const { user, dialog } = await asking({ shareFile: async () => false })

    await user.click(within(dialog).getByRole('button', { name: 'Chuyển tệp' }))

    expect(await within(dialog).findByText(/Tệp chưa được chuyển/)).toBeInTheDocument()
  })

  it('is only saved where the browser passes no files on', async () => {
    const { dialog } = await asking({})

    expect(within(dialog).getByRole('button', { name: 'Lưu tệp vào máy' })).toBeInTheDocument()
    expect(within(dialog).queryByRole('button', { name: 'Chuyển tệp' })).not.toBeInTheDocument()
  })
})
