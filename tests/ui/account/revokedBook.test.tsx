import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Losses } from '../../../src/storage/vaultTypes'
import { App } from '../../../src/ui/App'
import type { Outside } from '../../../src/ui/outside'
import { appWorld, PASSPHRASE, PASSWORD, type AppWorldInput } from '../../support/appWorld'
import { fill } from '../../support/browser/fill'
import { NOW, USERS } from '../../support/uiWorld'

const officer = { userId: USERS.officer, username: 'officer', passphrase: PASSPHRASE }
const member = { userId: USERS.member, username: 'member', passphrase: 'một câu khác hẳn dài dài' }

beforeEach(() => {
  localStorage.clear()
  location.hash = '/cua-toi'
  localStorage.setItem(`sothon-synced:${USERS.officer}`, String(NOW))
})

/** A phone whose every contact with the server does the next of `contacts`. */
function phone(contacts: readonly ((vaults: ReturnType<typeof appWorld>['vaults']) => void)[], input: AppWorldInput = {}) {
  const left = [...contacts]
  let met = 0
  const world = appWorld({
    accounts: [officer], ...input,
    platform: { meetServer: async () => { met += 1; left.shift()?.(world.vaults) }, ...input.platform },
  })
  return { world, met: () => met, start: () => world.start().user }
}

describe('[S40] the closed book of a revoked device', () => {
  it('asks the server by itself, and says that it was erased', async () => {
    phone([(vaults) => vaults.erase(officer.userId)]).start()

    expect(await screen.findByRole('heading', { name: 'Đăng nhập' })).toBeInTheDocument()
    expect(await screen.findByText(/sổ của officer đã được xóa khỏi máy/)).toBeInTheDocument()
  })

  it('asks again when the line returns', async () => {
    const { start, met } = phone([() => {}, (vaults) => vaults.erase(officer.userId)])
    start()
    await screen.findByLabelText('Mật khẩu mở sổ')
    await waitFor(() => expect(met()).toBe(1))

    act(() => void window.dispatchEvent(new Event('online')))

    expect(await screen.findByText(/sổ của officer đã được xóa/)).toBeInTheDocument()
  })

  it('says so to the others who use the phone', async () => {
    phone([(vaults) => vaults.erase(officer.userId)], { accounts: [officer, member] }).start()

    expect(await screen.findByText(/sổ của officer đã được xóa/)).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: /member/ })).toBeChecked()
  })

  it.each<readonly [string, Partial<Losses>, readonly [number, number, number], readonly string[], RegExp]>([
    ['photos that wait for Wi-Fi', {}, [0, 0, 2], ['2 ảnh giấy tờ chờ gửi: tự gửi khi có Wi-Fi, hoặc bấm “Gửi ảnh bây giờ”'], /Sổ vẫn khóa/],
    ['forms that wait for a line', {}, [3, 0, 0], ['3 phiếu chờ gửi'], /Đưa máy tới chỗ có mạng/],
    ['forms begun that wait for a line', {}, [0, 2, 0], ['2 phiếu, ghi chú đang làm dở chưa nộp'], /Đưa máy tới chỗ có mạng/],
    ['what only who opens it can send', { drafts: 2, photos: 1, untaken: 1 }, [0, 0, 0], ['2 phiếu đang điền dở (nháp), chưa bấm Gửi', '1 ảnh giấy tờ chưa gửi', '1 phiếu đã nộp mà máy chủ chưa nhận'], /Mở sổ làm nốt/],
  ])('stays, and says what is left and what to do: %s', async (_what, losses, sealed, items, todo) => {
    phone([(vaults) => {
      vaults.revoke(officer.userId)
      vaults.holdUnsent(losses)
      vaults.leaveSealed(...sealed)
    }]).start()

    expect(await screen.findByText('Máy này đã bị thu hồi hoặc tài khoản đã ngừng')).toBeInTheDocument()
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(items)
    expect(screen.getByText(todo)).toBeInTheDocument()
    // Photos alone wait for Wi-Fi, not for any network.
    expect(screen.queryAllByText(/các phiếu đó tự nộp/)).toHaveLength(sealed[0] + sealed[1] > 0 ? 1 : 0)
    expect(screen.getByLabelText('Mật khẩu mở sổ')).toBeInTheDocument()
  })

  /** The lock screen of a revoked book with two photos, `left` of them still there when they were asked for. */
  async function withPhotos(left: number) {
    const asked: unknown[] = []
    const revoke: Parameters<typeof phone>[0][number] = (vaults) => {
      vaults.revoke(officer.userId)
      vaults.leaveSealed(0, 0, 2)
    }
    const { world, start } = phone([revoke, (vaults) => { if (left === 0) vaults.erase(officer.userId) }], {
      platform: { handInSealed: async (...whose) => { asked.push(whose); world.vaults.leaveSealed(0, 0, left) } },
    })
    const user = start()
    await user.click(await screen.findByRole('button', { name: 'Gửi ảnh bây giờ' }))
    expect(asked).toEqual([['all', 'asked']])
  }

  it('sends its photos over any line at a press, without being opened, and is erased then', async () => {
    await withPhotos(0)

    expect(await screen.findByText(/sổ của officer đã được xóa/)).toBeInTheDocument()
  })

  it('says so where photos are left after that', async () => {
    await withPhotos(1)

    expect(await screen.findByText('Chưa gửi hết ảnh. Tìm chỗ có mạng rồi bấm lại.')).toBeInTheDocument()
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([expect.stringMatching(/^1 ảnh giấy tờ chờ gửi/)])
  })

  it('leaves whoever has gone on to another screen where they are', async () => {
    let answer = (): void => {}
    const { start } = phone([], { platform: { meetServer: () => new Promise<void>((done) => { answer = done }) } })
    const user = start()
    await user.click(await screen.findByRole('button', { name: 'Người khác dùng máy này' }))

    await act(async () => answer())

    expect(screen.getByRole('heading', { name: 'Đăng nhập' })).toBeInTheDocument()
  })

  it('stays open for whoever opened it while the accounts of the phone were read', async () => {
    const { outside, vaults } = appWorld({ accounts: [officer] })
    let read = (): void => {}
    const reading = new Promise<void>((done) => { read = done })
    let asked = 0
    const list = async () => {
      asked += 1
      if (asked === 2) await reading
      return vaults.list()
    }
    // They are read to the end in the moment in which the book opens.
    const makeServices: Outside['makeServices'] = (...book) => {
      read()
      return outside.makeServices(...book)
    }
    render(<App {...outside} vaults={{ ...vaults, list }} makeServices={makeServices} />)
    const passphrase = await screen.findByLabelText('Mật khẩu mở sổ')
    await waitFor(() => expect(asked).toBe(2))

    await fill(userEvent.setup({ delay: null }), passphrase, PASSPHRASE, '{Enter}')

    expect(await screen.findByRole('heading', { name: /^Của tôi/ })).toBeInTheDocument()
    expect(screen.queryByLabelText('Mật khẩu mở sổ')).not.toBeInTheDocument()
  })

  it('begins anew with the first download when its owner signs in again', async () => {
    const { start } = phone([(vaults) => vaults.erase(officer.userId)])
    const user = start()
    await fill(user, await screen.findByLabelText('Tên đăng nhập'), 'officer')
    await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), PASSWORD, '{Enter}')
    await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE)
    await fill(user, screen.getByLabelText('Nhập lại mật khẩu mở sổ'), PASSPHRASE, '{Enter}')

    await waitFor(() => expect(localStorage.getItem(`sothon-synced:${USERS.officer}`)).toBeNull())
  })
})

