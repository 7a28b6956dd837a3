import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { appWorld, PASSPHRASE, PASSWORD, readyPasskeys, type AppWorldInput } from '../../support/appWorld'
import { fail } from '../../../src/domain/result'
import type { Platform } from '../../../src/ui/platform'
import { NOW, USERS } from '../../support/uiWorld'
import { fill } from '../../support/browser/fill'

afterEach(() => {
  vi.useRealTimers()
})

beforeEach(() => {
  localStorage.clear()
  // Opens at the account page: this file is about the lock, not about lists.
  location.hash = '/cua-toi'
  localStorage.setItem(`sothon-synced:${USERS.officer}`, String(NOW))
})

const officer = { userId: USERS.officer, username: 'officer', passphrase: PASSPHRASE, sealedCount: 4 }
const member = { userId: USERS.member, username: 'member', passphrase: 'một câu khác hẳn dài dài' }

function closedBook(input: AppWorldInput = {}) {
  const world = appWorld({ accounts: [officer], ...input })
  return { world, user: world.start().user }
}

describe('the closed book', () => {
  it('shows who uses the device and how many forms wait, nothing of a person', async () => {
    closedBook({ accounts: [officer, member] })

    expect(await screen.findByRole('radio', { name: /officer.*4 phiếu chờ gửi/ })).toBeChecked()
    expect(screen.getByRole('radio', { name: /member.*Không còn phiếu nào chờ/ })).toBeInTheDocument()
    expect(document.body).not.toHaveTextContent('Bùi Thị Lan')
  })

  it('opens with the passphrase and nothing else', async () => {
    const { user, world } = closedBook()

    await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE, '{Enter}')

    expect(await screen.findByRole('heading', { name: /Của tôi/ })).toBeInTheDocument()
    expect(screen.getAllByText('Bùi Thị Lan')[0]).toBeInTheDocument()
    expect(world.sync.runs).toEqual(['open'])
  })

  it('leads to the box that was left empty', async () => {
    const { user } = closedBook()
    const box = await screen.findByLabelText('Mật khẩu mở sổ')

    await user.click(screen.getByRole('button', { name: 'Mở sổ' }))

    expect(screen.getByText('Nhập mật khẩu mở sổ.')).toBeInTheDocument()
    expect(box).toHaveFocus()
  })

  it('counts wrong tries, then makes one wait, then is shut until a sign-in', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW })
    const { user } = closedBook({ now: () => Date.now() })
    const wrongTry = async () => fill(user, screen.getByLabelText('Mật khẩu mở sổ'), 'sai rồi', '{Enter}')
    await screen.findByLabelText('Mật khẩu mở sổ')

    await wrongTry()
    expect(await screen.findByText('Mật khẩu chưa đúng. Còn 4 lần.')).toBeInTheDocument()

    await wrongTry()
    await wrongTry()
    const button = await screen.findByRole('button', { name: 'Thử lại sau 30 giây.' })
    expect(button).toHaveAttribute('aria-disabled', 'true')

    await act(() => vi.advanceTimersByTimeAsync(31_000))
    expect(screen.getByRole('button', { name: 'Mở sổ' })).toBeInTheDocument()
    await wrongTry()
    await act(() => vi.advanceTimersByTimeAsync(31_000))
    await wrongTry()
    expect(await screen.findByText(/Thử sai nhiều lần nên sổ tạm khóa/)).toBeInTheDocument()
    expect(screen.queryByLabelText('Mật khẩu mở sổ')).not.toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Đăng nhập để mở lại' }))
    expect(screen.getByLabelText('Tên đăng nhập')).toHaveValue('officer')
    await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), PASSWORD, '{Enter}')
    await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE, '{Enter}')
    expect(await screen.findByRole('heading', { name: /Của tôi/ })).toBeInTheDocument()
  })

  it('lets another person sign in on the same device without touching the first book', async () => {
    const { user, world } = closedBook({ accounts: [member] })
    await user.click(await screen.findByRole('button', { name: 'Người khác dùng máy này' }))

    await fill(user, screen.getByLabelText('Tên đăng nhập'), 'officer')
    await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), PASSWORD, '{Enter}')

    expect(await screen.findByRole('heading', { name: 'Đặt mật khẩu mở sổ' })).toBeInTheDocument()
    expect((await world.vaults.list()).map((account) => account.username)).toEqual(['member'])
  })
})

