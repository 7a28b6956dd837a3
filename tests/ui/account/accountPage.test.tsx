import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/domain/result'
import AccountPage from '../../../src/ui/account/own/AccountPage'
import { appWorld, Around, me, PASSPHRASE, platformFake, type AppWorldInput } from '../../support/appWorld'
import { COMMUNE, remoteFake, uiWorld, USERS, type UiWorldInput } from '../../support/uiWorld'
import { fill } from '../../support/browser/fill'

beforeEach(() => {
  localStorage.clear()
  delete document.documentElement.dataset.theme
})

function page(input: UiWorldInput = {}, app: AppWorldInput = {}) {
  const world = uiWorld(input)
  const outside = { ...appWorld(app).outside, platform: platformFake(app.platform) }
  return { world, ...world.show(<Around outside={outside}><AccountPage /></Around>, '/cua-toi') }
}

describe('the page of oneself', () => {
  it('says who opened the book and locks it at a press', async () => {
    const { user, world } = page()

    expect(screen.getByText('Người thu thập')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Khóa sổ' }))

    expect(world.locked()).toBe(1)
  })

  it('tells the sign by which the administrator knows this device', () => {
    page()

    expect(screen.getByText('Mã máy').nextElementSibling).toHaveTextContent('d001')
  })

  it('keeps the chosen colours and language on the device', async () => {
    const { user } = page()

    await user.click(screen.getByRole('radio', { name: /Tối/ }))
    expect(document.documentElement.dataset.theme).toBe('dark')
    await user.click(screen.getByRole('radio', { name: 'English' }))

    expect(await screen.findByRole('heading', { name: /Mine/ })).toBeInTheDocument()
    expect(document.documentElement.lang).toBe('en')
    expect(localStorage.getItem('sothon-theme')).toBe('dark')
    expect(localStorage.getItem('sothon-lang')).toBe('en')
  })

  it('asks for the passphrase before a commune newly assigned is added', async () => {
    const more = { ...me('officer'), communes: [{ code: COMMUNE, name: 'Xã Ninh Sơn' }, { code: '22813', name: 'Xã Lâm Sơn' }] }
    const { user } = page({ remote: { me: async () => ok(more) } })

    await user.click(await screen.findByRole('button', { name: 'Thêm vào máy này' }))

    expect(screen.getByLabelText('Mật khẩu mở sổ')).toHaveAccessibleDescription(/Nhập mật khẩu mở sổ/)
    expect(screen.getByLabelText('Mật khẩu mở sổ')).toHaveFocus()
  })

  it('changes the account password, and says which of the two was wrong', async () => {
    const { user } = page({ remote: { changePassword: async (current) => (current === 'cũ' ? ok(null) : fail({ error: 'wrongPassword' })) } })
    await user.click(screen.getByRole('button', { name: 'Đổi mật khẩu tài khoản' }))
    const current = screen.getByLabelText('Mật khẩu tài khoản đang dùng')
    await fill(user, current, 'nhầm')
    await fill(user, screen.getByLabelText('Mật khẩu tài khoản mới'), 'mới')
    await fill(user, screen.getByLabelText('Nhập lại mật khẩu mới'), 'mới', '{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('Mật khẩu đang dùng chưa đúng.')

    await user.clear(current)
    await fill(user, current, 'cũ', '{Enter}')

    expect(await screen.findByText('Đã đổi mật khẩu tài khoản.')).toBeInTheDocument()
  })

  describe('changes the passphrase', () => {
    const NEXT = 'mưa rơi nhà sàn tháng tám'
    async function asked(current: string, next: string, again = next) {
      const account = me('officer')
      const { world, user } = page({}, { accounts: [{ userId: account.id, username: account.username, passphrase: PASSPHRASE }] })
      await user.click(screen.getByRole('button', { name: 'Đổi mật khẩu mở sổ' }))
      await fill(user, screen.getByLabelText('Mật khẩu mở sổ đang dùng'), current)
      await fill(user, screen.getByLabelText('Mật khẩu mở sổ mới'), next)
      await fill(user, screen.getByLabelText('Nhập lại mật khẩu mở sổ mới'), again, '{Enter}')
      return { world, user }
    }

    it('for who knows the one there is', async () => {
      await asked(PASSPHRASE, NEXT)

      expect(await screen.findByText('Đã đổi mật khẩu mở sổ.')).toBeInTheDocument()
      expect(screen.queryByLabelText('Mật khẩu mở sổ mới')).not.toBeInTheDocument()
    })

    it('with the focus where the hand is: in the form when it opens, on its button when it closes', async () => {
      const { user } = page()
      await user.click(screen.getByRole('button', { name: 'Đổi mật khẩu mở sổ' }))
      expect(screen.getByLabelText('Mật khẩu mở sổ đang dùng')).toHaveFocus()

      await user.click(screen.getByRole('button', { name: 'Hủy' }))

      expect(screen.getByRole('button', { name: 'Đổi mật khẩu mở sổ' })).toHaveFocus()
    })

    it.each([
      ['the one there is was wrong', ['nhầm', NEXT], /Mật khẩu chưa đúng\. Còn \d+ lần/, 'Mật khẩu mở sổ đang dùng'],
      ['the next is easy to guess', [PASSPHRASE, 'matkhau123'], 'Mật khẩu này còn dễ đoán. Thêm một, hai từ nữa.', 'Mật khẩu mở sổ mới'],
      ['the two entries differ', [PASSPHRASE, NEXT, 'mưa rơi nhà sàn tháng tư'], 'Hai lần nhập chưa giống nhau.', 'Nhập lại mật khẩu mở sổ mới'],
    ] as const)('and says where %s', async (_, [current, next, again], words, box) => {
      await asked(current, next, again)

      expect(await screen.findByText(words)).toBeInTheDocument()
      expect(screen.getByLabelText(box)).toHaveFocus()
      expect(screen.getByLabelText('Mật khẩu mở sổ mới')).toHaveValue(next)
    })
  })

  it('does not let somebody sign out without knowing what still waits', async () => {
    const { user, world } = page({ sync: { waiting: 3 }, remote: { signOut: async () => ok(null) } })
    await user.click(screen.getByRole('button', { name: 'Đăng xuất' }))

    const dialog = screen.getByRole('dialog', { name: 'Đăng xuất' })
    expect(dialog).toHaveTextContent('Còn 3 phiếu chưa gửi.')
    await user.click(within(dialog).getByRole('button', { name: 'Gửi trước' }))
    expect(world.sync.runs).toEqual(['demand'])
    await user.click(within(dialog).getByRole('button', { name: 'Đăng xuất luôn' }))

    expect(world.locked()).toBe(1)
  })

  it('says before signing out that what waits goes by itself all the same, and what does not', async () => {
    const { user } = page({ sync: { waiting: 3 } })

    await user.click(screen.getByRole('button', { name: 'Đăng xuất' }))

    expect(screen.getByRole('dialog')).toHaveTextContent('Có mạng là máy tự gửi, kể cả sau khi đăng xuất; riêng ảnh thì chờ đăng nhập lại.')
  })

  it('says in the same place why what waits could not be sent first', async () => {
    const { user } = page({ sync: { waiting: 3 }, onRun: (sync) => sync.set({ trouble: { kind: 'signedOut' } }) })
    await user.click(screen.getByRole('button', { name: 'Đăng xuất' }))
    const dialog = screen.getByRole('dialog', { name: 'Đăng xuất' })
    expect(within(dialog).queryByRole('alert')).not.toBeInTheDocument()

    await user.click(within(dialog).getByRole('button', { name: 'Gửi trước' }))

    expect(within(dialog).getByRole('alert')).toHaveTextContent('Phiên đăng nhập đã hết.')
  })

  it.each([['it is being tried', { waiting: 3, phase: 'pushing' }], ['nothing waits any more', { waiting: 0 }]] as const)('says nothing of the last run before signing out where %s', async (_, state) => {
    const { user } = page({ sync: { trouble: { kind: 'offline' }, ...state } })

    await user.click(screen.getByRole('button', { name: 'Đăng xuất' }))

    expect(within(screen.getByRole('dialog')).queryByRole('alert')).not.toBeInTheDocument()
  })

  it('stays open and says why when the session cannot be ended without a network', async () => {
    const { user, world } = page()
    await user.click(screen.getByRole('button', { name: 'Đăng xuất' }))

    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Đăng xuất' }))

    expect(await screen.findByText(/Chưa tới được máy chủ/)).toBeInTheDocument()
    expect(world.locked()).toBe(0)
  })

  it('offers a new version and never takes it by itself', async () => {
    let applied = 0
    const { user } = page({}, { platform: { update: { state: () => 'waiting', subscribe: () => () => {}, apply: async () => { applied += 1; return true } } } })
    expect(applied).toBe(0)

    await user.click(screen.getByRole('button', { name: 'Cập nhật bây giờ' }))

    expect(applied).toBe(1)
  })

  it('adds a commune that was assigned later, with the passphrase and under the account of the book, whoever signed in last', async () => {
    const assigned = { ...me('officer'), communes: [{ code: COMMUNE, name: 'Xã Ninh Sơn' }, { code: '22813', name: 'Xã Lâm Sơn' }] }
    const enrolledAs: string[] = []
    const issued = { epoch: USERS.admin, deviceSecret: 'c2VjcmV0', serverKey: { id: 'k1', publicKey: 'cHVi' } }
    const own = (userId: string) => remoteFake({
      enrol: async () => {
        enrolledAs.push(userId)
        return ok(issued)
      },
    })
    const { user, world } = page({ remote: { me: async () => ok(assigned) } }, { remote: { enrol: async () => fail({ error: 'forbidden' }), as: own } })

    expect(await screen.findByText('Được giao thêm: Xã Lâm Sơn')).toBeInTheDocument()
    await fill(user, screen.getByLabelText('Mật khẩu mở sổ'), 'trâu xanh uống nước', '{Enter}')

    expect([world.locked(), enrolledAs]).toEqual([1, [assigned.id]])
  })
})
