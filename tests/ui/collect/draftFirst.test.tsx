import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../src/storage/ledger'
import { fail } from '../../../src/domain/result'
import { COMMUNE, HAMLET, registerRecord } from '../../support/uiWorld'
import { householdAnswers, personAnswers } from '../../support/villageForms'
import { collecting, household, HOUSEHOLD, OTHER, otherPerson, person, PERSON, told } from '../form/formWorld'

const savedAt = '2026-11-20T02:00:00.000Z'
const begun = { commune: COMMUNE, base: 0, reasons: {}, savedAt } as const
const newPerson: Draft = { ...begun, id: PERSON, head: { kind: 'person', hamlet: HAMLET, household: HOUSEHOLD, person: null }, form: 'person@3', answers: personAnswers({ fullName: 'Lò Văn Mới', ...told }) }
const newHousehold: Draft = { ...begun, id: HOUSEHOLD, head: { kind: 'household', hamlet: HAMLET, household: null, person: null }, form: 'household@2', answers: householdAnswers({ headName: 'Lò Thị Mới' }) }
const noDrafts = ({ world }: Awaited<ReturnType<typeof collecting>>) => world.ledger.cards().filter(({ kind }) => kind === 'labour' || kind === 'asxh')

describe('somebody of whom there is a draft alone', () => {
  it('is put into the book before a form about them is begun: the task at their door leads there and says why', async () => {
    const shown = await collecting(`/ho/${HOUSEHOLD}`, { records: [household, otherPerson], drafts: [newPerson] })
    const tasks = within(screen.getByRole('heading', { name: 'Việc cần làm ở hộ này' }).closest('main')!)

    await shown.user.click(tasks.getByRole('button', { name: /^Lò Văn Mới/ }))

    await waitFor(() => expect(shown.path()).toBe(`/phieu/${PERSON}`))
    expect(screen.getByText('Người này chưa lưu vào sổ. Lưu xong mới làm phiếu được.')).toBeVisible()
    expect(noDrafts(shown)).toEqual([])
  })

  it('is opened as that draft wherever they are come upon', async () => {
    const shown = await collecting(`/nguoi/${PERSON}`, { records: [household], drafts: [newPerson] })

    await waitFor(() => expect(shown.path()).toBe(`/phieu/${PERSON}`))
    expect(await screen.findByDisplayValue('Lò Văn Mới')).toBeVisible()
  })

  it('has forms begun once the draft was sent, though the server has not got it yet', async () => {
    const shown = await collecting(`/nguoi/${PERSON}`, { records: [household], drafts: [newPerson] })
    const { id, commune, head, form, answers } = newPerson
    await shown.world.ledger.submit({ id, commune, head, form, answers, reasons: {} })

    shown.go(`/them/labour/${PERSON}`)

    await waitFor(() => expect(noDrafts(shown)).toHaveLength(1))
    expect((await shown.world.ledger.findDraft(noDrafts(shown)[0]!.id))?.answers).toMatchObject({ fullName: 'Lò Văn Mới' })
  })
})

describe('a household of which there is a draft alone', () => {
  it('is put into the book before its people are added', async () => {
    const shown = await collecting(`/them/nguoi/${HOUSEHOLD}`, { records: [], drafts: [newHousehold] })

    await waitFor(() => expect(shown.path()).toBe(`/phieu/${HOUSEHOLD}`))
    expect(screen.getByText('Hộ này chưa lưu vào sổ. Lưu xong mới thêm người được.')).toBeVisible()
    expect(shown.world.ledger.cards().filter(({ kind }) => kind === 'person')).toEqual([])
  })

  it('is opened as that draft wherever it is come upon', async () => {
    const shown = await collecting(`/ho/${HOUSEHOLD}`, { records: [], drafts: [newHousehold] })

    await waitFor(() => expect(shown.path()).toBe(`/phieu/${HOUSEHOLD}`))
  })

  it('is not offered for whose card was scanned', async () => {
    const known = registerRecord({ id: OTHER, kind: 'household', answers: householdAnswers({ headName: 'Lò Thị Cũ' }) })
    const shown = await collecting('/quet', { records: [known], drafts: [newHousehold] }, { scanner: { watch: async () => fail('none'), readPhoto: async () => fail('noCode') } })
    await shown.user.click(screen.getByLabelText('Chữ từ máy quét cầm tay'))
    await shown.user.paste('056190000999||Chamaléa Thị Lạ|01021990|Nữ|Thôn Suối Le, Lương Sơn, Ninh Sơn, Ninh Thuận|15042021')
    await shown.user.keyboard('{Enter}')

    await shown.user.click(await screen.findByRole('button', { name: /hộ nào/ }))

    expect(await screen.findByText('Lò Thị Cũ')).toBeVisible()
    expect(screen.queryByText('Lò Thị Mới')).not.toBeInTheDocument()
  })
})

describe('a form about somebody who is being corrected', () => {
  it('begins with what the correction says', async () => {
    const seen = person.answers
    const shown = await collecting(`/them/labour/${PERSON}`, { drafts: [{ ...newPerson, base: 1, seen, answers: { ...seen, fullName: 'Lò Văn Sơn Tùng' } }] })

    await waitFor(() => expect(noDrafts(shown)).toHaveLength(1))
    expect((await shown.world.ledger.findDraft(noDrafts(shown)[0]!.id))?.answers.fullName).toBe('Lò Văn Sơn Tùng')
  })
})
