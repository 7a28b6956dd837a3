import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { noticeAnswers } from '../../../src/domain/consent'
import { checkAnswers } from '../../../src/domain/records/round/beneficiaryCheck'
import { ok } from '../../../src/domain/result'
import { Desk } from '../../support/Desk'
import { registerRecord, uiWorld, USERS, type UiWorldInput } from '../../support/uiWorld'
import { desk, householdsOf, lanh, mai, man, submitted } from './deskRecords'

const open = (id: string, input: Partial<UiWorldInput> = {}) => {
  const world = uiWorld({ role: 'supervisor', records: desk, ...input })
  return { ...world, ...world.show(<Desk />, `/kiem-tra/${id}`) }
}

describe('one form', { timeout: 30_000 }, () => {
  it('shows every answer under its official label', async () => {
    open(mai.id)

    expect(await screen.findByText('Họ, chữ đệm và tên khai sinh')).toBeVisible()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Ka Tơr Thị Mai')
  })

  it('shows what the officer changed as old and new', async () => {
    open(lanh.id)

    const card = (await screen.findByRole('heading', { name: 'Sửa so với lần gửi trước (1)' })).closest('section')!

    expect(card.querySelector('del')).toHaveTextContent('Đi học')
    expect(card.querySelector('ins')).toHaveTextContent('Nội trợ')
  })

  it('marks the answers that were taken over and confirmed, and no others', async () => {
    const form = submitted(4, 'Kiều Thị Hương', { submission: { ...man.submission!, confirmed: { born: true, sex: true } } })
    open(form.id, { records: [form, ...householdsOf([form])] })

    await screen.findByText('Họ, chữ đệm và tên khai sinh')

    const marked = screen.getAllByText('Lấy từ sổ, đã hỏi lại').map((mark) => mark.closest('.ans')?.getAttribute('data-field'))
    expect(marked).toEqual(['born', 'sex'])
  })

  it('says of an answer that follows from another by which question', async () => {
    const answers = { fullName: 'Ai Đó', accountStatus: '1', accountKind: '1', payMethod: '1' }
    const form = registerRecord({ id: man.id, kind: 'asxh', household: man.household, person: man.person, answers, submission: { ...man.submission!, confirmed: { payMethod: true } } })
    open(form.id, { records: [form] })

    expect((await screen.findByText(/^Theo câu “.+”, đã hỏi lại$/)).closest('.ans')).toHaveAttribute('data-field', 'payMethod')
  })

  it('names whoever read the notice, asked again and reported, and what the report names', async () => {
    const answers = {
      fullName: 'Ai Đó', ...noticeAnswers({ contact: true }, { on: '2026-11-02', by: USERS.officer }), ...checkAnswers('1', { on: '2026-11-03', by: USERS.member }),
      request: '3', requestTo: mai.person!, requestedOn: '2026-11-04', requestedBy: USERS.member, sameAs: mai.person!,
    }
    const known = registerRecord({ id: man.person!, kind: 'person', household: man.household, form: 'person@3', answers })
    const other = registerRecord({ id: mai.person!, kind: 'person', household: mai.household, form: 'person@3', answers: { fullName: 'Kiều Thị Mai' } })
    open(known.id, { records: [known, other, ...householdsOf([man, mai])] })

    const said = async (field: string) => (await screen.findByText((_, element) => element?.getAttribute('data-field') === field)).textContent
    expect(await said('noticeBy')).toContain('Bùi Thị Lan')
    for (const field of ['beneficiaryCheckedBy', 'requestedBy']) expect(await said(field)).toContain('Pi Năng Thuận')
    for (const field of ['requestTo', 'sameAs']) expect(await said(field)).toContain('Kiều Thị Mai')
  })

  it('covers the personal number until asked for', async () => {
    const number = '058194000231'
    const form = submitted(4, 'Kiều Thị Hương', { answers: { ...man.answers, fullName: 'Kiều Thị Hương', personalId: number } })
    const { user } = open(form.id, { records: [form, ...householdsOf([form])] })

    expect(await screen.findByText('058 194 ••• 231')).toBeVisible()
    expect(document.body).not.toHaveTextContent(number)

    await user.click(screen.getByRole('button', { name: /^hiện Số/ }))
    expect(screen.queryByText('058 194 ••• 231')).not.toBeInTheDocument()
  })

  it('covers the group of a person living with HIV', async () => {
    const record = registerRecord({
      id: man.id, kind: 'asxh', household: man.household, person: man.person,
      answers: { fullName: 'Ai Đó', groups: [{ code: 'BT08', coefficient: 1.5, validFrom: '2025-01-01', decisionNo: '12/QĐ' }] },
    })
    open(record.id, { records: [record] })

    expect((await screen.findAllByText('Được giữ kín')).length).toBeGreaterThan(0)
    expect(document.body).not.toHaveTextContent('HIV')
  })

  it('prints what somebody uncovered covered', async () => {
    const number = '058194000231'
    const form = submitted(4, 'Kiều Thị Hương', { answers: { ...man.answers, fullName: 'Kiều Thị Hương', personalId: number } })
    const { user } = open(form.id, { records: [form, ...householdsOf([form])] })

    await user.click(await screen.findByRole('button', { name: /^hiện Số/ }))

    const shown = screen.getByText(number)
    expect(shown).toHaveClass('no-print')
    expect(shown.parentElement).toHaveAttribute('data-mask', '058 194 ••• 231')
  })

  it('is returned with a note on the exact field, and the next form opens', async () => {
    const world = open(mai.id)
    const { user } = world
    const button = await screen.findByRole('button', { name: 'Trả lại: ghi chú ít nhất 1 mục trước' })
    expect(button).toHaveAttribute('aria-disabled', 'true')

    await user.click(screen.getAllByRole('button', { name: /^Ghi chú vào Ngày, tháng, năm sinh/ })[0]!)
    await user.type(screen.getByRole('textbox', { name: 'Ghi chú cho người thu thập' }), 'Xem lại thẻ.')
    await user.click(screen.getByRole('button', { name: 'Trả lại, 1 ghi chú' }))

    await waitFor(() => expect(world.path()).toBe(`/kiem-tra/${man.id}`))
    const [{ operation }] = await world.ledger.pending() as [Awaited<ReturnType<typeof world.ledger.pending>>[number]]
    expect(operation).toMatchObject({ type: 'return', record: mai.id, base: 1, notes: [{ field: 'born', text: 'Xem lại thẻ.' }] })
    expect(world.sync.runs).toEqual(['submit'])
  })

  it('opens the first note with Alt+T when there is none yet, at the field of the warning', async () => {
    const { user } = open(mai.id)
    await screen.findByText('Họ, chữ đệm và tên khai sinh')

    await user.keyboard('{Alt>}t{/Alt}')

    const field = screen.getByRole('textbox', { name: 'Ghi chú cho người thu thập' }).closest('[data-field]')
    expect(field).toHaveAttribute('data-field', 'priorityGroups')
  })

  it('takes notes on what the officer is asked, not on what the app filled in: nobody could mend that', async () => {
    const { user } = open(man.id)
    await screen.findByText('Họ, chữ đệm và tên khai sinh')

    expect(screen.getByText('Xã/phường/đặc khu')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Ghi chú vào Xã/phường/đặc khu' })).not.toBeInTheDocument()

    await user.keyboard('{Alt>}t{/Alt}')
    expect(screen.getByRole('textbox', { name: 'Ghi chú cho người thu thập' })).toBeVisible()
  })

  it('keeps notes while going to another form and back', async () => {
    const { user } = open(mai.id)
    await user.click((await screen.findAllByRole('button', { name: /^Ghi chú vào Ngày, tháng, năm sinh/ }))[0]!)
    await user.type(screen.getByRole('textbox', { name: 'Ghi chú cho người thu thập' }), 'Xem lại thẻ.')

    await user.click(screen.getByRole('link', { name: 'Phiếu sau' }))
    await user.click(await screen.findByRole('link', { name: 'Phiếu trước' }))

    expect(await screen.findByRole('button', { name: 'Trả lại, 1 ghi chú' })).toBeVisible()
  })

  it('is not accepted by Ctrl+Enter in the box of a note', async () => {
    const world = open(mai.id)
    await world.user.click((await screen.findAllByRole('button', { name: /^Ghi chú vào Ngày, tháng, năm sinh/ }))[0]!)

    await world.user.type(screen.getByRole('textbox', { name: 'Ghi chú cho người thu thập' }), 'Xem lại thẻ.{Control>}{Enter}{/Control}')

    expect(screen.getByRole('button', { name: 'Trả lại, 1 ghi chú' })).toBeVisible()
    expect(await world.ledger.pending()).toEqual([])
    expect(await world.ledger.findNotes(mai.id)).toEqual({ born: 'Xem lại thẻ.' })
  })

  it.each(['the button', 'the keys'])('asks before %s accepts a form with notes written on it', async (by) => {
    const world = open(mai.id)
    await act(async () => void (await world.ledger.saveNotes(mai.id, { born: 'Xem lại thẻ.' })))
    const accept = async () => (by === 'the keys' ? world.user.keyboard('{Control>}{Enter}{/Control}') : world.user.click(await screen.findByRole('button', { name: 'Nghiệm thu' })))
    await screen.findByText('Họ, chữ đệm và tên khai sinh')

    await accept()
    await world.user.click(within(await screen.findByRole('dialog', { name: 'Phiếu còn 1 ghi chú chưa gửi' })).getByRole('button', { name: 'Quay lại' }))
    expect(await world.ledger.pending()).toEqual([])
    expect(await world.ledger.findNotes(mai.id)).toEqual({ born: 'Xem lại thẻ.' })

    await accept()
    await world.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Nghiệm thu, bỏ ghi chú' }))
    await waitFor(async () => expect((await world.ledger.pending()).map(({ operation }) => operation.type)).toEqual(['accept']))
  })

  it('works without a line: the history says so, the decision is kept', async () => {
    const world = open(mai.id)

    expect(await screen.findByText(/có mạng mới xem được/)).toBeVisible()
    await world.user.keyboard('{Control>}{Enter}{/Control}')

    await waitFor(async () => expect((await world.ledger.pending()).map(({ operation }) => operation.type)).toEqual(['accept']))
  })

  it('is accepted alone, however long the keys are held while the next form opens', async () => {
    const world = open(mai.id)
    await screen.findByText('Họ, chữ đệm và tên khai sinh')

    await world.user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(world.path()).toBe(`/kiem-tra/${man.id}`))
    await screen.findByRole('button', { name: 'Nghiệm thu' })
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true, repeat: true })

    expect(world.path()).toBe(`/kiem-tra/${man.id}`)
    expect((await world.ledger.pending()).map(({ operation }) => operation.record)).toEqual([mai.id])
  })

  it('tells the history newest first, notes with the label of their field', async () => {
    const common = { deviceTime: '', device: USERS.officer, outcome: 'accepted' as const, changes: [], notes: [], receipt: '' }
    open(lanh.id, {
      remote: {
        history: async () => ok([
          { ...common, seq: 1, at: '2026-11-15T10:30:00.000Z', by: USERS.officer, type: 'submit', receipt: '22810-000123' },
          { ...common, seq: 2, at: '2026-11-18T07:20:00.000Z', by: USERS.supervisor, type: 'return', notes: [{ field: 'born', text: 'Xem lại.' }] },
        ]),
      },
    })

    const entries = await within(await screen.findByRole('complementary', { name: 'Lịch sử và trao đổi' })).findAllByRole('listitem')

    expect(entries.map((entry) => entry.textContent)).toEqual([
      expect.stringMatching(/Đặng Văn Khoa trả lại.*Ngày.*sinh.*: “Xem lại.”/),
      expect.stringMatching(/Bùi Thị Lan gửi.*biên nhận 22810-000123/),
    ])
  })

  it('offers no decision on a form that was decided, and says by whom', async () => {
    const done = { ...man, status: 'accepted' as const, reviewedBy: USERS.supervisor, reviewedAt: '2026-11-20T01:00:00.000Z' }
    open(man.id, { records: [done] })

    expect(await screen.findByText(/Đặng Văn Khoa đã nghiệm thu/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Nghiệm thu' })).not.toBeInTheDocument()
  })

  it('leads to the two versions when values wait for a choice', async () => {
    const held = { ...man, holds: [{ id: 'd:1:phone', field: 'phone', value: '0912000512', reason: 'overlap' as const, by: USERS.member, at: '2026-11-19T01:00:00.000Z' }] }
    open(man.id, { records: [held] })

    expect(await screen.findByRole('link', { name: 'Xem và chọn' })).toHaveAttribute('href', `/xung-dot/${man.id}`)
  })

  it('says names of communes where a change is read, and no word of values already chosen between', async () => {
    const held = { ...man, changes: [{ field: 'permanentAddressCode', from: '22810', to: '22813' }], holds: [{ id: 'd:1:phone', field: 'phone', value: '0912000512', reason: 'overlap' as const, by: USERS.member, at: '2026-11-19T01:00:00.000Z' }] }
    const { ledger } = uiWorld({ role: 'supervisor', records: [held] })
    await ledger.review([{ type: 'resolve', commune: held.commune, record: man.id, base: man.version, choices: [{ hold: 'd:1:phone', take: 'held' }] }])
    open(man.id, { ledger })

    const card = (await screen.findByRole('heading', { name: 'Sửa so với lần gửi trước (1)' })).closest('section')!
    await waitFor(() => expect(card.querySelector('del')).toHaveTextContent('Xã Ninh Sơn'))
    expect(card.querySelector('ins')).toHaveTextContent('Xã Lâm Sơn')
    expect(screen.queryByRole('link', { name: 'Xem và chọn' })).not.toBeInTheDocument()
  })

  it('says what to do when the form is not on this device', async () => {
    open('0190b000-0000-7000-8003-00000000dead')

    expect(await screen.findByText('Không có phiếu này trong máy')).toBeVisible()
  })
})
