import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Losses } from '../../../src/storage/vaultTypes'
import { TroubleBox } from '../../../src/ui/sync/trouble/TroubleBox'
import { appWorld, Around, me } from '../../support/appWorld'
import { uiWorld } from '../../support/uiWorld'

const account = { userId: me('officer').id, username: 'officer', passphrase: 'x' }

/** A revoked phone on which each press leaves so many sealed forms, and what else is unsent. */
async function revoked({ sealed, begun = [], unsent = {} }: { readonly sealed: readonly number[]; readonly begun?: readonly number[]; readonly unsent?: Partial<Losses> }) {
  const [forms, drafts] = [[...sealed], [...begun]]
  const app = appWorld({ accounts: [account], platform: { handInSealed: async () => app.vaults.leaveSealed(forms.shift() ?? 0, drafts.shift()) } })
  app.vaults.holdUnsent(unsent)
  const world = uiWorld({ sync: { trouble: { kind: 'revoked' } } })
  return { app, world, ...world.show(<Around outside={app.outside}><TroubleBox /></Around>) }
}

describe('a revoked device', () => {
  it('[S40] hands in its forms, and closes: closed, it erases itself', async () => {
    const { user, app, world } = await revoked({ sealed: [0] })

    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))

    expect(await screen.findByText('Đã nộp hết phiếu đang chờ.')).toBeInTheDocument()
    expect([world.locked(), app.vaults.forgotten]).toEqual([1, []])
  })

  it('may be erased by hand with what is still unsent, once that was named', async () => {
    const { user, app, world } = await revoked({ sealed: [0], unsent: { drafts: 1 } })
    expect(screen.queryByRole('button', { name: 'Xóa sổ khỏi máy này' })).not.toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))
    await screen.findByText('1 phiếu đang điền dở (nháp), chưa bấm Gửi')
    expect(world.locked()).toBe(0)
    await user.click(screen.getByRole('button', { name: 'Xóa sổ khỏi máy này' }))

    expect(app.vaults.forgotten).toEqual([account.userId])
    expect(world.locked()).toBe(1)
  })

  it('[S44] hands in its photos over any line at a press, and is not closed before they are in', async () => {
    const left = [2, 0]
    const asked: unknown[] = []
    const app = appWorld({ accounts: [account], platform: { handInSealed: async (_whose, by) => { asked.push(by); app.vaults.leaveSealed(0, 0, left.shift()) } } })
    const world = uiWorld({ sync: { trouble: { kind: 'revoked' } } })
    const { user } = world.show(<Around outside={app.outside}><TroubleBox /></Around>)

    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))
    expect(await screen.findByText(/Còn 2 ảnh chưa gửi được/)).toBeInTheDocument()
    expect(world.locked()).toBe(0)
    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))

    expect(await screen.findByText('Đã nộp hết phiếu đang chờ.')).toBeInTheDocument()
    expect([asked, world.locked()]).toEqual([['asked', 'asked'], 1])
  })

  it('keeps what was handed in on the screen while the next run asks the server again', async () => {
    const { user, world } = await revoked({ sealed: [0], unsent: { drafts: 1 } })
    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))
    await screen.findByText('Đã nộp hết phiếu đang chờ.')

    act(() => world.sync.set({ phase: 'pushing' }))
    act(() => world.sync.set({ phase: 'idle' }))

    expect(screen.getByText('Đã nộp hết phiếu đang chờ.')).toBeInTheDocument()
  })

  it('is not erased while a form is left, and goes on handing in', async () => {
    const { user } = await revoked({ sealed: [2, 0] })

    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))
    expect(await screen.findByText(/Còn 2 phiếu chưa nộp được/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Xóa sổ khỏi máy này' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))

    expect(await screen.findByText('Đã nộp hết phiếu đang chờ.')).toBeInTheDocument()
  })

  it('[S42] says how many forms begun it could not hand in, and closes when they are in', async () => {
    const { user, world } = await revoked({ sealed: [0, 0], begun: [2, 0] })

    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))
    expect(await screen.findByText(/Còn 2 phiếu, ghi chú đang làm dở chưa nộp được/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Mở phiếu đang làm dở' })).toHaveAttribute('href', '/viec')
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))

    expect(await screen.findByText('Đã nộp hết phiếu đang chờ.')).toBeInTheDocument()
    expect(world.locked()).toBe(1)
  })

  it('says what erasing would lose, counted and named', async () => {
    const { user } = await revoked({ sealed: [0], unsent: { photos: 3, drafts: 1, troubled: 2 } })

    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))

    expect(await screen.findByText('Đã nộp hết phiếu đang chờ.')).toBeInTheDocument()
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['1 phiếu đang điền dở (nháp), chưa bấm Gửi', '3 ảnh giấy tờ chưa gửi', '2 phiếu còn ở mục Cần xem lại'])
    expect(screen.getByRole('link', { name: 'Mở phiếu đang làm dở' })).toHaveAttribute('href', '/viec')
    // No line helps photos that nobody can read.
    expect(screen.queryByRole('button', { name: 'Nộp phiếu đang chờ' })).not.toBeInTheDocument()
  })
})
