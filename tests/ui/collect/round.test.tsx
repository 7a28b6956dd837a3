import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/domain/forms/answers'
import { currentForm } from '../../../src/domain/forms/registry'
import type { RegisterRecord } from '../../../src/domain/records/record'
import type { Draft, PendingOperation } from '../../../src/storage/ledger'
import { DEVICE } from '../../support/memory/memoryLedger'
import { COMMUNE, HAMLET, NOW, registerRecord, USERS } from '../../support/uiWorld'
import { labourAnswers, personAnswers } from '../../support/villageForms'
import { collecting, FORM, household, HOUSEHOLD, labourDraft, OTHER, otherPerson, person, PERSON, pressTwice, returnedLabour } from '../form/formWorld'

const labourOf = (of: string, id: string, fields: Partial<RegisterRecord>) =>
  registerRecord({ id, kind: 'labour', household: HOUSEHOLD, person: of, answers: labourAnswers(), ...fields })

const personHead = { kind: 'person', hamlet: HAMLET, household: HOUSEHOLD, person: null } as const
const waiting = (record: string, trouble: PendingOperation['trouble']): PendingOperation => ({
  commune: COMMUNE, device: DEVICE, queuedAt: new Date(NOW).toISOString(), trouble,
  operation: { type: 'submit', counter: 1, record, base: 1, at: new Date(NOW).toISOString(), form: 'person@1', patch: { phone: '0912000347' }, head: personHead },
})
const correction = ({ id, answers }: RegisterRecord, change: Answers = {}): Draft =>
  ({ id, commune: COMMUNE, head: personHead, form: 'person@3', base: 1, seen: answers, answers: { ...answers, ...change }, reasons: {}, savedAt: new Date(NOW).toISOString() })

describe('the tasks', () => {
  it('[S43] say that forms begun are here again', async () => {
    await collecting('/viec', { drafts: [correction(person)], sync: { rescued: 1 } })

    expect(screen.getByText(/1 phiếu đang làm dở đã được lấy lại/)).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: 'Nháp' })).toBeInTheDocument()
  })
})

