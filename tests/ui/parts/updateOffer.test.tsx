import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { collecting, FORM, labourDraft } from '../form/formWorld'

/** A newer version waits; counts how often it was applied. */
function waiting(isTaken = true) {
  let state: 'waiting' | 'switched' = 'waiting'
  const listeners = new Set<() => void>()
  const switched = (): void => {
    state = 'switched'
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const update = { applied: 0 }
  const apply = async (): Promise<boolean> => {
    update.applied += 1
    return isTaken
  }
  return { update, switched, platform: { update: { state: () => state, subscribe, apply } } }
}

describe('a newer version', () => {
  it('is never offered over an open form', async () => {
    await collecting(`/phieu/${FORM}`, { drafts: [labourDraft()] }, waiting().platform)

    expect(screen.queryByText('Có bản mới của Sổ Thôn.')).not.toBeInTheDocument()
  })

  it('waits for a form that is open in another window, and says so', async () => {
    const { user } = await collecting('/thon', {}, waiting(false).platform)

    await user.click(screen.getByRole('button', { name: 'Cập nhật bây giờ' }))

    expect(await screen.findByText('Một phiếu đang mở ở cửa sổ khác của trình duyệt. Đóng phiếu đó rồi bấm lại.')).toBeInTheDocument()
  })

  it('is kept from taking over for as long as a form is open', async () => {
    const held = { count: 0 }
    const keepVersion = (): (() => void) => {
      held.count += 1
      return () => { held.count -= 1 }
    }
    const { unmount } = await collecting(`/phieu/${FORM}`, { drafts: [labourDraft()] }, { keepVersion })
    expect(held.count).toBe(1)

    unmount()

    expect(held.count).toBe(0)
  })

  it('is offered between two doors, and put off until the app is started again, or another window has switched to it', async () => {
    const { update, switched, platform } = waiting()
    const { user, unmount } = await collecting('/thon', {}, platform)

    await user.click(screen.getByRole('button', { name: 'Cập nhật bây giờ' }))
    expect(update.applied).toBe(1)
    await user.click(screen.getByRole('button', { name: 'Để sau' }))
    expect(screen.queryByText('Có bản mới của Sổ Thôn.')).not.toBeInTheDocument()
    unmount()
    const again = await collecting('/viec', {}, platform)

    expect(screen.queryByText('Có bản mới của Sổ Thôn.')).not.toBeInTheDocument()

    // The files of this page are gone: that is another thing to put off.
    act(switched)
    await again.user.click(screen.getByRole('button', { name: 'Để sau' }))

    expect(screen.queryByText('Có bản mới của Sổ Thôn.')).not.toBeInTheDocument()
  })
})
