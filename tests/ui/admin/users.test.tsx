import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/domain/result'
import { COMMUNE, communeContext, HAMLET, HAMLET_2 } from '../../support/uiWorld'
import { adminWorld, lan, phone, thuan } from './adminWorld'

const dialog = (name: RegExp) => screen.findByRole('dialog', { name })

/** The list of users, beside a server that makes whom it is asked to. */
const makingUsers = () => adminWorld('/nguoi-dung', (sent) => ({
  createUser: async (input) => {
    sent.push(['createUser', input])
    return ok({ user: { ...thuan, ...input, id: lan.id }, password: 'nui-rung-song-42' })
  },
}))

const renaming = () => adminWorld('/nguoi-dung', (sent) => ({
  updateUser: async (id, change) => {
    sent.push(['updateUser', id, change])
    return ok(lan)
  },
}))

/** The dialog in which Lan's account is changed. */
async function editing(user: ReturnType<typeof adminWorld>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Bùi Thị Lan' }))
  await user.click(screen.getByRole('button', { name: 'Sửa Bùi Thị Lan' }))
  return within(await dialog(/Sửa tài khoản/))
}

describe('users', { timeout: 30_000 }, () => {
  it('are listed with role and area', async () => {
    adminWorld('/nguoi-dung')

    const row = (await screen.findByRole('button', { name: 'Pi Năng Thuận' })).closest('tr')
    expect(row).toHaveTextContent('thuan.pi')
    expect(row).toHaveTextContent('Tổ viên thôn')
    expect(row).toHaveTextContent('Thôn Suối Le')
  })

  it('are made with role and hamlets; the password is shown once', async () => {
    const { user, calls } = makingUsers()
    await user.click(await screen.findByRole('button', { name: 'Thêm người dùng' }))

    const form = within(await dialog(/Thêm người dùng/))
    await user.type(form.getByRole('textbox', { name: 'Họ và tên' }), 'Chamaléa Thị Hơn')
    await user.click(form.getByRole('checkbox', { name: 'Thôn Gò Sạn' }))
    await user.click(form.getByRole('button', { name: 'Tạo tài khoản' }))

    const shown = await dialog(/Mật khẩu của Chamaléa Thị Hơn/)
    // Escape, or the back gesture: the only sight of the password does not go by mistake.
    fireEvent(shown, new Event('cancel', { cancelable: true }))
    expect(within(shown).getByText('nui-rung-song-42')).toBeInTheDocument()
    await user.click(within(shown).getByRole('button', { name: 'Đã ghi lại, đóng' }))
    expect(screen.queryByText('nui-rung-song-42')).not.toBeInTheDocument()
    expect(calls).toEqual([['createUser', { username: 'hon.chamalea', name: 'Chamaléa Thị Hơn', role: 'member', areas: [{ commune: COMMUNE, hamlets: [HAMLET_2] }] }]])
  })

  it('are told when the password could not be copied', async () => {
    const { user } = adminWorld('/nguoi-dung', () => ({ resetPassword: async () => ok({ password: 'nui-rung-song-42' }) }))
    await user.click(await screen.findByRole('button', { name: 'Bùi Thị Lan' }))
    await user.click(screen.getByRole('button', { name: 'Đặt lại mật khẩu' }))
    await user.click(within(await dialog(/Đặt lại mật khẩu của/)).getByRole('button', { name: 'Đặt lại mật khẩu' }))
    const shown = within(await dialog(/Mật khẩu của Bùi Thị Lan/))
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))

    await user.click(shown.getByRole('button', { name: 'Chép mật khẩu' }))

    expect(await shown.findByRole('alert')).toHaveTextContent('Chưa chép được. Ghi mật khẩu ra giấy.')
  })

  it('are told in the dialog itself that the password was copied: behind it nothing is read', async () => {
    const { user } = adminWorld('/nguoi-dung', () => ({ resetPassword: async () => ok({ password: 'nui-rung-song-42' }) }))
    await user.click(await screen.findByRole('button', { name: 'Bùi Thị Lan' }))
    await user.click(screen.getByRole('button', { name: 'Đặt lại mật khẩu' }))
    await user.click(within(await dialog(/Đặt lại mật khẩu của/)).getByRole('button', { name: 'Đặt lại mật khẩu' }))
    const shown = within(await dialog(/Mật khẩu của Bùi Thị Lan/))
    navigator.clipboard.writeText = async () => {}

    await user.click(shown.getByRole('button', { name: 'Chép mật khẩu' }))

    expect(await shown.findByRole('status')).toHaveTextContent('Đã chép mật khẩu')
  })

  it('have a user name that is put right when it stands, and not while it is typed: a keyboard of Vietnamese doubles the letters it changes', async () => {
    const { user } = adminWorld('/nguoi-dung')
    await user.click(await screen.findByRole('button', { name: 'Thêm người dùng' }))
    const box = within(await dialog(/Thêm người dùng/)).getByRole('textbox', { name: 'Tên đăng nhập' })

    await user.type(box, 'Lan.Bui ')
    expect(box).toHaveValue('Lan.Bui ')
    await user.tab()

    expect(box).toHaveValue('lan.bui')
  })

  it('have a user name that is put right also where Enter sends it', async () => {
    const { user, calls } = makingUsers()
    await user.click(await screen.findByRole('button', { name: 'Thêm người dùng' }))
    const form = within(await dialog(/Thêm người dùng/))
    await user.type(form.getByRole('textbox', { name: 'Họ và tên' }), 'Bùi Thị Lan')
    await user.click(form.getAllByRole('checkbox')[0]!)
    const box = form.getByRole('textbox', { name: 'Tên đăng nhập' })
    await user.clear(box)

    await user.type(box, 'Lan.Thon')
    fireEvent.submit(box)

    await waitFor(() => expect(calls).toMatchObject([['createUser', { username: 'lan.thon' }]]))
  })

  it.each([
    ['{Backspace}', 'Chưa ghi tên đăng nhập'],
    ['lb', 'Tên này còn ngắn'],
    ['lan bùi', 'Bỏ dấu tiếng Việt, khoảng trắng, ký tự lạ, dấu chấm ở đầu'],
  ])('are told what is wrong with the user name %j', async (typed, words) => {
    const { user, calls } = adminWorld('/nguoi-dung')
    await user.click(await screen.findByRole('button', { name: 'Thêm người dùng' }))
    const form = within(await dialog(/Thêm người dùng/))

    await user.type(form.getByRole('textbox', { name: 'Tên đăng nhập' }), typed)
    await user.click(form.getByRole('button', { name: 'Tạo tài khoản' }))

    expect(form.getByText(words)).toBeInTheDocument()
    expect(calls).toEqual([])
  })

  it('are not sent while something is missing, and each gap has words at its field', async () => {
    const { user, calls } = adminWorld('/nguoi-dung')
    await user.click(await screen.findByRole('button', { name: 'Thêm người dùng' }))

    const form = within(await dialog(/Thêm người dùng/))
    await user.click(form.getByRole('button', { name: 'Tạo tài khoản' }))

    expect(form.getByText('Chưa ghi họ và tên')).toBeInTheDocument()
    expect(form.getByRole('group', { name: 'Thôn được giao' })).toHaveAccessibleDescription('Chọn ít nhất 1 thôn')
    expect(form.getByRole('textbox', { name: 'Họ và tên' })).toHaveFocus()

    await user.keyboard('Chamaléa Thị Hơn')
    await user.click(form.getByRole('button', { name: 'Tạo tài khoản' }))
    expect(form.getAllByRole('checkbox')[0]).toHaveFocus()
    expect(calls).toEqual([])
  })

  it('of two communes become members of the hamlets chosen: a commune without one is left', async () => {
    const officer = { ...lan, areas: [...lan.areas, { commune: '22813', hamlets: null }] }
    const { user, calls } = adminWorld('/nguoi-dung', (sent) => ({
      users: async () => ok([officer]),
      updateUser: async (id, change) => {
        sent.push(['updateUser', id, change])
        return ok(officer)
      },
    }))
    const form = await editing(user)

    await user.selectOptions(form.getByRole('combobox', { name: 'Vai trò' }), 'Tổ viên thôn')
    await user.click(form.getByRole('checkbox', { name: 'Thôn Gò Sạn' }))
    await user.click(form.getByRole('button', { name: 'Lưu' }))

    await waitFor(() => expect(calls).toEqual([['updateUser', lan.id, { role: 'member', areas: [{ commune: COMMUNE, hamlets: [HAMLET_2] }], seen: { role: 'officer', areas: officer.areas } }]]))
  })

  it('are sent with nothing but what was changed: the name says nothing of role and area', async () => {
    const { user, calls } = renaming()
    const form = await editing(user)
    const save = form.getByRole('button', { name: 'Lưu' })
    expect(save).toHaveAttribute('aria-disabled', 'true')

    await user.type(form.getByRole('textbox', { name: 'Họ và tên' }), ' Hương')
    await user.click(save)

    await waitFor(() => expect(calls).toEqual([['updateUser', lan.id, { name: 'Bùi Thị Lan Hương' }]]))
  })

  it('that somebody else changed meanwhile are not written over, and are read again when the dialog closes', async () => {
    let users = [lan]
    const { user } = adminWorld('/nguoi-dung', () => ({
      users: async () => ok(users),
      updateUser: async () => fail({ error: 'changedSince' }),
    }))
    const form = await editing(user)
    users = [{ ...lan, role: 'supervisor' }]

    await user.selectOptions(form.getByRole('combobox', { name: 'Vai trò' }), 'Tổ viên thôn')
    await user.click(form.getByRole('checkbox', { name: 'Thôn Gò Sạn' }))
    await user.click(form.getByRole('button', { name: 'Lưu' }))
    expect(await form.findByRole('alert')).toHaveTextContent('Người khác vừa sửa chỗ này. Đóng lại, xem bản mới rồi sửa.')
    await user.click(form.getByRole('button', { name: 'Hủy' }))

    expect(within((await screen.findByRole('button', { name: 'Bùi Thị Lan' })).closest('tr')!).getByText('Người kiểm tra')).toBeVisible()
  })

  it('keep their commune where a hamlet was chosen and left again before the role', async () => {
    const { user, calls } = adminWorld('/nguoi-dung', (sent) => ({
      createUser: async (input) => {
        sent.push(['createUser', input])
        return ok({ user: { ...lan, ...input }, password: 'nui-rung-song-42' })
      },
    }))
    await user.click(await screen.findByRole('button', { name: 'Thêm người dùng' }))
    const form = within(await dialog(/Thêm người dùng/))
    await user.type(form.getByRole('textbox', { name: 'Họ và tên' }), 'Chamaléa Thị Hơn')

    await user.click(form.getByRole('checkbox', { name: 'Thôn Gò Sạn' }))
    await user.click(form.getByRole('checkbox', { name: 'Thôn Gò Sạn' }))
    await user.selectOptions(form.getByRole('combobox', { name: 'Vai trò' }), 'Người thu thập')
    await user.click(form.getByRole('button', { name: 'Tạo tài khoản' }))

    await waitFor(() => expect(calls).toMatchObject([['createUser', { role: 'officer', areas: [{ commune: COMMUNE, hamlets: null }] }]]))
  })

  it('say at the field that a user name is taken', async () => {
    const { user } = adminWorld('/nguoi-dung', () => ({ createUser: async () => fail({ error: 'taken' }) }))
    await user.click(await screen.findByRole('button', { name: 'Thêm người dùng' }))

    const form = within(await dialog(/Thêm người dùng/))
    await user.type(form.getByRole('textbox', { name: 'Họ và tên' }), 'Bùi Thị Lan')
    await user.selectOptions(form.getByRole('combobox', { name: 'Vai trò' }), 'Người thu thập')
    await user.click(form.getByRole('button', { name: 'Tạo tài khoản' }))

    expect(await form.findByText('Tên đăng nhập này đã có người dùng. Chọn tên khác')).toBeInTheDocument()
  })

  it('are disabled only after saying what stays safe', async () => {
    const { user, calls } = adminWorld('/nguoi-dung', (sent) => ({
      updateUser: async (id, change) => {
        sent.push(['updateUser', id, change])
        return ok({ ...lan, disabled: true })
      },
    }))
    await user.click(await screen.findByRole('button', { name: 'Bùi Thị Lan' }))
    await user.click(screen.getByRole('button', { name: 'Ngừng tài khoản' }))

    const asked = within(await dialog(/Ngừng tài khoản Bùi Thị Lan/))
    expect(asked.getByText(/tự nộp phiếu đang chờ và đang làm dở.*nộp hết thì sổ tự xóa khỏi máy/)).toBeInTheDocument()
    await user.click(asked.getByRole('button', { name: 'Ngừng tài khoản' }))

    await waitFor(() => expect(calls).toEqual([['updateUser', lan.id, { disabled: true }]]))
  })

  it('say that there is no network instead of an empty list, and load again on demand', async () => {
    let isAway = true
    const { user } = adminWorld('/nguoi-dung', () => ({ users: async () => (isAway ? fail({ error: 'offline' }) : ok([lan])) }))
    expect(await screen.findByText(/Chưa tới được máy chủ/)).toBeVisible()

    isAway = false
    await user.click(screen.getByRole('button', { name: 'Tải lại' }))

    expect(await screen.findByRole('button', { name: 'Bùi Thị Lan' })).toBeVisible()
  })

  it('are seen to be asked for again', async () => {
    let asked = 0
    const { user } = adminWorld('/nguoi-dung', () => ({
      users: () => {
        asked += 1
        return asked === 1 ? Promise.resolve(fail({ error: 'offline' })) : new Promise<never>(() => {})
      },
    }))

    await user.click(await screen.findByRole('button', { name: 'Tải lại' }))

    expect(screen.queryByText(/Chưa tới được máy chủ/)).not.toBeInTheDocument()
  })
})

