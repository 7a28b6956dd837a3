import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/domain/result'
import { keepTourSeen } from '../../../src/ui/tour/seenTour'
import { appWorld, me, PASSPHRASE, PASSWORD, type AppWorldInput } from '../../support/appWorld'
import { COMMUNE, NOW, USERS } from '../../support/uiWorld'
import { fill } from '../../support/browser/fill'

beforeEach(() => {
  localStorage.clear()
  // The tour comes before the download and has a test of its own.
  keepTourSeen(USERS.officer)
  location.hash = ''
})

async function signedIn(input: AppWorldInput = {}) {
  const world = appWorld(input)
  const { user } = world.start()
  await fill(user, await screen.findByLabelText('Tên đăng nhập'), 'Officer ')
  await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), PASSWORD, '{Enter}')
  return { world, user }
}

async function enrolled(input: AppWorldInput = {}) {
  const { world, user } = await signedIn(input)
  await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE)
  await fill(user, screen.getByLabelText('Nhập lại mật khẩu mở sổ'), PASSPHRASE, '{Enter}')
  return { world, user }
}

describe('the first visit', () => {
  it('asks to sign in, and says that this once needs a network', async () => {
    appWorld().start()

    const heading = await screen.findByRole('heading', { name: 'Đăng nhập' })
    // The focus comes after the drawing.
    await waitFor(() => expect(heading).toHaveFocus())
    expect(screen.getByText(/Cần có mạng cho lần đăng nhập đầu tiên/)).toBeInTheDocument()
    expect(screen.queryByText(/đã xóa dữ liệu/)).not.toBeInTheDocument()
  })

  it('leads to the first empty box when something is missing', async () => {
    const { user } = appWorld().start()
    const username = await screen.findByLabelText('Tên đăng nhập')

    await user.click(screen.getByRole('button', { name: 'Đăng nhập' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Điền tên đăng nhập và mật khẩu.')
    expect(username).toHaveFocus()

    await user.keyboard('canbo{Enter}')
    expect(screen.getByLabelText('Mật khẩu tài khoản')).toHaveFocus()
  })

  it('is read in English at a press, before anybody has signed in', async () => {
    const { user } = appWorld().start()

    await user.click(await screen.findByRole('button', { name: 'English' }))

    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Tiếng Việt' })).toBeInTheDocument()
  })

  it('[S22] says so when the browser has erased a book that was here', async () => {
    appWorld({ remote: { me: async () => ok({ ...me('officer'), enrolled: true }) } }).start()

    expect(await screen.findByText(/trình duyệt đã xóa dữ liệu trong máy/)).toBeInTheDocument()
  })

  it('says in words when the password is wrong or the server is out of reach', async () => {
    let isAway = false
    const world = appWorld({ remote: { signIn: async () => fail(isAway ? { error: 'offline' } : { error: 'lockedOut', retryAfter: 600 }) } })
    const { user } = world.start()
    await fill(user, await screen.findByLabelText('Tên đăng nhập'), 'officer')
    await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), 'sai', '{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('Thử lại sau 10 phút.')

    isAway = true
    await user.click(screen.getByRole('button', { name: 'Đăng nhập' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa tới được máy chủ')
  })

  it('shows how hard the passphrase is to guess while it is typed, and refuses an easy one', async () => {
    const { user } = await signedIn()
    const box = await screen.findByLabelText('Mật khẩu mở sổ')

    await fill(user, box, 'ngắn')
    expect(screen.getByRole('meter', { name: 'Độ khó đoán' })).toHaveAttribute('aria-valuetext', 'Còn dễ đoán: thêm từ nữa')
    await fill(user, screen.getByLabelText('Nhập lại mật khẩu mở sổ'), 'ngắn', '{Enter}')
    expect(box).toHaveAccessibleDescription(/Mật khẩu này còn dễ đoán/)

    await user.clear(box)
    await fill(user, box, PASSPHRASE)
    expect(screen.getByRole('meter')).toHaveAttribute('aria-valuetext', 'Đủ khó đoán')
    expect(box).not.toHaveAccessibleDescription(/còn dễ đoán/)
  })

  it('refuses two different entries and the account password itself', async () => {
    const { user } = await signedIn()
    const box = await screen.findByLabelText('Mật khẩu mở sổ')
    const again = screen.getByLabelText('Nhập lại mật khẩu mở sổ')

    await fill(user, box, PASSWORD)
    await fill(user, again, PASSWORD, '{Enter}')
    expect(box).toHaveAccessibleDescription(/Trùng mật khẩu tài khoản/)

    await user.clear(box)
    await fill(user, box, PASSPHRASE)
    await fill(user, again, '', '{Enter}')
    expect(again).toHaveAccessibleDescription(/chưa giống nhau/)
  })

  it('enrols the device for the commune once, also when the line was cut before', async () => {
    const devices: string[] = []
    let cuts = 1
    const { world, user } = await enrolled({
      remote: {
        signIn: async () => ok({ ...me('officer'), communes: [{ code: COMMUNE, name: 'Xã Ninh Sơn' }, { code: '22813', name: 'Xã Lâm Sơn' }] }),
        enrol: async ({ commune, device }) => {
          if (commune === '22813' && cuts-- > 0) return fail({ error: 'offline' })
          devices.push(`${commune} ${device}`)
          return ok({ epoch: USERS.admin, deviceSecret: 's', serverKey: { id: 'k1', publicKey: 'p' } })
        },
      },
    })
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa tới được máy chủ')

    await user.click(screen.getByRole('button', { name: 'Khóa sổ bằng mật khẩu này' }))

    expect(await screen.findByRole('heading', { name: /Tải sổ lần đầu/ })).toBeInTheDocument()
    expect(devices.map((device) => device.slice(0, 5))).toEqual([COMMUNE, '22813'])
    expect(world.vaults.enrolled).toHaveLength(1)
    expect(world.vaults.enrolled[0]!.communes.map((commune) => commune.code)).toEqual([COMMUNE, '22813'])
  })

  it('downloads before it shows lists, counts, and may be left alone', async () => {
    const { world } = await enrolled()
    await screen.findByRole('heading', { name: /Tải sổ lần đầu/ })
    expect(world.sync.runs).toEqual(['open'])

    act(() => world.sync.set({ phase: 'pulling', received: 400, remaining: 600 }))

    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '400')
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '1000')
    expect(screen.getByText(/Cứ để máy tự tải/)).toBeInTheDocument()
  })

  it('keeps what came when the line is cut, and goes on at a press', async () => {
    const { world, user } = await enrolled()
    await screen.findByRole('heading', { name: /Tải sổ lần đầu/ })
    act(() => world.sync.set({ phase: 'idle', received: 400, remaining: 600, trouble: { kind: 'offline' } }))
    expect(screen.getByText('Đang chờ mạng. Đã tải tới đâu giữ tới đó.')).toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Tải tiếp' }))

    expect(world.sync.runs).toEqual(['open', 'demand'])
  })

  it('opens the book when the download has reached the end', async () => {
    const { world } = await enrolled()
    await screen.findByRole('heading', { name: /Tải sổ lần đầu/ })

    act(() => world.sync.set({ phase: 'idle', lastSuccessAt: NOW, remaining: 0 }))

    expect(screen.queryByRole('heading', { name: /Tải sổ lần đầu/ })).not.toBeInTheDocument()
    expect(location.hash).toBe('#/thon')
  })
})