describe('the round', () => {
  it('lists the hamlets of the officer with how far each is', async () => {
    await collecting('/thon', { records: [household, person, otherPerson, labourOf(PERSON, FORM, { status: 'accepted' })] })

    const hamlet = screen.getByRole('link', { name: /Thôn Suối Le/ })
    expect(hamlet).toHaveAttribute('href', `/thon/${HAMLET}`)
    expect(hamlet).toHaveTextContent('1 hộ · 2 người')
    expect(within(hamlet).getByRole('progressbar', { name: 'Lao động' })).toHaveAttribute('aria-valuenow', '1')
    expect(screen.getByRole('link', { name: /Thôn Gò Sạn/ })).toBeInTheDocument()
  })

  it('counts doors by what is left to do there', async () => {
    await collecting(`/thon/${HAMLET}`)

    const filters = screen.getByRole('group', { name: 'Lọc hộ' })
    // The household is written under another name than its head's.
    expect(within(filters).getAllByRole('button').map((tag) => tag.textContent)).toEqual(['Còn việc 1', 'Hẹn lại 0', 'Trả lại 0', 'Chưa đến 1', 'Làm sạch 1', 'Tất cả 1'])
    expect(within(filters).getByRole('button', { name: /Còn việc/ })).toHaveAttribute('aria-pressed', 'true')
  })

  it('says at a door what is to be cleaned there, and opens it', async () => {
    const doubtful = { ...otherPerson, warnings: [{ id: 'PE-010', severity: 'warning' as const, field: 'personalId' }, { id: 'PE-023', severity: 'warning' as const, field: 'personalId' }], reasons: { 'PE-010': 'Đã xem thẻ' } }
    const second = { ...person, id: FORM, answers: { ...person.answers, fullName: 'Lò Văn Hai' } }
    const records = [household, person, doubtful, second]
    await collecting(`/thon/${HAMLET}`, { records }).then(({ unmount }) => {
      expect(screen.getByRole('button', { name: 'Làm sạch 1' })).toBeInTheDocument()
      unmount()
    })
    const { user, path } = await collecting(`/ho/${HOUSEHOLD}`, { records })

    expect(screen.getByRole('heading', { name: 'Cần làm sạch' }).parentElement).toHaveTextContent('Cần làm sạch2')
    expect(screen.getByText('Ghi hơn một chủ hộ')).toBeInTheDocument()
    await user.click(screen.getByRole('link', { name: /Lò Thị Mai.*1 chỗ cần xem lại/ }))

    expect(path()).toBe(`/phieu/${OTHER}`)
  })

  it('goes on with what was returned before what nobody has started', async () => {
    const returned = returnedLabour({ person: OTHER, notes: [{ field: 'phone', text: 'Ghi số của mẹ.', by: USERS.supervisor, at: '2026-11-18T07:20:00.000Z' }] })
    const { user, path } = await collecting(`/ho/${HOUSEHOLD}`, { records: [household, person, otherPerson, returned] })

    await user.click(screen.getByRole('button', { name: 'Làm tiếp: sửa phiếu của Lò Thị Mai' }))

    expect(path()).toBe(`/phieu/${FORM}`)
    expect(await screen.findByText('Ghi số của mẹ.')).toBeInTheDocument()
  })

  it.each([['household', `/ho/${HOUSEHOLD}`, /^Làm tiếp/], ['person', `/nguoi/${PERSON}`, 'Làm phiếu lao động']] as const)('begins one form where the page of a %s is pressed twice', async (_, page, button) => {
    const { world, path } = await collecting(page, { records: [household, person] })

    await act(async () => pressTwice(button))

    await waitFor(() => expect(path()).toMatch(/^\/phieu\//))
    expect(world.ledger.cards().filter(({ kind }) => kind === 'labour')).toHaveLength(1)
  })

  it('says of a child that no form is due, and of everybody else how their form stands', async () => {
    const child = registerRecord({ id: OTHER, kind: 'person', household: HOUSEHOLD, answers: personAnswers({ fullName: 'Lò Minh An', born: '2015', relationToHead: '3' }) })
    await collecting(`/ho/${HOUSEHOLD}`, { records: [household, person, child, labourOf(PERSON, FORM, { status: 'accepted' })] })

    expect(screen.getByRole('link', { name: /Lò Minh An/ })).toHaveTextContent('dưới 15 tuổi, không có phiếu')
    expect(screen.getByRole('link', { name: /Lò Văn Sơn/ })).toHaveTextContent('Đã nghiệm thu')
    expect(screen.queryByRole('button', { name: /Làm tiếp/ })).not.toBeInTheDocument()
  })

  it('asks for nothing new of somebody whose whereabouts nobody knows, and says so', async () => {
    const untraced = registerRecord({ ...person, answers: { ...person.answers, residenceState: '7' } })
    await collecting(`/ho/${HOUSEHOLD}`, { records: [household, untraced] })

    expect(screen.getByRole('link', { name: /Lò Văn Sơn/ })).toHaveTextContent('không rõ nơi cư trú')
    expect(screen.queryByRole('button', { name: /Làm tiếp/ })).not.toBeInTheDocument()
  })

  it('says of which household and hamlet a person is, with the way there', async () => {
    await collecting(`/nguoi/${OTHER}`)

    expect(screen.getByRole('link', { name: 'Hộ Lò Thị Ban · Thôn Suối Le' })).toHaveAttribute('href', `/ho/${HOUSEHOLD}`)
  })

  it('says the year of birth, not an age that may be one too low, of somebody known by the year only', async () => {
    const young = registerRecord({ ...otherPerson, answers: { ...otherPerson.answers, fullName: 'Lò Minh An', born: '2011' } })
    const { user } = await collecting(`/ho/${HOUSEHOLD}`, { records: [household, person, young] })

    expect(screen.getByRole('link', { name: /Lò Minh An/ })).toHaveTextContent('sinh 2011')
    expect(screen.getByRole('link', { name: /Lò Minh An/ })).not.toHaveTextContent('tuổi')
    expect(screen.getByRole('link', { name: /Lò Văn Sơn/ })).toHaveTextContent('36 tuổi')

    await user.click(screen.getByRole('link', { name: /Lò Minh An/ }))
    await user.click(screen.getByRole('button', { name: 'Làm phiếu lao động' }))
    expect(await screen.findByText('Lò Minh An · sinh 2011')).toBeVisible()
  })

  it('says what the village team has asked of a person, and begins asking at one press', async () => {
    const asked = registerRecord({ id: PERSON, kind: 'person', household: HOUSEHOLD, answers: personAnswers({ cardHeld: false, noCardReason: '2', residenceState: '1', phone: { missing: 'noneYet' } }) })
    const { user, world, path } = await collecting(`/nguoi/${PERSON}`, { records: [household, asked] })

    const checks = (await screen.findByRole('heading', { name: 'Giấy tờ, liên lạc, cư trú' })).closest('section')!
    expect(checks).toHaveTextContent(/Đã có thẻKhông: .+VNeIDChưa hỏiSIM chính chủChưa có.*Cư trú/)
    await user.click(within(checks).getByRole('link', { name: 'Hỏi và ghi lại' }))

    await user.click(within(await screen.findByRole('group', { name: /Đã cầm thẻ/ })).getByRole('radio', { name: 'Có' }))
    await user.click(screen.getByRole('button', { name: 'Đổi' }))

    expect(await world.ledger.findDraft(PERSON)).toMatchObject({ form: 'person@3', base: 1, place: 'papers', answers: { cardHeld: true } })
    await user.click(screen.getByRole('link', { name: 'Đóng' }))
    expect(path()).toBe(`/nguoi/${PERSON}`)
    expect(await world.ledger.findDraft(PERSON)).toBeDefined()
  })

  it('leaves nothing behind where somebody began asking, looked at other parts and closed', async () => {
    const { user, world } = await collecting(`/nguoi/${PERSON}`)

    await user.click(await screen.findByRole('link', { name: 'Hỏi và ghi lại' }))
    await user.click(await screen.findByRole('button', { name: 'Tiếp' }))
    act(() => void window.dispatchEvent(new Event('pagehide')))
    expect(await world.ledger.findDraft(PERSON)).toBeUndefined()
    await user.click(screen.getByRole('link', { name: 'Đóng' }))

    expect(await screen.findByRole('link', { name: 'Hỏi và ghi lại' })).toBeVisible()
    expect(await world.ledger.findDraft(PERSON)).toBeUndefined()
  })

  it('goes on with what somebody is in the middle of when asking, also where a change was refused', async () => {
    const { user, world, path } = await collecting(`/nguoi/${PERSON}`, { pending: [waiting(PERSON, { kind: 'refused', reason: 'findings' })], drafts: [correction(person, { fullName: 'Lò Văn Sơn Tùng' })] })

    await user.click(await screen.findByRole('link', { name: 'Hỏi và ghi lại' }))

    expect(path()).toMatch(`/phieu/${PERSON}`)
    expect((await world.ledger.findDraft(PERSON))?.answers.fullName).toBe('Lò Văn Sơn Tùng')
  })

  it('offers the labour form to somebody known by the year only who may be old enough, as the form itself does', async () => {
    const young = registerRecord({ id: PERSON, kind: 'person', household: HOUSEHOLD, answers: personAnswers({ born: '2011' }) })
    await collecting(`/nguoi/${PERSON}`, { records: [household, young] })

    expect(screen.getByRole('button', { name: 'Làm phiếu lao động' })).toBeInTheDocument()
  })

  it('starts a labour form with what the register knows and who asks', async () => {
    const { user, world, path } = await collecting(`/nguoi/${PERSON}`)

    await user.click(screen.getByRole('button', { name: 'Làm phiếu lao động' }))

    await waitFor(() => expect(path()).toMatch(/^\/phieu\//))
    const id = path().split('/').at(-1) ?? ''
    expect(await world.ledger.findDraft(id)).toMatchObject({
      form: currentForm('labour').key, base: 0, head: { kind: 'labour', hamlet: HAMLET, household: HOUSEHOLD, person: PERSON },
      answers: { fullName: 'Lò Văn Sơn', born: '1990-05-02', householdCode: 'NS-0412', collectedOn: '2026-11-20', collectorId: USERS.officer, communeCode: COMMUNE },
    })
    expect(await screen.findByDisplayValue('Lò Văn Sơn')).toBeInTheDocument()
  })

  it('goes on with the form a person already has instead of making a second one', async () => {
    const { user, path, world } = await collecting(`/nguoi/${PERSON}`, { drafts: [labourDraft()] })

    await user.click(screen.getByRole('button', { name: 'Mở: Phiếu lao động' }))

    expect(path()).toBe(`/phieu/${FORM}`)
    expect(world.ledger.cards().filter(({ kind }) => kind === 'labour')).toHaveLength(1)
  })

  it('adds a household and then its people', async () => {
    const { user, path, world } = await collecting(`/them/ho/${HAMLET}`)

    await user.type(await screen.findByLabelText(/Mã hộ/), 'NS-0999')
    await user.type(screen.getByLabelText(/Họ tên chủ hộ/), 'Chamaléa Thị Xuân')
    for (let group = 1; group < 3; group += 1) await user.click(screen.getByRole('button', { name: 'Tiếp' }))
    await user.click(screen.getByRole('button', { name: 'Lưu vào sổ' }))

    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(await screen.findByText('Hộ này chưa ghi người nào')).toBeInTheDocument()
    const made = world.ledger.cards().find(({ code }) => code === 'NS-0999')
    expect(path()).toBe(`/ho/${made?.id}`)
    expect(screen.getByRole('link', { name: 'Thêm người' })).toHaveAttribute('href', `/them/nguoi/${made?.id}`)
  })

  it('reads out what the search found, once typing has paused', async () => {
    const { user } = await collecting('/tim')

    const heard = () => within(screen.getByRole('main')).getByRole('status')
    await user.type(screen.getByRole('searchbox'), 'lo')
    expect(heard()).toBeEmptyDOMElement()

    await waitFor(() => expect(heard()).toHaveTextContent(/^\d kết quả$/))
    await user.type(screen.getByRole('searchbox'), 'zzz')
    await waitFor(() => expect(heard()).toHaveTextContent('Không thấy trong máy này'))
  })

  it('finds people without diacritics, and never shows their number', async () => {
    const { user } = await collecting('/tim')

    await user.type(screen.getByRole('searchbox'), 'lo thi mai')
    expect(await screen.findByRole('link', { name: /Lò Thị Mai/ })).toHaveAttribute('href', `/nguoi/${OTHER}`)
    await user.clear(screen.getByRole('searchbox'))
    await user.type(screen.getByRole('searchbox'), '0123')

    expect(await screen.findByRole('link', { name: /Lò Thị Mai/ })).not.toHaveTextContent('0123')
    expect(screen.queryByRole('link', { name: /Lò Văn Sơn/ })).not.toBeInTheDocument()
  })

  it('shows the same number on another person as a warning with the way there', async () => {
    const twin = registerRecord({ id: PERSON, kind: 'person', household: HOUSEHOLD, answers: personAnswers({ personalId: '056190000123' }) })
    await collecting(`/nguoi/${PERSON}`, { records: [household, twin, otherPerson] })

    expect(screen.getByText('Số này đã ghi cho người khác')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Xem người kia: Lò Thị Mai' })).toHaveAttribute('href', `/nguoi/${OTHER}`)
    expect(screen.queryByRole('button', { name: /báo gộp/ })).not.toBeInTheDocument()
  })

  const doubled = { ...person, warnings: [{ id: 'ID-DUP', severity: 'warning', field: 'personalId' }] } as const

  it('says of the same number on somebody who is not on this device that they are not, and asks for the merge at a press', async () => {
    const { user, world } = await collecting(`/nguoi/${PERSON}`, { records: [household, doubled] })
    const box = (await screen.findByText('Số này đã ghi cho người khác')).closest('.box')!
    expect(box).toHaveTextContent('Máy này không có người kia: có thể ghi ở thôn khác, xã khác.')

    await user.click(screen.getByRole('button', { name: 'Là một người: báo gộp' }))

    expect(await screen.findByText(/Đã báo .*, chờ người kiểm tra quyết định/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Là một người: báo gộp' })).not.toBeInTheDocument()
    expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([{ record: PERSON, patch: { request: '3', requestNote: 'Số này đã ghi cho người khác' } }])
  })

  it('does not offer that while the person is being edited: the request would wait in the form', async () => {
    await collecting(`/nguoi/${PERSON}`, { records: [household, doubled], drafts: [correction(doubled)] })

    expect(await screen.findByText('Số này đã ghi cho người khác')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /báo gộp/ })).not.toBeInTheDocument()
  })
})

describe('what waits for the officer', () => {
  it('shows what needs a decision, what came back, drafts and what waits, each with its way on', async () => {
    const returned = returnedLabour()
    const held = waiting(OTHER, { kind: 'held', version: 2, fields: ['phone'], reason: 'overlap' })
    await collecting('/viec', { records: [household, person, otherPerson, returned], pending: [held, waiting(PERSON, null)] })

    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual(['Cần xử lý', 'Bị trả lại', 'Chờ gửi'])
    expect(screen.getByRole('link', { name: /Lò Thị Mai/ })).toHaveAttribute('href', `/xung-dot/${OTHER}`)
    expect(screen.getByRole('link', { name: /Phiếu lao động/ })).toHaveAttribute('href', `/phieu/${FORM}`)
  })

  it('says how long the oldest form has waited, once that is days', async () => {
    await collecting('/viec', { pending: [{ ...waiting(PERSON, null), queuedAt: new Date(NOW - 4 * 86_400_000).toISOString() }] })

    expect(await screen.findByText('Phiếu cũ nhất đã chờ 4 ngày. Tìm chỗ có mạng.')).toBeInTheDocument()
  })

  it('shows the draft of a record that also needs a decision, and leads to each', async () => {
    const held = waiting(OTHER, { kind: 'held', version: 2, fields: ['phone'], reason: 'overlap' })
    await collecting('/viec', { pending: [held], drafts: [correction(otherPerson)] })

    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual(['Cần xử lý', 'Nháp'])
    expect(screen.getAllByRole('link', { name: /Lò Thị Mai/ }).map((link) => link.getAttribute('href'))).toEqual([`/xung-dot/${OTHER}`, `/phieu/${OTHER}`])
  })

  it('leads from a refused record to the record itself, and says why it was refused', async () => {
    await collecting('/viec', { pending: [waiting(OTHER, { kind: 'refused', reason: 'outOfScope' })] })

    expect(screen.getByRole('link', { name: /Lò Thị Mai/ })).toHaveAttribute('href', `/phieu/${OTHER}`)
    expect(screen.getByRole('link', { name: /Lò Thị Mai/ })).toHaveTextContent('Máy chủ chưa nhận: thôn này không còn giao cho tài khoản này')
  })

  it('names what two people wrote differently, whether the server shows it yet or not', async () => {
    const hold = { id: 'd:1:phone', field: 'phone', value: '0912000374', reason: 'overlap' as const, by: USERS.member, at: '2026-11-19T08:40:00.000Z' }
    await collecting('/viec', { records: [household, person, { ...otherPerson, holds: [hold] }], pending: [waiting(OTHER, { kind: 'held', version: 2, fields: ['fullName'], reason: 'overlap' })] })

    expect(screen.getByRole('link', { name: /Lò Thị Mai/ })).toHaveTextContent('Hai bên ghi khác nhau: Số điện thoại, Họ và tên')
    expect(screen.getAllByText('Cần xử lý')).toHaveLength(1)
  })
})