describe('devices', { timeout: 30_000 }, () => {
  it('are revoked after saying that nothing submitted is lost', async () => {
    const { user, calls } = adminWorld('/may', (sent) => ({
      revokeDevice: async (commune, id) => {
        sent.push(['revokeDevice', commune, id])
        return ok(null)
      },
    }))
    await user.click(await screen.findByRole('button', { name: 'Thu hồi máy abcd (Samsung A05)' }))

    const asked = within(await dialog(/Thu hồi máy abcd \(Samsung A05\) của Bùi Thị Lan/))
    expect(asked.getByText('Gửi gần nhất: 08:00.')).toBeInTheDocument()
    expect(asked.getByText(/tự nộp phiếu chờ gửi, phiếu và ghi chú đang làm dở, có Wi-Fi thì nộp ảnh, rồi tự xóa sổ/)).toBeInTheDocument()
    await user.click(asked.getByRole('button', { name: 'Thu hồi máy' }))

    await waitFor(() => expect(calls).toEqual([['revokeDevice', COMMUNE, phone.id]]))
  })
})

describe('hamlets', { timeout: 30_000 }, () => {
  it('show targets and who works in them', async () => {
    adminWorld('/thon-ban')

    const row = (await screen.findByRole('rowheader', { name: 'Thôn Suối Le' })).closest('tr')
    expect(row).toHaveTextContent('212')
    expect(row).toHaveTextContent('Pi Năng Thuận')
  })

  it('are made with a code, a name and targets', async () => {
    const { user, calls } = adminWorld('/thon-ban', (sent) => ({
      createHamlet: async (commune, input) => {
        sent.push(['createHamlet', commune, input])
        return ok({ id: HAMLET, ...input })
      },
    }))
    await user.click(await screen.findByRole('button', { name: 'Thêm thôn' }))

    const form = within(await dialog(/Thêm thôn/))
    await user.type(form.getByRole('textbox', { name: 'Mã thôn' }), '03')
    await user.type(form.getByRole('textbox', { name: 'Tên thôn' }), 'Ma Lâm')
    await user.clear(form.getByRole('textbox', { name: 'Chỉ tiêu phiếu lao động' }))
    await user.type(form.getByRole('textbox', { name: 'Chỉ tiêu phiếu lao động' }), '1.391')
    await user.click(form.getByRole('button', { name: 'Lưu' }))

    await waitFor(() => expect(calls).toEqual([['createHamlet', COMMUNE, { code: '03', name: 'Ma Lâm', labourTarget: 1391, asxhTarget: 0 }]]))
  })

  it('of one commune are not shown under the name of another', async () => {
    const { user } = adminWorld('/thon-ban', () => ({
      hamlets: (commune) => (commune === COMMUNE ? Promise.resolve(ok(communeContext.hamlets)) : new Promise<never>(() => {})),
    }), [{ code: COMMUNE, name: 'Xã Ninh Sơn' }, { code: '22813', name: 'Xã Mỹ Sơn' }])
    await screen.findByRole('rowheader', { name: 'Thôn Suối Le' })

    await user.selectOptions(screen.getByRole('combobox', { name: 'Xã' }), 'Xã Mỹ Sơn')

    expect(screen.queryByRole('rowheader', { name: 'Thôn Suối Le' })).not.toBeInTheDocument()
  })

  it('are not made without a code, and the box in want of one is gone to', async () => {
    const { user, calls } = adminWorld('/thon-ban')
    await user.click(await screen.findByRole('button', { name: 'Thêm thôn' }))

    const form = within(await dialog(/Thêm thôn/))
    await user.type(form.getByRole('textbox', { name: 'Tên thôn' }), 'Ma Lâm')
    await user.click(form.getByRole('button', { name: 'Lưu' }))

    const code = form.getByRole('textbox', { name: 'Mã thôn' })
    await waitFor(() => expect(code).toHaveFocus())
    expect(code).toBeInvalid()
    await user.type(code, '03')
    await waitFor(() => expect(code).toBeValid())
    expect(calls).toEqual([])
  })

  it('are given to a member beside those the member has', async () => {
    const { user, calls } = adminWorld('/thon-ban', (sent) => ({
      updateUser: async (id, change) => {
        sent.push(['updateUser', id, change])
        return ok(thuan)
      },
    }))
    await user.click(await screen.findByRole('button', { name: 'Giao người cho Thôn Gò Sạn' }))

    const form = within(await dialog(/Người được giao thôn Thôn Gò Sạn/))
    await user.click(form.getByRole('checkbox', { name: 'Pi Năng Thuận' }))
    await user.click(form.getByRole('button', { name: 'Lưu' }))

    await waitFor(() => expect(calls).toEqual([['updateUser', thuan.id, { areas: [{ commune: COMMUNE, hamlets: [HAMLET, HAMLET_2] }], seen: { role: 'member', areas: thuan.areas } }]]))
  })

  it('given meanwhile by somebody else are read again when the dialog closes', async () => {
    let members = [thuan]
    const { user } = adminWorld('/thon-ban', () => ({ users: async () => ok(members), updateUser: async () => fail({ error: 'changedSince' }) }))
    await user.click(await screen.findByRole('button', { name: 'Giao người cho Thôn Gò Sạn' }))
    const form = within(await dialog(/Người được giao thôn Thôn Gò Sạn/))
    members = [thuan, { ...thuan, id: lan.id, name: 'Chamaléa Thị Hơn' }]

    await user.click(form.getByRole('checkbox', { name: 'Pi Năng Thuận' }))
    await user.click(form.getByRole('button', { name: 'Lưu' }))
    expect(await form.findByRole('alert')).toHaveTextContent('Người khác vừa sửa chỗ này')
    await user.click(form.getByRole('button', { name: 'Hủy' }))

    expect(await screen.findByText(/Chamaléa Thị Hơn/)).toBeVisible()
  })

  it('do not take the last hamlet from a member', async () => {
    const { user } = adminWorld('/thon-ban')
    await user.click(await screen.findByRole('button', { name: 'Giao người cho Thôn Suối Le' }))

    expect(within(await dialog(/Người được giao/)).getByRole('checkbox', { name: /Pi Năng Thuận/ })).toBeDisabled()
  })
})