describe('[S40] the open book of a revoked device', () => {
  async function opened(losses: Partial<Losses>, ...sealed: readonly number[]) {
    const handedIn: unknown[] = []
    const { world, start } = phone([], { platform: { handInSealed: async (_whose, by) => {
      handedIn.push(by)
      world.vaults.leaveSealed(sealed[0] ?? 0, sealed[1], sealed[2])
    } } })
    world.vaults.holdUnsent(losses)
    const user = start()
    await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE, '{Enter}')
    await screen.findByRole('heading', { name: /Của tôi/ })
    await act(async () => world.sync.set({ trouble: { kind: 'revoked' } }))
    await waitFor(() => expect(handedIn).toEqual([undefined]))
  }

  it('hands in by itself and closes when nothing is left', async () => {
    await opened({})

    expect(await screen.findByLabelText('Mật khẩu mở sổ')).toBeInTheDocument()
  })

  it.each<readonly [Partial<Losses>, number, number, number]>([[{ drafts: 1 }, 0, 0, 0], [{ photos: 1 }, 0, 0, 0], [{ notes: 1 }, 0, 0, 0], [{ troubled: 1 }, 0, 0, 0], [{ untaken: 1 }, 0, 0, 0], [{}, 1, 0, 0], [{}, 0, 1, 0], [{}, 0, 0, 1]])('stays open while something is unsent: %j, %i sealed, %i begun, %i photos', async (losses, ...sealed) => {
    await opened(losses, ...sealed)

    expect(screen.getByRole('heading', { name: /Của tôi/ })).toBeInTheDocument()
  })
})
