import { screen } from '@testing-library/react'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/domain/result'
import { openVaults } from '../../../src/storage/vaults'
import { keepTourSeen } from '../../../src/ui/tour/seenTour'
import { appWorld, me, PASSPHRASE, PASSWORD } from '../../support/appWorld'
import { fill } from '../../support/browser/fill'
import { NOW, USERS } from '../../support/uiWorld'

beforeEach(() => {
  localStorage.clear()
  keepTourSeen(USERS.officer)
  location.hash = '/cua-toi'
  globalThis.indexedDB = new IDBFactory()
})

describe('the gate on the real encrypted store', () => {
  it('enrols, locks, refuses a wrong passphrase, and opens again as the same person without a network', async () => {
    const vaults = openVaults({ now: () => NOW, kdfCost: { memoryKib: 64, passes: 1 } })
    let isOnline = true
    const away = { error: 'offline' } as const
    const { user } = appWorld({ vaults, sync: { lastSuccessAt: NOW }, remote: { me: async () => (isOnline ? ok(me('officer')) : fail(away)) } }).start()
    await fill(user, await screen.findByLabelText('Tên đăng nhập'), 'officer')
    await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), PASSWORD, '{Enter}')
    await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE)
    await fill(user, screen.getByLabelText('Nhập lại mật khẩu mở sổ'), PASSPHRASE, '{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Khóa sổ' }))

    isOnline = false
    expect(await screen.findByRole('radio', { name: /officer/ })).toBeChecked()
    await fill(user, screen.getByLabelText('Mật khẩu mở sổ'), 'không phải câu này đâu', '{Enter}')
    expect(await screen.findByText(/Mật khẩu chưa đúng\. Còn \d+ lần\./)).toBeInTheDocument()
    // The press is taken again once the tries left were read.
    await screen.findByRole('button', { name: 'Mở sổ' })
    await fill(user, screen.getByLabelText('Mật khẩu mở sổ'), PASSPHRASE, '{Enter}')

    expect(await screen.findByRole('heading', { name: /Của tôi/ })).toHaveTextContent('Bùi Thị Lan')
  })
})
