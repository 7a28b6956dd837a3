import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { PendingOperation } from '../../../src/storage/ledger'
import { RevokedBox } from '../../../src/ui/sync/RevokedBox'
import { appWorld, Around, me } from '../../support/appWorld'
import { COMMUNE, NOW, uiWorld } from '../../support/uiWorld'
import { labourDraft } from '../form/formWorld'

const account = { userId: me('officer').id, username: 'officer', passphrase: 'x' }
const RECORD = '0190a000-0000-7000-8000-00000000c009'

/** A revoked phone with so many sealed forms and photos; each press hands in what `taken` says. */
async function revoked({ sealed, photos = 0, drafts = 0, pending = [] }: { readonly sealed: readonly number[]; readonly photos?: number; readonly drafts?: number; readonly pending?: readonly PendingOperation[] }) {
  const left = [...sealed]
  const app = appWorld({ accounts: [account], platform: { handInSealed: async () => app.vaults.leaveSealed(left.shift() ?? 0) } })
  const world = uiWorld({ pending })
  for (let nth = 0; nth < photos; nth += 1) await world.ledger.photos.keep({ commune: COMMUNE, record: RECORD, bytes: Uint8Array.of(nth) })
  if (drafts > 0) await world.ledger.saveDraft(labourDraft())
  return { app, world, ...world.show(<Around outside={app.outside}><RevokedBox /></Around>) }
}

describe('a revoked device', () => {
  it('hands in its forms and photos, and may then be erased', async () => {
    const { user, app, world } = await revoked({ sealed: [0] })
    expect(screen.queryByRole('button', { name: 'Xóa sổ khỏi máy này' })).not.toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))
    expect(await screen.findByText('Đã nộp hết phiếu đang chờ.')).toBeInTheDocument()
    expect(world.sync.runs).toEqual(['handInPhotos'])
    await user.click(screen.getByRole('button', { name: 'Xóa sổ khỏi máy này' }))

    expect(app.vaults.forgotten).toEqual([account.userId])
    expect(world.locked()).toBe(1)
  })

  it('is not erased while a form is left, and goes on handing in', async () => {
    const { user } = await revoked({ sealed: [2, 0] })

    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))
    expect(await screen.findByText(/Còn 2 phiếu chưa nộp được/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Xóa sổ khỏi máy này' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))

    expect(await screen.findByText('Đã nộp hết phiếu đang chờ.')).toBeInTheDocument()
  })

  it('says what erasing would lose: photos that could not go, forms that were not sent', async () => {
    const { user } = await revoked({ sealed: [0], photos: 3, drafts: 1 })

    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))

    expect(await screen.findByText(/Còn 3 ảnh chưa gửi được/)).toBeInTheDocument()
    expect(screen.getByText(/Còn 1 phiếu đang làm dở: gửi rồi nộp trước, xóa sổ là mất/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Mở phiếu đang làm dở' })).toHaveAttribute('href', '/viec')
    expect(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' })).toBeInTheDocument()
  })

  it('counts a form begun on a record of which a change was refused', async () => {
    const draft = labourDraft()
    const at = new Date(NOW).toISOString()
    const refused: PendingOperation = {
      commune: COMMUNE, queuedAt: at, trouble: { kind: 'refused', reason: 'findings' },
      operation: { type: 'submit', counter: 1, record: draft.id, base: 0, at, form: draft.form, head: draft.head, patch: {} },
    }
    const { user } = await revoked({ sealed: [0], drafts: 1, pending: [refused] })

    await user.click(screen.getByRole('button', { name: 'Nộp phiếu đang chờ' }))

    expect(await screen.findByText(/Còn 1 phiếu đang làm dở/)).toBeInTheDocument()
  })
})
