import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ok } from '../../../../src/domain/result'
import { labourAnswers } from '../../../support/villageForms'
import { collecting, FORM, labourDraft } from '../formWorld'

const INACTIVE = 'Không tham gia hoạt động kinh tế'
const status = (words: string) => screen.getByRole('radio', { name: words })

/** A status was changed for another, and the answers it dropped were agreed to. */
async function changed() {
  const shown = await collecting(`/phieu/${FORM}`, { drafts: [labourDraft(labourAnswers(), { place: 'activity' })] })
  await shown.user.click(status('Người thất nghiệp'))
  await shown.user.click(screen.getByRole('button', { name: 'Đổi' }))
  return { ...shown, undo: () => shown.user.click(screen.getByRole('button', { name: 'Hoàn tác' })) }
}

describe('the offer to undo a change', () => {
  it('names the answers given since that it would drop, and drops none without a word', async () => {
    const { user, world, undo } = await changed()
    await user.click(screen.getByRole('button', { name: /^Tiếp/ }))
    const since = screen.getAllByRole('radio')[0]!
    await user.click(since)

    await undo()

    const dialog = screen.getByRole('dialog', { name: 'Đổi câu “Tình trạng việc làm”?' })
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(1)
    await user.click(within(dialog).getByRole('button', { name: 'Giữ như cũ' }))
    expect((await world.ledger.findDraft(FORM))?.answers).toMatchObject({ activityStatus: '2' })
    expect(since).toBeChecked()
  })

  it('leaves alone what was answered once more since', async () => {
    const { user, undo } = await changed()
    await user.click(status('Người có việc làm'))

    await undo()

    expect(status('Người có việc làm')).toBeChecked()
  })

  it('takes the change back at once where nothing was answered since', async () => {
    const { undo } = await changed()

    await undo()

    expect(status(INACTIVE)).toBeChecked()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('goes with its form: opened again, what is typed there is written over by nobody', async () => {
    const { user, go, world } = await changed()
    await user.click(screen.getByRole('link', { name: 'Đóng' }))
    expect(screen.queryByRole('button', { name: 'Hoàn tác' })).not.toBeInTheDocument()
    await act(async () => go(`/phieu/${FORM}`))
    await user.click(status('Người có việc làm'))

    await waitFor(async () => expect((await world.ledger.findDraft(FORM))?.answers.activityStatus).toBe('1'))
  })

  it('of a photo goes with the form, and when another is taken', async () => {
    const drafts = [{ ...labourDraft({}), form: 'asxh@2' as const, head: { ...labourDraft().head, kind: 'asxh' as const }, place: 'benefits' }]
    let taken = 0
    const { user } = await collecting(`/phieu/${FORM}`, { drafts }, { shrinkPhoto: async () => ok(new Uint8Array([0xff, 0xd8, 0xff, taken += 1])) })
    const take = () => user.upload(screen.getByLabelText(/^Chụp/), new File(['a picture'], 'anh.jpg', { type: 'image/jpeg' }))
    const remove = async () => user.click(await screen.findByRole('button', { name: 'Bỏ ảnh' }))
    await take()
    await remove()
    expect(await screen.findByRole('button', { name: 'Hoàn tác' })).toBeVisible()

    await take()
    expect(screen.queryByRole('button', { name: 'Hoàn tác' })).not.toBeInTheDocument()

    await remove()
    await user.click(screen.getByRole('button', { name: /^Tiếp/ }))
    expect(screen.getByRole('button', { name: 'Hoàn tác' })).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'Đóng' }))
    expect(screen.queryByRole('button', { name: 'Hoàn tác' })).not.toBeInTheDocument()
  })
})