describe('a forgotten passphrase', () => {
  it('sends the sealed forms first, then starts a fresh book', async () => {
    const left = [2, 0]
    const { user, world } = closedBook({ platform: { handInSealed: async () => world.vaults.leaveSealed(left.shift() ?? 0) } })
    await user.click(await screen.findByRole('button', { name: 'Quên mật khẩu mở sổ' }))
    await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), PASSWORD, '{Enter}')
    expect(await screen.findByText(/4 phiếu chờ gửi nằm trong phong bì/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Bỏ sổ cũ, tải lại' })).not.toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Gửi 4 phiếu đang chờ' }))
    expect(await screen.findByText(/Còn 2 phiếu chưa gửi được/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Gửi 2 phiếu đang chờ' }))
    expect(await screen.findByText('Không còn phiếu nào chờ gửi.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Bỏ sổ cũ, tải lại' }))

    expect(await screen.findByRole('heading', { name: 'Đặt mật khẩu mở sổ' })).toBeInTheDocument()
    expect(world.vaults.forgotten).toEqual([USERS.officer])
  })
})

describe('[S42] the forms begun, when the passphrase is forgotten', () => {
  it('are said to come back, and are handed in once the old book is dropped', async () => {
    const done: string[] = []
    const { user, world } = closedBook({
      accounts: [{ ...officer, sealedCount: 0, sealedDrafts: 2, sealedPhotos: 3 }],
      platform: { handInSealed: async () => done.push(`handed in, ${world.vaults.forgotten.length} forgotten`), registerBackgroundSync: async () => void done.push('to be woken') },
    })
    await user.click(await screen.findByRole('button', { name: 'Quên mật khẩu mở sổ' }))
    await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), PASSWORD, '{Enter}')
    expect(await screen.findByText(/2 phiếu, ghi chú đang làm dở không mất/)).toBeInTheDocument()
    expect(screen.getByText(/^3 ảnh chưa gửi không mất/)).toBeInTheDocument()

    await user.click(await screen.findByRole('button', { name: 'Bỏ sổ cũ, tải lại' }))

    expect(await screen.findByRole('heading', { name: 'Đặt mật khẩu mở sổ' })).toBeInTheDocument()
    expect(done).toEqual(['handed in, 1 forgotten', 'to be woken'])
  })

  it('are not spoken of where there are none', async () => {
    const { user } = closedBook()
    await user.click(await screen.findByRole('button', { name: 'Quên mật khẩu mở sổ' }))
    await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), PASSWORD, '{Enter}')

    await screen.findByText(/4 phiếu chờ gửi nằm trong phong bì/)
    expect(screen.queryByText(/đang làm dở không mất/)).not.toBeInTheDocument()
  })
})

describe('what a forgotten passphrase takes along', () => {
  async function forgotten(losses: Parameters<ReturnType<typeof appWorld>['vaults']['holdUnsent']>[0]) {
    const { user, world } = closedBook({ accounts: [{ ...officer, sealedCount: 0 }] })
    world.vaults.holdUnsent(losses)
    await user.click(await screen.findByRole('button', { name: 'Quên mật khẩu mở sổ' }))
    await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), PASSWORD, '{Enter}')
    await screen.findByRole('button', { name: 'Bỏ sổ cũ, tải lại' })
  }

  it('is counted and named before anything is erased', async () => {
    await forgotten({ drafts: 2, photos: 3, troubled: 1, notes: 4 })

    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '2 phiếu đang điền dở (nháp), chưa bấm Gửi', '3 ảnh giấy tờ chưa gửi', '1 phiếu còn ở mục Cần xem lại', '4 hồ sơ có ghi chú đang viết dở',
    ])
  })

  it('is passed over where there is nothing of it', async () => {
    await forgotten({ photos: 1 })

    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['1 ảnh giấy tờ chưa gửi'])
  })

  it('is said to be nothing where all was sent', async () => {
    await forgotten({})

    expect(screen.queryByRole('listitem')).not.toBeInTheDocument()
  })
})

describe('[S43] forms begun that came back', () => {
  it('are told of wherever the book is', async () => {
    const { user, world } = closedBook()
    await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE, '{Enter}')
    await screen.findByRole('heading', { name: /Của tôi/ })

    act(() => world.sync.set({ rescued: 2 }))

    expect(await screen.findByText(/2 phiếu đang làm dở đã được lấy lại/)).toBeInTheDocument()
  })
})

describe('locking by itself', () => {
  it('locks after five minutes without input, and not while somebody types', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW })
    const { user } = closedBook({ now: () => Date.now() })
    await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE, '{Enter}')
    await screen.findByRole('heading', { name: /Của tôi/ })

    await act(() => vi.advanceTimersByTimeAsync(4 * 60_000))
    fireEvent.keyDown(document.body, { key: 'a' })
    await act(() => vi.advanceTimersByTimeAsync(4 * 60_000))
    expect(screen.getByRole('heading', { name: /Của tôi/ })).toBeInTheDocument()

    await act(() => vi.advanceTimersByTimeAsync(61_000))

    expect(await screen.findByLabelText('Mật khẩu mở sổ')).toBeInTheDocument()
  })
})

