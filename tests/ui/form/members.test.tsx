import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { labourAnswers } from '../../support/villageForms'
import { collecting, FORM, household, labourDraft, OTHER, otherPerson, person } from './formWorld'

/** The last part of a labour form, in which somebody else answers. */
const answeredForThem = (records = [household, person, otherPerson]) =>
  collecting(`/phieu/${FORM}`, { records, drafts: [labourDraft(labourAnswers({ informantIsSelf: false }), { place: 'informant' })] })

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
})
