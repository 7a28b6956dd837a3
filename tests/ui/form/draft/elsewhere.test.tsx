import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../../src/domain/forms/answers'
import { memoryLedger } from '../../../support/memory/memoryLedger'
import { communeContext, NOW } from '../../../support/uiWorld'
import { collecting, FORM, household, labourDraft, otherPerson, person } from '../formWorld'

/** A form open in two tabs: one on the screen, and one that types into the same draft. */
async function openTwice(answers?: Answers) {
  const disk = new Map([[FORM, labourDraft(answers)]])
  const tab = () => memoryLedger({ contexts: [communeContext], records: [household, person, otherPerson], disk, now: () => NOW })
  const [ledger, other] = [tab(), tab()]
  const shown = await collecting(`/phieu/${FORM}`, { ledger })
  const draft = (await other.findDraft(FORM))!
  return {
    ...shown, disk,
    typeThere: (change: Answers) => act(() => other.saveDraft({ ...draft, answers: { ...draft.answers, ...change } })),
    throwAwayThere: () => act(() => other.discardDraft(draft)),
  }
}

const lookAgain = () => act(async () => { document.dispatchEvent(new Event('visibilitychange')) })
const said = /vừa được ghi ở cửa sổ khác/

describe('a form that another window wrote', () => {
  it('shows what was typed there as soon as it is looked at again', async () => {
    const { typeThere } = await openTwice()
    await typeThere({ fullName: 'Lò Văn Sơn Na' })

    await lookAgain()

    expect(await screen.findByDisplayValue('Lò Văn Sơn Na')).toBeInTheDocument()
    expect(screen.getByText(said)).toBeInTheDocument()
  })

  it('stays as it is if nothing was typed there', async () => {
    await openTwice()
    const box = screen.getAllByRole('textbox')[0]!

    await lookAgain()

    expect(box).toBeInTheDocument()
    expect(screen.queryByText(said)).not.toBeInTheDocument()
  })

  it('keeps what was typed in both', async () => {
    const { user, typeThere, disk } = await openTwice()
    await typeThere({ fullName: 'Lò Văn Sơn Na' })

    await user.clear(screen.getByLabelText(/Ngày, tháng, năm sinh/))
    await user.type(screen.getByLabelText(/Ngày, tháng, năm sinh/), '03/05/1990')
    await user.tab()

    expect(disk.get(FORM)?.answers).toMatchObject({ fullName: 'Lò Văn Sơn Na', born: '1990-05-03' })
  })

  it('is not sent before what was typed there is shown', async () => {
    const { user, typeThere, world } = await openTwice()
    await typeThere({ fullName: 'Lò Văn Sơn Na' })
    for (let next; (next = screen.queryByRole('button', { name: /^(Đúng cả|Tiếp)$/ }));) await user.click(next)

    await user.click(screen.getByRole('button', { name: /Gửi phiếu$/ }))

    expect(await screen.findByText(said)).toBeInTheDocument()
    expect(await world.ledger.pending()).toEqual([])
  })

  it('is shown before it is thrown away', async () => {
    const { user, typeThere, disk, path } = await openTwice()
    await typeThere({ fullName: 'Lò Văn Sơn Na' })
    const throwAway = async (): Promise<void> => {
      await user.click(screen.getByRole('button', { name: 'Mục lục' }))
      await user.click(screen.getByRole('button', { name: 'Bỏ nháp này' }))
    }

    await throwAway()
    expect(await screen.findByDisplayValue('Lò Văn Sơn Na')).toBeInTheDocument()
    expect(disk.has(FORM)).toBe(true)

    await throwAway()
    await waitFor(() => expect(path()).not.toContain('/phieu/'))
    expect(disk.has(FORM)).toBe(false)
  })

  it('says that it is gone after it was thrown away there', async () => {
    const { throwAwayThere } = await openTwice()
    await throwAwayThere()

    await lookAgain()

    expect(await screen.findAllByText('Không có hồ sơ này trong máy.')).not.toEqual([])
  })
})
