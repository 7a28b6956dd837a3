import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { labourAnswers } from '../../support/villageForms'
import { collecting, FORM, household, labourDraft, OTHER, otherPerson, person } from './formWorld'

/** The last part of a labour form, in which somebody else answers. */
const answeredForThem = (records = [household, person, otherPerson]) =>
  collecting(`/phieu/${FORM}`, { records, drafts: [labourDraft(labourAnswers({ informantIsSelf: false }), { place: 'informant' })] })

/** A beneficiary record at the part about the account. */
const payment = (accountStatus: string) => {
  const { head, ...draft } = labourDraft({ accountStatus }, { place: 'account', form: 'asxh@2' })
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