describe('the passkey with a PIN', () => {
  it('is added from the account page and then opens the book', async () => {
    const { user } = closedBook({ platform: { passkeys: readyPasskeys } })
    await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE, '{Enter}')

    await fill(user, await screen.findByLabelText('Mã PIN (4 đến 8 chữ số)'), '1234', '{Enter}')
    expect(screen.getByText(/quá dễ đoán/)).toBeInTheDocument()
    await user.clear(screen.getByLabelText('Mã PIN (4 đến 8 chữ số)'))
    await fill(user, screen.getByLabelText('Mã PIN (4 đến 8 chữ số)'), '2580', '{Enter}')
    expect(await screen.findByText('Đã bật mở bằng vân tay và mã PIN.')).toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Khóa sổ' }))
    await fill(user, await screen.findByLabelText('Mã PIN'), '2580', '{Enter}')

    expect(await screen.findByRole('heading', { name: /Của tôi/ })).toBeInTheDocument()
  })

  /** The account page of a book that opens with the PIN 2580. */
  async function withPin(platform: Partial<Platform> = {}) {
    const { user, world } = closedBook({ platform: { passkeys: readyPasskeys, ...platform } })
    await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE, '{Enter}')
    await fill(user, await screen.findByLabelText('Mã PIN (4 đến 8 chữ số)'), '2580', '{Enter}')
    await screen.findByText('Đã bật mở bằng vân tay và mã PIN.')
    return { user, world }
  }

  it('is given another PIN with the same key: the old one is said to be a wrong PIN, not a wrong password', async () => {
    const created: string[] = []
    const { user } = await withPin({ passkeys: { ...readyPasskeys, create: async (input) => { created.push(input.userId); return readyPasskeys.create(input) } } })

    await user.click(screen.getByRole('button', { name: 'Đổi mã PIN' }))
    await fill(user, screen.getByLabelText('Mã PIN (4 đến 8 chữ số)'), '7391', '{Enter}')
    expect(await screen.findByText('Đã đổi mã PIN.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Khóa sổ' }))

    await fill(user, await screen.findByLabelText('Mã PIN'), '2580', '{Enter}')
    expect(await screen.findByText(/^Mã PIN chưa đúng\. Còn \d+ lần\.$/)).toBeInTheDocument()
    await fill(user, screen.getByLabelText('Mã PIN'), '7391', '{Enter}')
    expect(await screen.findByRole('heading', { name: /Của tôi/ })).toBeInTheDocument()
    expect(created).toEqual([USERS.officer])
  })

  it('is turned off by who is told that only the passphrase opens the book then', async () => {
    const { user } = await withPin()
    await user.click(screen.getByRole('button', { name: 'Tắt cách mở này' }))
    const dialog = screen.getByRole('dialog', { name: 'Tắt cách mở này' })
    expect(dialog).toHaveTextContent('chỉ mở được bằng mật khẩu mở sổ')

    await user.click(within(dialog).getByRole('button', { name: 'Tắt cách mở này' }))

    expect(await screen.findByRole('button', { name: 'Bật cách mở này' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Khóa sổ' }))
    expect(await screen.findByLabelText('Mật khẩu mở sổ')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Mở bằng vân tay và mã PIN' })).not.toBeInTheDocument()
  })

  it('keeps its PIN where the device\'s key is not confirmed', async () => {
    const { user } = await withPin({ passkeys: { ...readyPasskeys, evaluate: async () => fail({ kind: 'cancelled' }) } })

    await user.click(screen.getByRole('button', { name: 'Đổi mã PIN' }))
    await fill(user, screen.getByLabelText('Mã PIN (4 đến 8 chữ số)'), '7391', '{Enter}')

    expect(await screen.findByText('Chưa xác nhận được. Thử lại khi sẵn sàng.')).toBeInTheDocument()
  })

  it('asks for the PIN again, and not for another word, where another tab has tried too often', async () => {
    const { user, world } = closedBook({ platform: { passkeys: readyPasskeys } })
    await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE, '{Enter}')
    await fill(user, await screen.findByLabelText('Mã PIN (4 đến 8 chữ số)'), '2580', '{Enter}')
    await user.click(screen.getByRole('button', { name: 'Khóa sổ' }))
    const box = await screen.findByLabelText('Mã PIN')
    for (let tries = 0; tries < 3; tries += 1) await world.vaults.unlock(USERS.officer, 'sai rồi')

    await fill(user, box, '2580', '{Enter}')

    expect(await screen.findByRole('button', { name: /^Thử lại sau/ })).toBeInTheDocument()
    expect(box).toHaveAccessibleDescription(/Nhập mã PIN/)
  })
})
