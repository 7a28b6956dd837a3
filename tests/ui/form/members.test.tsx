import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/domain/forms/answers'
import { labourAnswers } from '../../support/villageForms'
import { collecting, FORM, household, labourDraft, OTHER, otherPerson, person } from './formWorld'

/** The last part of a labour form, in which somebody else answers. */
const answeredForThem = (records = [household, person, otherPerson]) =>
  collecting(`/phieu/${FORM}`, { records, drafts: [labourDraft(labourAnswers({ informantIsSelf: false }), { place: 'informant' })] })

/** A beneficiary record at the part about the account. */
const payment = (accountStatus: string, answers: Answers = {}) => {
  const { head, ...draft } = labourDraft({ accountStatus, ...answers }, { place: 'account', form: 'asxh@2' })
  return { ...draft, head: { ...head, kind: 'asxh' as const } }
}

describe('a question about another person', () => {
  it('is answered by choosing somebody of the household', async () => {
    const { user, world } = await answeredForThem()

    await user.click(await screen.findByRole('button', { name: 'Chọn người trong hộ' }))
    const sheet = within(screen.getByRole('dialog', { name: 'Là ai trong hộ?' }))
    expect(sheet.queryByText('Lò Văn Sơn')).not.toBeInTheDocument()
    await user.click(sheet.getByRole('button', { name: /Lò Thị Mai/ }))

    expect(screen.getByLabelText(/Người cung cấp thông tin/)).toHaveValue('Lò Thị Mai')
    expect((await world.ledger.findDraft(FORM))?.answers).toMatchObject({ informantName: 'Lò Thị Mai' })
  })

  it('says so where nobody else is written down, nobody who is gone or too young', async () => {
    const child = { ...otherPerson, answers: { ...otherPerson.answers, born: '2020-01-05' } }
    const { user } = await answeredForThem([household, person, child, { ...otherPerson, id: `${OTHER.slice(0, -1)}9`, answers: { ...otherPerson.answers, residenceState: '5' } }])

    await user.click(await screen.findByRole('button', { name: 'Chọn người trong hộ' }))

    expect(screen.getByText('Hộ này chưa ghi người lớn nào khác')).toBeVisible()
  })

  it('about whose account it is may be answered with the person the form is about', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, { records: [household, person, otherPerson], drafts: [payment('PERSONAL')] })

    await user.click(await screen.findByRole('button', { name: 'Chọn người trong hộ' }))
    await user.click(within(screen.getByRole('dialog', { name: 'Là ai trong hộ?' })).getByRole('button', { name: /Lò Văn Sơn/ }))

    expect(screen.getByLabelText(/Tên chủ tài khoản/)).toHaveValue('Lò Văn Sơn')
  })

  it('is not told that a number is written to somebody else, who is the one asked about', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, { records: [household, person, otherPerson], drafts: [payment('AUTHORISED')] })

    await user.click(await screen.findByRole('button', { name: 'Chọn người trong hộ' }))
    await user.click(within(screen.getByRole('dialog', { name: 'Là ai trong hộ?' })).getByRole('button', { name: /Lò Thị Mai/ }))

    expect(screen.getByLabelText(/Số CCCD chủ tài khoản/)).not.toHaveValue('')
    expect(screen.queryByText(/Số này đã ghi cho người khác/)).not.toBeInTheDocument()
  })

  it('is another thing than the number of the person the form is about, which is said to be on somebody else too', async () => {
    const mine = labourDraft(labourAnswers({ personalId: String(otherPerson.answers.personalId) }), { place: 'person' })
    await collecting(`/phieu/${FORM}`, { records: [household, person, otherPerson], drafts: [mine] })

    expect(await screen.findByText(/Số này đã ghi cho người khác/)).toHaveTextContent('Lò Thị Mai')
  })

  it('chosen by mistake leaves nothing behind when another one is chosen', async () => {
    const unknown = { ...otherPerson, id: `${OTHER.slice(0, -1)}9`, answers: { ...otherPerson.answers, fullName: 'Lò Thị Già', personalId: undefined } }
    const { user, world } = await collecting(`/phieu/${FORM}`, { records: [household, person, otherPerson, unknown], drafts: [payment('AUTHORISED')] })
    const choose = async (name: RegExp): Promise<void> => {
      await user.click(await screen.findByRole('button', { name: 'Chọn người trong hộ' }))
      await user.click(within(screen.getByRole('dialog', { name: 'Là ai trong hộ?' })).getByRole('button', { name }))
    }
    await choose(/Lò Thị Mai/)
    expect(screen.getByLabelText(/Số CCCD chủ tài khoản/)).not.toHaveValue('')

    await choose(/Lò Thị Già/)

    expect(screen.getByLabelText(/Tên chủ tài khoản/)).toHaveValue('Lò Thị Già')
    expect(screen.getByLabelText(/Số CCCD chủ tài khoản/)).toHaveValue('')
    expect((await world.ledger.findDraft(FORM))?.answers).toEqual({ accountStatus: 'AUTHORISED', accountOwnerName: 'Lò Thị Già', authorisedFullName: 'Lò Thị Già' })
  })

  it('about whose account it is answers also who may draw the money', async () => {
    const { user, world } = await collecting(`/phieu/${FORM}`, { records: [household, person, otherPerson], drafts: [payment('AUTHORISED')] })

    await user.click(await screen.findByRole('button', { name: 'Chọn người trong hộ' }))
    await user.click(within(screen.getByRole('dialog', { name: 'Là ai trong hộ?' })).getByRole('button', { name: /Lò Thị Mai/ }))

    await waitFor(async () => expect((await world.ledger.findDraft(FORM))?.answers).toMatchObject({ accountOwnerName: 'Lò Thị Mai', authorisedFullName: 'Lò Thị Mai' }))
  })
})

