import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/domain/result'
import type { Draft, Ledger } from '../../../src/storage/ledger'
import { DEVICE, memoryLedger } from '../../support/memory/memoryLedger'
import { COMMUNE, communeContext, HAMLET, NOW, registerRecord, USERS } from '../../support/uiWorld'
import { labourAnswers } from '../../support/villageForms'
import { collecting, FORM, household, HOUSEHOLD, labourDraft, otherPerson, person, pressTwice, returnedLabour } from './formWorld'

const note = (field: string, text: string) => ({ field, text, by: USERS.supervisor, at: '2026-11-18T07:20:00.000Z' })

describe('sending a form', () => {
  it('queues the form and starts a run', async () => {
    const { user, world, path } = await collecting(`/phieu/${FORM}`, { drafts: [labourDraft(labourAnswers(), { place: 'informant' })] })

    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))

    await waitFor(() => expect(path()).toBe(`/ho/${HOUSEHOLD}`))
    expect(await world.ledger.findDraft(FORM)).toBeUndefined()
    expect((await world.ledger.pending()).map(({ operation }) => operation.record)).toEqual([FORM])
    expect(world.sync.runs).toEqual(['submit'])
    expect(screen.getByText(/Phiếu nằm an toàn trong máy/)).toBeInTheDocument()
  })

  it('sends once what is pressed twice, and says so', async () => {
    const { world, path } = await collecting(`/phieu/${FORM}`, { drafts: [labourDraft(labourAnswers(), { place: 'informant' })] })

    await act(async () => pressTwice('Gửi phiếu'))

    await waitFor(() => expect(path()).toBe(`/ho/${HOUSEHOLD}`))
    expect(await world.ledger.pending()).toHaveLength(1)
    expect(screen.getByText(/Phiếu nằm an toàn trong máy/)).toBeInTheDocument()
  })

  it('tidies what was typed last even where a tap leaves the box focused', async () => {
    const draft = labourDraft(labourAnswers({ fullName: '  Lò  Văn Sơn ' }), { place: 'informant' })
    const { user, world } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })

    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))

    await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(1))
    const [{ operation } = {}] = await world.ledger.pending()
    expect(operation?.type === 'submit' && operation.patch.fullName).toBe('Lò Văn Sơn')
  })

  it('asks about what was typed last where that would drop answers, also where a tap leaves the box focused', async () => {
    const form = returnedLabour({ kind: 'asxh', form: 'asxh@2', answers: { born: '2015', collectedOn: '2026-11-20', lacksCapacity: false, guardianFullName: 'Lò Thị Ban' }, notes: [note('born', 'Xem lại thẻ.')] })
    await collecting(`/phieu/${FORM}`, { records: [household, person, form] })

    fireEvent.change(screen.getByLabelText(/Ngày, tháng, năm sinh/), { target: { value: '1990' } })
    fireEvent.click(screen.getByRole('button', { name: 'Gửi lại' }))

    expect(within(screen.getByRole('dialog', { name: 'Đổi câu “Ngày sinh”?' })).getByText('Họ tên người giám hộ')).toBeInTheDocument()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('leaves out what is not asked any more', async () => {
    const leftOver = labourAnswers({ jobTitle: 'Phụ hồ' })
    const { user, world } = await collecting(`/phieu/${FORM}`, { drafts: [labourDraft(leftOver, { place: 'informant' })] })

    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))

    await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(1))
    const [{ operation } = {}] = await world.ledger.pending()
    expect(operation?.type === 'submit' && operation.patch).not.toHaveProperty('jobTitle')
  })

  it('takes away nothing that a newer version of the form asks, from a draft of the older one', async () => {
    const seen = { householdCode: 'NS-0412', headName: 'Lò Thị Ban', visitOutcome: '1', visitedOn: '2026-11-19' }
    const newer = registerRecord({ id: HOUSEHOLD, kind: 'household', form: 'household@2', version: 2, answers: seen })
    const older: Draft = {
      id: HOUSEHOLD, commune: COMMUNE, head: { kind: 'household', hamlet: HAMLET, household: null, person: null }, form: 'household@1', base: 2, seen,
      answers: { ...seen, headName: 'Lò Thị Bản' }, reasons: {}, savedAt: '2026-11-20T02:00:00.000Z', place: 'poverty',
    }
    const { user, world } = await collecting(`/phieu/${HOUSEHOLD}`, { records: [newer], drafts: [older] })

    await user.click(screen.getByRole('button', { name: 'Lưu vào sổ' }))

    await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(1))
    expect((await world.ledger.pending())[0]?.operation).toMatchObject({ form: 'household@1', patch: { headName: 'Lò Thị Bản' } })
    expect((await world.ledger.getRecord(HOUSEHOLD))?.answers).toEqual({ ...seen, headName: 'Lò Thị Bản' })
  })

  it('stops at errors, puts the focus on their list and leads to the question', async () => {
    const draft = labourDraft(labourAnswers({ generalEducation: undefined, fullName: undefined }), { place: 'informant' })
    const { user, world } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })

    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
    const summary = screen.getByRole('alert')
    expect(summary).toHaveFocus()
    expect(within(summary).getByRole('heading')).toHaveTextContent('Chưa gửi được: còn 2 chỗ cần sửa')
    expect(await world.ledger.pending()).toEqual([])

    await user.click(within(summary).getByRole('link', { name: /Trình độ giáo dục phổ thông/ }))
    const question = screen.getByRole('group', { name: /Trình độ giáo dục phổ thông/ })
    expect(question).toContainElement(document.activeElement as HTMLElement)
    expect(question).toHaveTextContent(/Chưa trả lời: Trình độ giáo dục phổ thông/)
  })

  it('opens the first place to fix from the big button', async () => {
    const draft = labourDraft(labourAnswers({ fullName: undefined }), { place: 'informant' })
    const { user } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })

    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
    await user.click(screen.getByRole('button', { name: 'Sửa chỗ đầu tiên' }))

    expect(screen.getByLabelText(/Họ, chữ đệm và tên/)).toHaveFocus()
  })

  it('walks from each place to fix to the next, saying how many are left, and then sends', async () => {
    const draft = labourDraft(labourAnswers({ sex: undefined, sameAsPermanent: undefined, generalEducation: undefined }), { place: 'informant' })
    const { user, path } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })
    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
    await user.click(screen.getByRole('button', { name: 'Sửa chỗ đầu tiên' }))

    await user.click(screen.getByRole('radio', { name: 'Nam' }))
    await user.click(await screen.findByRole('button', { name: 'Chỗ tiếp: còn 2' }))
    expect(screen.getByRole('group', { name: /Đang ở đúng nơi/ })).toContainElement(document.activeElement as HTMLElement)
    await user.click(await screen.findByRole('button', { name: 'Chỗ tiếp: còn 1' }))
    await user.click(screen.getByRole('radio', { name: 'Tốt nghiệp THCS' }))
    // What was passed over comes round again.
    await user.click(await screen.findByRole('button', { name: 'Chỗ tiếp: còn 1' }))
    await user.click(within(screen.getByRole('group', { name: /Đang ở đúng nơi/ })).getByRole('radio', { name: 'Có' }))
    await user.click(await screen.findByRole('button', { name: 'Gửi phiếu' }))

    await waitFor(() => expect(path()).toBe(`/ho/${HOUSEHOLD}`))
  })

  it('takes an error off as soon as its question is answered, the box not yet left', async () => {
    const draft = labourDraft(labourAnswers({ sameAsPermanent: undefined }), { place: 'informant' })
    const { user } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })
    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
    await user.click(screen.getByRole('button', { name: 'Sửa chỗ đầu tiên' }))
    const question = screen.getByRole('group', { name: /Đang ở đúng nơi/ })
    expect(question).toHaveTextContent(/Chưa trả lời/)

    await user.click(within(question).getByRole('radio', { name: 'Có' }))

    await waitFor(() => expect(question).not.toHaveTextContent(/Chưa trả lời/))
    expect(within(question).getByRole('radio', { name: 'Có' })).toHaveFocus()
  })

  it('blames no question that came up after the try to send for having no answer yet', async () => {
    const draft = labourDraft(labourAnswers({ generalEducation: undefined }), { place: 'informant' })
    const { user } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })
    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
    await user.click(screen.getByRole('button', { name: 'Sửa chỗ đầu tiên' }))

    await user.click(screen.getByRole('radio', { name: 'Cao đẳng' }))
    await user.click(screen.getByRole('radio', { name: 'Tốt nghiệp THCS' }))
    expect(screen.getByLabelText(/Chuyên ngành/)).toBeVisible()
    await waitFor(() => expect(screen.queryByText(/Chưa trả lời/)).not.toBeInTheDocument())
  })

  it('does not stop at warnings: they are shown once, and the reason travels along', async () => {
    const draft = labourDraft(labourAnswers({ ethnicityCode: '20' }), { place: 'informant' })
    const { user, world } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })

    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
    expect(screen.getByRole('alert')).toHaveTextContent('1 chỗ nên xem lại')
    await user.type(screen.getByLabelText(/Lý do \(nếu đúng như vậy\)/), 'Hộ không muốn ghi')
    await user.click(screen.getByRole('button', { name: 'Vẫn gửi' }))

    await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(1))
    const [{ operation } = {}] = await world.ledger.pending()
    expect(Object.values((operation?.type === 'submit' && operation.reasons) || {})).toEqual(['Hộ không muốn ghi'])
  })

  it('shows warnings to whoever presses twice, and sends nothing yet', async () => {
    const draft = labourDraft(labourAnswers({ ethnicityCode: '20' }), { place: 'informant' })
    const { user, world } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })

    await user.dblClick(screen.getByRole('button', { name: 'Gửi phiếu' }))

    expect(screen.getByRole('alert')).toHaveTextContent('1 chỗ nên xem lại')
    await user.click(screen.getByRole('button', { name: 'Vẫn gửi' }))
    await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(1))
  })

  it('opens a returned form at its first note and walks to the next', async () => {
    const form = returnedLabour({ notes: [note('activityStatus', 'Bình đang học nghề thì phải chọn Đi học.'), note('phone', 'Ghi số của mẹ.')] })
    const { user } = await collecting(`/phieu/${FORM}`, { records: [household, person, otherPerson, form] })

    const question = screen.getByRole('group', { name: /Tình trạng tham gia hoạt động kinh tế/ })
    expect(question).toHaveTextContent('Ghi chú của Đặng Văn Khoa')
    expect(question).toHaveTextContent('Bình đang học nghề thì phải chọn Đi học.')
    expect(question).toContainElement(document.activeElement as HTMLElement)

    expect(screen.getByText('Chỗ 1/2 bị trả lại')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Chỗ 2/2' }))
    expect(screen.getByLabelText(/Số điện thoại/)).toHaveFocus()
    expect(screen.getByText('Ghi số của mẹ.')).toBeInTheDocument()
    expect(screen.getByText('Chỗ 2/2 bị trả lại')).toBeInTheDocument()
  })

  it('shows a note on what no question of the form asks, with what it is about', async () => {
    const form = returnedLabour({ notes: [note('communeCode', 'Sai xã rồi, hỏi lại giúp.'), note('phone', 'Ghi số của mẹ.')] })
    const { user } = await collecting(`/phieu/${FORM}`, { records: [household, person, otherPerson, form] })

    expect(screen.getByText('Sai xã rồi, hỏi lại giúp.')).toBeVisible()
    expect(screen.getByText('Ghi chú về: Xã/phường/đặc khu')).toBeVisible()
    expect(document.activeElement).toHaveTextContent('Sai xã rồi, hỏi lại giúp.')

    await user.click(screen.getByRole('button', { name: 'Chỗ 2/2' }))
    expect(screen.getByText('Sai xã rồi, hỏi lại giúp.')).toBeVisible()
    expect(screen.getAllByText('Ghi số của mẹ.')).toHaveLength(1)
  })

  it('shows a note on a question that the correction does away with', async () => {
    const form = returnedLabour({ answers: labourAnswers({ activityStatus: '1' }), notes: [note('inactiveReason', 'Ông ấy đi học mà.')] })
    await collecting(`/phieu/${FORM}`, { records: [household, person, otherPerson, form] })

    expect(screen.getByText('Ông ấy đi học mà.')).toBeVisible()
    expect(screen.getByText(/^Ghi chú về: /)).toBeVisible()
  })

  it('shows a sent form to read, and a correction starts a draft', async () => {
    const form = returnedLabour({ status: 'accepted' })
    const { user, world } = await collecting(`/phieu/${FORM}`, { records: [household, person, otherPerson, form] })

    expect(screen.getByText('Không tham gia hoạt động kinh tế')).toBeInTheDocument()
    expect(screen.getByText(/đã nghiệm thu\. Sửa thì phần sửa chờ người kiểm tra/)).toBeInTheDocument()
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Sửa' }))
    await user.type(screen.getByLabelText(/Họ, chữ đệm và tên/), 'g')

    expect(await world.ledger.findDraft(FORM)).toMatchObject({ base: 2, answers: { fullName: 'Lò Văn Sơng' } })
  })

  it('says why the server refused a form', async () => {
    const form = returnedLabour({ status: 'submitted' })
    const refused = {
      commune: form.commune, device: DEVICE, queuedAt: '2026-11-19T01:00:00.000Z', trouble: { kind: 'refused' as const, reason: 'outOfScope' as const },
      operation: { type: 'submit' as const, counter: 1, record: FORM, base: 2, at: '2026-11-19T01:00:00.000Z', form: 'labour@1' as const, patch: {}, head: { kind: 'labour' as const, hamlet: form.hamlet, household: form.household, person: form.person } },
    }
    await collecting(`/phieu/${FORM}`, { records: [household, person, form], pending: [refused] })

    expect(screen.getByText(/thôn này không còn giao cho tài khoản này/)).toBeInTheDocument()
  })

  it('throws a draft away and brings it back', async () => {
    const { user, world, path } = await collecting(`/phieu/${FORM}`, { drafts: [labourDraft()] })

    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: 'Bỏ nháp này' }))
    await waitFor(() => expect(path()).toBe(`/ho/${HOUSEHOLD}`))
    expect(await world.ledger.findDraft(FORM)).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }))

    expect(await world.ledger.findDraft(FORM)).toMatchObject({ id: FORM })
  })

  it('says that a draft could not be brought back, and offers it until it is', async () => {
    const inner = memoryLedger({ contexts: [communeContext], records: [household, person, otherPerson], drafts: [labourDraft()], now: () => NOW })
    let isFull = true
    const ledger: Ledger = { ...inner, discardDraft: async (draft) => {
      const gone = await inner.discardDraft(draft)
      return gone.ok ? ok(async () => (isFull ? fail({ kind: 'diskFull' }) : gone.value())) : gone
    } }
    const { user } = await collecting(`/phieu/${FORM}`, { ledger })
    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: 'Bỏ nháp này' }))

    await user.click(await screen.findByRole('button', { name: 'Hoàn tác' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(/^Bộ nhớ máy đầy/)
    isFull = false
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }))
    await waitFor(async () => expect(await ledger.findDraft(FORM)).toMatchObject({ id: FORM }))
    expect(screen.queryByText(/^Bộ nhớ máy đầy/)).not.toBeInTheDocument()
  })

  it('throws a draft away once where that is pressed twice: what brings it back knows all that went', async () => {
    const inner = memoryLedger({ contexts: [communeContext], records: [household, person, otherPerson], drafts: [labourDraft()], now: () => NOW })
    const thrown: string[] = []
    const ledger: Ledger = { ...inner, discardDraft: (draft) => { thrown.push(draft.id); return inner.discardDraft(draft) } }
    const { user, path } = await collecting(`/phieu/${FORM}`, { ledger })
    await user.click(screen.getByRole('button', { name: 'Mục lục' }))

    await act(async () => pressTwice('Bỏ nháp này'))

    await waitFor(() => expect(path()).toBe(`/ho/${HOUSEHOLD}`))
    expect(thrown).toEqual([FORM])
  })

  it.each(['submitted', 'returned'] as const)('says afterwards where it is, since when, and the number to quote: %s', async (status) => {
    const notes = status === 'returned' ? [{ field: 'phone', text: 'Gọi không được.', by: USERS.supervisor, at: '2026-11-20T00:52:00.000Z' }] : []
    const sent = { ...returnedLabour({ status, notes }), submission: { by: USERS.officer, device: 'd', run: 'r', at: '2026-11-19T00:52:00.000Z' } }
    const operation = { type: 'submit', counter: 1, record: FORM, base: 0, at: sent.submission.at, head: { kind: 'labour', hamlet: HAMLET, household: HOUSEHOLD, person: person.id }, form: 'labour@1', patch: {} } as const
    await collecting(`/phieu/${FORM}`, { records: [household, person, otherPerson, sent], taken: [{ commune: COMMUNE, operation, receipt: '22810-000123' }] })

    const words = await screen.findByText('Máy chủ đã nhận 19/11, 07:52. Biên nhận 22810-000123.')
    expect(words.parentElement?.parentElement).toHaveTextContent({ submitted: /Đã gửi/, returned: /Chỗ 1\/1 bị trả lại/ }[status])
  })

  it('says where it is by now, and is corrected from there, when it went while it was being read', async () => {
    const at = '2026-11-19T00:52:00.000Z'
    const head = { kind: 'labour', hamlet: HAMLET, household: HOUSEHOLD, person: person.id } as const
    const operation = { type: 'submit', counter: 1, record: FORM, base: 0, at, head, form: 'labour@1', patch: { fullName: 'Lò Văn Sơn' } } as const
    const { user, world } = await collecting(`/phieu/${FORM}`, { pending: [{ commune: COMMUNE, device: DEVICE, operation, queuedAt: at, trouble: null }] })
    expect(screen.getByText('Mới nằm trong máy này, chờ gửi.')).toBeInTheDocument()

    const taken = registerRecord({ id: FORM, ...head, answers: labourAnswers({ fullName: 'Lò Văn Sơn Tùng' }), version: 2, submission: { by: USERS.officer, device: 'd', run: 'r', at } })
    await act(async () => {
      await world.ledger.setAside(DEVICE, 1)
      await world.ledger.replica.applyPage(COMMUNE, { reset: false, records: [taken], cursor: { epoch: 'e', scope: 's', seq: 2 }, scope: null })
    })

    expect(screen.getByText('Máy chủ đã nhận 19/11, 07:52.')).toBeInTheDocument()
    expect(screen.queryByText('Mới nằm trong máy này, chờ gửi.')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Sửa' }))
    expect(await screen.findByDisplayValue('Lò Văn Sơn Tùng')).toBeInTheDocument()
  })

  it('of a version this app does not know is not opened, and says what to do', async () => {
    await collecting(`/phieu/${FORM}`, { records: [household, person, returnedLabour({ form: 'labour@9' })] })

    expect(await screen.findByRole('heading', { level: 1, name: /do bản Sổ Thôn mới hơn lập/ })).toBeInTheDocument()
  })
})
