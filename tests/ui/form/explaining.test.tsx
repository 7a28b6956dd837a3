import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { RegisterRecord } from '../../../src/domain/records/record'
import type { Draft } from '../../../src/storage/ledger'
import { COMMUNE, HAMLET, NOW } from '../../support/uiWorld'
import { collecting, household, HOUSEHOLD, OTHER, otherPerson, person, PERSON } from './formWorld'

const sameNumber = { id: 'ID-DUP', severity: 'warning', field: 'personalId', data: { commune: COMMUNE, record: OTHER } } as const
const sameCode = { id: 'CODE-DUP', severity: 'warning', field: 'householdCode', data: { commune: COMMUNE, record: OTHER } } as const
const KEYS = { number: `ID-DUP:${OTHER.slice(-12)}`, code: `CODE-DUP:${OTHER.slice(-12)}` }
const answers = { ...person.answers, personalId: '056090000123' }
const doubled = { ...person, form: 'person@3', answers, warnings: [sameNumber] } as const

/** Its correction, at the last part that asks. */
const correction = (change: Partial<Draft> = {}): Draft => ({
  id: PERSON, commune: COMMUNE, head: { kind: 'person', hamlet: HAMLET, household: HOUSEHOLD, person: null }, form: 'person@3', base: 1, seen: answers, answers, reasons: {},
  savedAt: new Date(NOW).toISOString(), place: 'residence', ...change,
})

async function correcting(draft: Draft = correction(), record: RegisterRecord = doubled) {
  const shown = await collecting(`/phieu/${PERSON}`, { records: [household, record, otherPerson], drafts: [draft] })
  await shown.user.click(screen.getByRole('button', { name: 'Lưu vào sổ' }))
  return shown
}
const said = async ({ world }: Awaited<ReturnType<typeof collecting>>) => {
  await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(1))
  const [{ operation } = {}] = await world.ledger.pending()
  return operation?.type === 'submit' ? [operation.patch, operation.reasons] : []
}
const SAME_NUMBER = 'Số này đã ghi cho người khác. Xem hai hồ sơ có phải một người không.'

describe('the server\'s warning that a number is written for somebody else', () => {
  it('is shown with the others as the correction is sent, and takes a reason that goes with it', async () => {
    const shown = await correcting()
    expect(within(screen.getByRole('alert')).getByRole('link', { name: SAME_NUMBER })).toBeInTheDocument()

    await shown.user.type(screen.getByLabelText(/Lý do \(nếu đúng như vậy\)/), ' Đã xem cả hai thẻ ')
    await shown.user.click(screen.getByRole('button', { name: 'Vẫn gửi' }))

    expect(await said(shown)).toEqual([{}, { [KEYS.number]: 'Đã xem cả hai thẻ' }])
  })

  it('is answered by another number: there is nothing to explain', async () => {
    const shown = await correcting(correction({ answers: { ...answers, personalId: '056090000124' } }))

    expect(await said(shown)).toEqual([{ personalId: '056090000124' }, {}])
  })

  it('is not asked about on what was accepted: there a reason would be heard by nobody', async () => {
    const shown = await correcting(correction(), { ...doubled, status: 'accepted' })

    expect(await screen.findByText('Không có gì thay đổi, không cần gửi.')).toBeInTheDocument()
    expect(await shown.world.ledger.pending()).toEqual([])
  })

  it('shows the reason that was given for it, and not one that was given about another record', async () => {
    await correcting(correction({ reasons: { [KEYS.number]: 'Đã xem cả hai thẻ', 'ID-DUP:00000000ffff': 'Người kia ở thôn khác' } }))

    expect(screen.getByLabelText(/Lý do \(nếu đúng như vậy\)/)).toHaveValue('Đã xem cả hai thẻ')
  })

  it('is shown as explained on the record that is read and on the person, with nothing left to do', async () => {
    const explained = { ...doubled, reasons: { [KEYS.number]: 'Đã xem cả hai thẻ' } }
    await collecting(`/nguoi/${PERSON}`, { records: [household, explained, otherPerson] })

    expect(screen.getByText('Số này đã ghi cho người khác').closest('.box')).toHaveTextContent('Đã ghi lý do: Đã xem cả hai thẻ')
    expect(screen.queryByRole('button', { name: /báo gộp/ })).not.toBeInTheDocument()
  })

  it('is not explained by a reason that was refused', async () => {
    const operation = { type: 'submit', counter: 1, record: PERSON, base: 1, at: new Date(NOW).toISOString(), form: 'person@3', head: correction().head, patch: {}, reasons: { [KEYS.number]: 'Đã xem cả hai thẻ' } } as const
    await collecting(`/nguoi/${PERSON}`, { records: [household, doubled, otherPerson], pending: [{ commune: COMMUNE, device: PERSON, queuedAt: operation.at, operation, trouble: { kind: 'refused', reason: 'findings' } }] })

    expect(screen.getByText('Số này đã ghi cho người khác').closest('.box')).not.toHaveTextContent('Đã ghi lý do')
  })

  it('is shown as explained to whoever reads the record', async () => {
    await collecting(`/phieu/${PERSON}`, { records: [household, { ...doubled, reasons: { [KEYS.number]: 'Đã xem cả hai thẻ' } }, otherPerson] })

    expect(screen.getByText(SAME_NUMBER).closest('div')).toHaveTextContent('Đã ghi lý do: Đã xem cả hai thẻ')
  })
})

it('the server\'s warning that a code is written for another household takes a reason in the same way', async () => {
  const code = { ...household, form: 'household@1', warnings: [sameCode] } as const
  const draft: Draft = { ...correction(), id: HOUSEHOLD, head: { kind: 'household', hamlet: HAMLET, household: null, person: null }, form: 'household@1', seen: code.answers, answers: code.answers, place: 'poverty' }
  const shown = await collecting(`/phieu/${HOUSEHOLD}`, { records: [code], drafts: [draft] })
  await shown.user.click(screen.getByRole('button', { name: 'Lưu vào sổ' }))

  await shown.user.type(screen.getByLabelText(/Lý do \(nếu đúng như vậy\)/), 'Mã cũ của hộ kia')
  await shown.user.click(screen.getByRole('button', { name: 'Vẫn gửi' }))

  expect(await said(shown)).toEqual([{}, { [KEYS.code]: 'Mã cũ của hộ kia' }])
})
