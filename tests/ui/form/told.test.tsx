import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DEVICE } from '../../support/memory/memoryLedger'
import { USERS } from '../../support/uiWorld'
import { labourAnswers } from '../../support/villageForms'
import { collecting, FORM, household, labourDraft, person, PERSON, returnedLabour } from './formWorld'

/** The labour form of somebody of the register, just begun. */
async function begun() {
  const shown = await collecting(`/nguoi/${PERSON}`)
  await shown.user.click(screen.getByRole('button', { name: 'Làm phiếu lao động' }))
  await screen.findByDisplayValue('Lò Văn Sơn')
  const id = shown.path().split('/').at(-1) ?? ''
  return { ...shown, toldOf: async () => (await shown.world.ledger.findDraft(id))?.told ?? {} }
}
const question = (label: RegExp): HTMLElement => screen.getByLabelText(label).closest<HTMLElement>('.f')!

describe('answers the register told', () => {
  it('are offered, never taken in silence: they say where they come from until the person asked has confirmed them', async () => {
    const { user, toldOf } = await begun()
    expect(question(/Họ, chữ đệm và tên/)).toHaveTextContent('Lấy từ sổ, chưa hỏi lại')

    await user.click(screen.getByRole('button', { name: 'Đúng cả' }))

    expect(await toldOf()).toMatchObject({ fullName: 'confirmed', born: 'confirmed', permanentAddressCode: 'offered' })
    await user.click(screen.getByRole('button', { name: 'Trước' }))
    expect(question(/Họ, chữ đệm và tên/)).toHaveTextContent('Lấy từ sổ, đã hỏi lại')
    expect(screen.getByRole('button', { name: 'Tiếp' })).toBeInTheDocument()
  })

  it('are not confirmed by the second of two quick presses, which meets the part just turned to', async () => {
    const { user, toldOf } = await begun()

    await user.dblClick(screen.getByRole('button', { name: 'Đúng cả' }))

    expect(await toldOf()).toMatchObject({ fullName: 'confirmed', permanentAddressCode: 'offered' })
    expect(screen.getByText(/^Mục 2\//)).toBeInTheDocument()
  })

  it('become the author\'s own when they are changed', async () => {
    const { user, toldOf } = await begun()

    await user.type(screen.getByLabelText(/Họ, chữ đệm và tên/), 'h')

    expect(question(/Họ, chữ đệm và tên/)).not.toHaveTextContent('Lấy từ sổ')
    expect(await toldOf()).not.toHaveProperty('fullName')
    expect(await toldOf()).toMatchObject({ born: 'offered' })
  })

  it('are offered again when a change is taken back, confirmed ones stay confirmed', async () => {
    const draft = labourDraft(labourAnswers(), { place: 'person', told: { fullName: 'confirmed', sex: 'offered' } })
    const { user, world } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })
    await user.click(screen.getByRole('radio', { name: 'Nữ' }))
    await user.type(screen.getByLabelText(/Họ, chữ đệm và tên/), 'h{Backspace}')
    expect((await world.ledger.findDraft(FORM))?.told).toEqual({ fullName: 'confirmed' })

    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: 'Hoàn tác câu vừa trả lời: Giới tính' }))

    expect((await world.ledger.findDraft(FORM))?.told).toEqual({ fullName: 'confirmed', sex: 'offered' })
    expect(screen.getByRole('button', { name: 'Đúng cả' })).toBeInTheDocument()
  })

  it('stay offered where a change that would drop others is not wanted', async () => {
    const draft = labourDraft(labourAnswers(), { place: 'activity', told: { activityStatus: 'offered' } })
    const { user, world } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })

    await user.click(screen.getByRole('radio', { name: 'Người thất nghiệp' }))
    await user.click(screen.getByRole('button', { name: 'Giữ như cũ' }))

    expect((await world.ledger.findDraft(FORM))?.told).toEqual({ activityStatus: 'offered' })
  })

  it('are counted in the table of contents', async () => {
    const { user } = await begun()

    await user.click(screen.getByRole('button', { name: 'Mục lục' }))

    expect(within(screen.getByRole('dialog', { name: 'Mục lục' })).getByRole('button', { name: /Nơi ở, liên lạc.*2 câu chưa hỏi lại/ })).toBeInTheDocument()
  })

  it('are asked about before the form is sent, in the first part where they are', async () => {
    const draft = labourDraft(labourAnswers(), { place: 'informant', told: { fullName: 'offered', sex: 'confirmed' } })
    const { user, world } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })

    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
    expect(screen.getByText(/Còn 1 mục máy điền sẵn mà chưa hỏi lại/)).toBeInTheDocument()
    expect(question(/Họ, chữ đệm và tên/)).toBeInTheDocument()
    expect(await world.ledger.pending()).toEqual([])

    await user.click(screen.getByRole('button', { name: 'Đúng cả' }))
    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: /Người cung cấp thông tin/ }))
    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
    await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(1))
  })

  it('in the last part are confirmed by the same press that sends', async () => {
    const draft = labourDraft(labourAnswers(), { place: 'informant', told: { informantIsSelf: 'offered' } })
    const { user, world } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })

    await user.click(screen.getByRole('button', { name: 'Đúng cả. Gửi phiếu' }))

    await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(1))
  })
})

describe('answers that were confirmed', () => {
  const draft = labourDraft(labourAnswers(), { place: 'informant', told: { fullName: 'confirmed', sex: 'confirmed', informantIsSelf: 'offered' } })
  const sent = async ({ world }: Awaited<ReturnType<typeof collecting>>) => {
    await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(1))
    return (await world.ledger.pending())[0]?.operation
  }

  it('are named in what is submitted', async () => {
    const shown = await collecting(`/phieu/${FORM}`, { drafts: [draft] })

    await shown.user.click(screen.getByRole('button', { name: 'Đúng cả. Gửi phiếu' }))

    expect(await sent(shown)).toMatchObject({ confirmed: { fullName: true, sex: true, informantIsSelf: true } })
  })

  it('are not when they were answered otherwise afterwards', async () => {
    const shown = await collecting(`/phieu/${FORM}`, { drafts: [{ ...draft, place: 'person' }] })
    const { user } = shown

    await user.type(screen.getByLabelText(/Họ, chữ đệm và tên/), 'h')
    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: /Người cung cấp thông tin/ }))
    await user.click(screen.getByRole('button', { name: 'Đúng cả. Gửi phiếu' }))

    expect(await sent(shown)).toMatchObject({ confirmed: { sex: true, informantIsSelf: true } })
    expect(await sent(shown)).not.toHaveProperty('confirmed.fullName')
  })

  it('are marked where the form is read, and in its correction until they are changed', async () => {
    const submission = { by: USERS.officer, device: DEVICE, run: FORM, at: '2026-11-20T01:00:00.000Z', confirmed: { fullName: true } } as const
    const { user } = await collecting(`/phieu/${FORM}`, { records: [household, person, returnedLabour({ status: 'submitted', submission })] })
    expect(screen.getByText('Lấy từ sổ, đã hỏi lại').closest('dd')).toHaveTextContent(String(labourAnswers().fullName))

    await user.click(screen.getByRole('button', { name: 'Sửa' }))
    expect(question(/Họ, chữ đệm và tên/)).toHaveTextContent('Lấy từ sổ, đã hỏi lại')
    await user.type(screen.getByLabelText(/Họ, chữ đệm và tên/), 'h')
    expect(screen.queryByText('Lấy từ sổ, đã hỏi lại')).not.toBeInTheDocument()
  })
})
