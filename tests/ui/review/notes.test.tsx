import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Desk } from '../../support/Desk'
import { COMMUNE, uiWorld } from '../../support/uiWorld'
import { desk, man } from './deskRecords'

function open() {
  const world = uiWorld({ role: 'supervisor', records: desk })
  return { ...world, ...world.show(<Desk />, `/kiem-tra/${man.id}`) }
}

/** As any page of the server does. */
const tellScreens = (world: ReturnType<typeof open>) =>
  act(async () => void (await world.ledger.replica.applyPage(COMMUNE, { reset: false, records: [], cursor: { epoch: 'e', scope: 's', seq: 2 }, scope: null })))

describe('notes on one form', { timeout: 30_000 }, () => {
  it('that come back while it is open, of a return the server refused, are shown and go with the next one', async () => {
    const world = open()
    await screen.findByText('Họ, chữ đệm và tên khai sinh')
    await world.ledger.saveNotes(man.id, { born: 'Xem lại thẻ.' })
    await tellScreens(world)

    expect(await screen.findByText('Xem lại thẻ.')).toBeVisible()
    await world.user.click(screen.getByRole('button', { name: 'Trả lại, 1 ghi chú' }))

    await waitFor(async () => expect(await world.ledger.pending()).toMatchObject([{ operation: { notes: [{ field: 'born', text: 'Xem lại thẻ.' }] } }]))
  })

  it('on a question that is not asked any more are read and can be taken away', async () => {
    const world = open()
    await world.ledger.saveNotes(man.id, { jobTitle: 'Hỏi lại.' })
    await tellScreens(world)

    const others = (await screen.findByRole('heading', { name: 'Mục khác' })).closest('section')!
    expect(within(others).getByText('Hỏi lại.')).toBeVisible()
    await world.user.click(within(others).getByRole('button', { name: /^Ghi chú vào/ }))
    await world.user.click(screen.getByRole('button', { name: 'Bỏ ghi chú' }))

    expect(screen.getByRole('button', { name: 'Trả lại: ghi chú ít nhất 1 mục trước' })).toBeVisible()
    expect(await world.ledger.findNotes(man.id)).toEqual({})
  })

  it('on a question the form does not know are, too', async () => {
    const world = open()
    await world.ledger.saveNotes(man.id, { dropped: 'Hỏi lại.' })
    await tellScreens(world)

    expect(within((await screen.findByRole('heading', { name: 'Mục khác' })).closest('section')!).getByText('Hỏi lại.')).toBeVisible()
  })
})