describe('answers that follow from others', { timeout: 30_000 }, () => {
  const wife = { ...otherPerson, answers: { ...otherPerson.answers, relationToHead: '2' } }
  const filling = async (accountStatus: string, answers: Answers = {}) => {
    const shown = await collecting(`/phieu/${FORM}`, { records: [household, person, wife], drafts: [payment(accountStatus, answers)] })
    return { ...shown, draft: async () => (await shown.world.ledger.findDraft(FORM))! }
  }
  const kind = (name: string) => screen.getByRole('radio', { name })

  it('are offered: how somebody of the household is related, for the person asked to confirm', async () => {
    const { user, draft } = await filling('AUTHORISED')
    await user.click(await screen.findByRole('button', { name: 'Chọn người trong hộ' }))
    await user.click(within(screen.getByRole('dialog', { name: 'Là ai trong hộ?' })).getByRole('button', { name: /Lò Thị Mai/ }))
    expect((await draft()).told).toEqual({ authorisedRelation: 'offered' })

    await user.click(screen.getByRole('button', { name: 'Tiếp' }))

    expect(kind('Vợ/Chồng')).toBeChecked()
    expect(kind('Vợ/Chồng').closest('fieldset')).toHaveTextContent('Lấy từ sổ, chưa hỏi lại')
    await user.click(kind('Họ hàng khác'))
    expect(kind('Họ hàng khác').closest('fieldset')).not.toHaveTextContent('chưa hỏi lại')
    expect(await draft()).toMatchObject({ answers: { authorisedRelation: '7' }, told: {} })
  })

  it('are offered: how the money is paid, by the kind of account, as long as nobody confirmed or changed it', async () => {
    const { user, draft } = await filling('PERSONAL')

    await user.click(kind('Ví điện tử'))
    await user.click(kind('Tài khoản ngân hàng'))
    expect(await draft()).toMatchObject({ answers: { payMethod: 'BANK' }, told: { payMethod: 'offered' } })

    await user.click(screen.getByRole('button', { name: 'Tiếp' }))
    expect(kind('Qua tài khoản ngân hàng').closest('fieldset')).toHaveTextContent('Theo câu “Loại tài khoản”, chưa hỏi lại')
    await user.click(kind('Tiền mặt tại nhà'))
    await user.click(screen.getByRole('button', { name: 'Trước' }))
    await user.click(kind('Ví điện tử'))
    expect(await draft()).toMatchObject({ answers: { accountKind: 'EWALLET', payMethod: 'CASH_HOME' }, told: {} })
  })

  it('stay as the person asked confirmed them', async () => {
    const { user, draft } = await filling('PERSONAL')
    await user.click(kind('Tài khoản ngân hàng'))
    await user.click(screen.getByRole('button', { name: 'Tiếp' }))
    await user.click(screen.getByRole('button', { name: /^Đúng cả/ }))
    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: /Tài khoản nhận tiền/ }))

    await user.click(kind('Ví điện tử'))

    expect(await draft()).toMatchObject({ answers: { payMethod: 'BANK' }, told: { payMethod: 'confirmed' } })
  })

  it('are taken back with what they follow from', async () => {
    const { user, draft } = await filling('PERSONAL')
    await user.click(kind('Tài khoản ngân hàng'))

    await user.click(kind('Chưa có tài khoản'))
    await user.click(screen.getByRole('button', { name: 'Đổi' }))

    expect((await draft()).answers).not.toHaveProperty('payMethod')
    expect((await draft()).told).toEqual({})
  })

  it('come back with it when the last answer is undone', async () => {
    const { user, draft } = await filling('PERSONAL')
    await user.click(kind('Tài khoản ngân hàng'))
    await user.click(kind('Ví điện tử'))

    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: /^Hoàn tác câu vừa trả lời: Loại tài khoản/ }))

    expect(await draft()).toMatchObject({ answers: { accountKind: 'BANK', payMethod: 'BANK' }, told: { payMethod: 'offered' } })
  })
})
