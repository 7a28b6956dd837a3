import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Bar } from '../../../src/ui/parts/frame/Bar'
import { SyncChip } from '../../../src/ui/parts/frame/SyncChip'
import { uiWorld } from '../../support/uiWorld'

describe('the sync chip', () => {
  it('says how many forms wait without a network, and is never red for it', () => {
    const world = uiWorld({ sync: { waiting: 4, trouble: { kind: 'offline' } } })

    world.show(<SyncChip />)

    const chip = screen.getByRole('link', { name: '4 chờ gửi, không có mạng. Mở trang Đồng bộ' })
    expect(chip).toHaveClass('off')
    expect(chip).toHaveTextContent('4 chờ gửi')
  })

  it('counts the forms while they are being sent, and says so when all are there', () => {
    const world = uiWorld({ sync: { phase: 'pushing', sent: 2, toSend: 4, waiting: 2 } })
    world.show(<SyncChip />)
    expect(screen.getByRole('link')).toHaveTextContent('Đang gửi 2/4')

    act(() => world.sync.set({ phase: 'idle', waiting: 0 }))

    expect(screen.getByRole('link')).toHaveTextContent('Đã gửi hết')
  })

  it('shows its mark alone on inner screens when nothing waits: no word there can be taken for the state of what is read', () => {
    const world = uiWorld()

    world.show(<Bar title="Hộ Ka Nhơi" back="/thon" />)

    expect(screen.getByRole('link', { name: 'Đã gửi hết. Mở trang Đồng bộ' })).toHaveTextContent(/^$/)
  })

  it('stands in the head of a form only while something waits or is under way', () => {
    const world = uiWorld()
    world.show(<Bar title="Phiếu lao động" back="/thon" close />)
    expect(screen.queryByRole('link', { name: /Đồng bộ/ })).not.toBeInTheDocument()

    act(() => world.sync.set({ waiting: 1 }))

    expect(screen.getByRole('link', { name: /Mở trang Đồng bộ/ })).toHaveTextContent('1 chờ')
  })

  it('does not claim that all is sent before one run has reached the server', () => {
    const world = uiWorld({ sync: { lastSuccessAt: null } })

    world.show(<SyncChip />)

    expect(screen.getByRole('link')).toHaveTextContent('Đồng bộ')
  })

  it('is red only when a person must do something', () => {
    const world = uiWorld({ sync: { trouble: { kind: 'signedOut' }, waiting: 3 } })

    world.show(<SyncChip />)

    expect(screen.getByRole('link')).toHaveClass('bad')
    expect(screen.getByRole('link')).toHaveTextContent('Cần xem')
  })

  it('leads to the page about sync', async () => {
    const world = uiWorld()
    const { user, path } = world.show(<SyncChip />)

    await user.click(screen.getByRole('link'))

    expect(path()).toBe('/dong-bo')
  })
})
