import { act, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Platform } from '../../../src/ui/platform'
import { appWorld, me, PASSPHRASE, PASSWORD } from '../../support/appWorld'
import { fill } from '../../support/browser/fill'
import { NOW } from '../../support/uiWorld'

beforeEach(() => {
  localStorage.clear()
  location.hash = ''
})

/** Somebody opens the book for the first time on this device. */
async function firstTime(role: 'officer' | 'supervisor' = 'officer', platform: Partial<Platform> = {}) {
  const world = appWorld({ role, platform })
  const { user } = world.start()
  await fill(user, await screen.findByLabelText('Tên đăng nhập'), role)
  await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), PASSWORD, '{Enter}')
  await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE)
  await fill(user, screen.getByLabelText('Nhập lại mật khẩu mở sổ'), PASSPHRASE, '{Enter}')
  return { world, user }
}

describe('the tour', () => {
  it('shows four things while the book is downloaded, and opens it at the end', async () => {
    const { world, user } = await firstTime()
    const heads: (string | null)[] = []
    act(() => world.sync.set({ phase: 'pulling', received: 1_200, remaining: 300 }))
    expect(await screen.findByText('Đang tải sổ về máy: 1.200 hồ sơ')).toBeInTheDocument()
    for (let step = 1; step < 4; step += 1) {
      heads.push((await screen.findByRole('heading', { level: 2 })).textContent)
      await user.click(screen.getByRole('button', { name: 'Tiếp' }))
    }
    heads.push(screen.getByRole('heading', { level: 2 }).textContent)
    act(() => world.sync.set({ phase: 'idle', lastSuccessAt: NOW, remaining: 0 }))
    expect(screen.getByText('Đã tải xong sổ về máy.')).toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Bắt đầu' }))

    expect(heads).toEqual(['Đi từng nhà', 'Phiếu tự lưu', 'Không có mạng cứ làm', 'Giữ kín cho người dân'])
    expect(location.hash).toBe('#/thon')
  })

  it('can be skipped to the download, and is not shown again on this device', async () => {
    const { user } = await firstTime()

    await user.click(await screen.findByRole('button', { name: 'Bỏ qua' }))

    expect(screen.getByRole('heading', { name: /Tải sổ lần đầu/ })).toBeInTheDocument()
    expect(localStorage.getItem(`sothon-tour:${me('officer').id}`)).toBe('seen')
  })

  it('ends with installing the app, where the browser offers it', async () => {
    let prompted = 0
    const { user } = await firstTime('officer', { install: { state: () => 'ready', subscribe: () => () => {}, prompt: async () => { prompted += 1 } } })
    for (let step = 1; step < 4; step += 1) await user.click(await screen.findByRole('button', { name: 'Tiếp' }))

    await user.click(screen.getByRole('button', { name: /Cài/ }))

    expect(prompted).toBe(1)
  })

  it('is not for the desk', async () => {
    await firstTime('supervisor')

    expect(await screen.findByRole('heading', { name: /Tải sổ lần đầu/ })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Bỏ qua' })).not.toBeInTheDocument()
  })
})
