import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/domain/forms/answers'
import type { RegisterRecord } from '../../src/domain/records/record'
import { Desk } from '../support/Desk'
import { communeContext, HAMLET, HAMLET_2, registerRecord, uiWorld, USERS } from '../support/uiWorld'
import { labourAnswers } from '../support/villageForms'
import { collecting, FORM, household, HOUSEHOLD, OTHER, otherPerson, person, PERSON } from './form/formWorld'

const SECOND = '0190a000-0000-7000-8000-00000000c009'
const EARLIER = '0190a000-0000-7000-8000-00000000c00a'
const secondHousehold = registerRecord({ id: SECOND, kind: 'household', hamlet: HAMLET_2, answers: { householdCode: 'NS-0500', headName: 'Pi Năng Bền' } })
const labour = registerRecord({ id: FORM, kind: 'labour', household: HOUSEHOLD, person: PERSON, status: 'accepted', answers: labourAnswers() })
const asking = (answers: Answers): Answers => ({ requestedOn: '2026-11-18', requestedBy: USERS.officer, ...answers })

describe('an officer', () => {
  const records = [household, person, otherPerson, secondHousehold]

  it('asks to move a person to a household found by a few letters', async () => {
    const { user, world } = await collecting(`/nguoi/${PERSON}`, { records })
    await user.click(await screen.findByRole('button', { name: 'Báo chuyển, tách hoặc trùng' }))
    const sheet = within(screen.getByRole('dialog', { name: 'Báo chuyển, tách hoặc trùng' }))

    await user.click(sheet.getByRole('radio', { name: /^Chuyển sang hộ khác/ }))
    await user.type(sheet.getByRole('searchbox'), 'ben')
    await user.click(sheet.getByRole('radio', { name: /^Pi Năng Bền/ }))
    await user.click(sheet.getByRole('button', { name: 'Gửi yêu cầu' }))

    expect(await screen.findByText('Đã báo 20/11/2026, chờ người kiểm tra quyết định.')).toBeInTheDocument()
    expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([
      { type: 'submit', record: PERSON, form: 'person@3', patch: { request: '1', requestTo: SECOND, requestedOn: '2026-11-20', requestedBy: USERS.officer } },
    ])
    expect(world.sync.runs).toEqual(['submit'])
  })

  it('names in words what is not on this device', async () => {
    const { user, world } = await collecting(`/ho/${HOUSEHOLD}`, { records })
    await user.click(await screen.findByRole('button', { name: 'Báo chuyển, tách hoặc trùng' }))
    const sheet = within(screen.getByRole('dialog', { name: 'Báo chuyển, tách hoặc trùng' }))
    await user.click(sheet.getByRole('radio', { name: 'Trùng với hộ khác' }))
    await user.click(sheet.getByRole('radio', { name: /^Không có trong máy này/ }))

    await user.click(sheet.getByRole('button', { name: 'Gửi yêu cầu' }))
    expect(sheet.getByText('Ghi rõ hộ, thôn hoặc người kia')).toBeInTheDocument()
    expect(sheet.getByLabelText(/Ghi chú cho người kiểm tra/)).toHaveFocus()
    await user.type(sheet.getByLabelText(/Ghi chú cho người kiểm tra/), 'hộ ông Bền, thôn Gò Sạn')
    await user.click(sheet.getByRole('button', { name: 'Gửi yêu cầu' }))

    await waitFor(async () => expect((await world.ledger.getRecord(HOUSEHOLD))?.answers).toMatchObject({ request: '3', requestNote: 'hộ ông Bền, thôn Gò Sạn' }))
    expect((await world.ledger.getRecord(HOUSEHOLD))?.answers).not.toHaveProperty('requestTo')
  })

  it('finds what was typed again when the sheet was closed before sending', async () => {
    const { user, world } = await collecting(`/ho/${HOUSEHOLD}`, { records })
    const typing = async () => {
      await user.click(await screen.findByRole('button', { name: 'Báo chuyển, tách hoặc trùng' }))
      await user.click(screen.getByRole('radio', { name: 'Trùng với hộ khác' }))
      await user.click(screen.getByRole('radio', { name: /^Không có trong máy này/ }))
      return screen.getByLabelText(/Ghi chú cho người kiểm tra/)
    }
    await user.type(await typing(), 'hộ ông Bền, thôn Gò Sạn')
    await user.click(screen.getByRole('dialog'))

    expect(await typing()).toHaveValue('hộ ông Bền, thôn Gò Sạn')
    await user.click(screen.getByRole('button', { name: 'Gửi yêu cầu' }))

    await waitFor(async () => expect((await world.ledger.getRecord(HOUSEHOLD))?.answers).toMatchObject({ request: '3', requestNote: 'hộ ông Bền, thôn Gò Sạn' }))
    await waitFor(async () => expect(await world.ledger.findNotes(HOUSEHOLD)).toEqual({}))
  })

  it('takes a request back', async () => {
    const asked = { ...person, form: 'person@3' as const, answers: { ...person.answers, ...asking({ request: '1', requestTo: SECOND }) } }
    const { user, world } = await collecting(`/nguoi/${PERSON}`, { records: [household, asked, secondHousehold] })

    await user.click(await screen.findByRole('button', { name: 'Rút lại yêu cầu' }))

    await waitFor(async () => expect((await world.ledger.getRecord(PERSON))?.answers).toEqual(person.answers))
    expect(await screen.findByRole('button', { name: 'Báo chuyển, tách hoặc trùng' })).toBeInTheDocument()
  })

  it('reads what the supervisor answered', async () => {
    await collecting(`/nguoi/${PERSON}`, { records: [household, { ...person, form: 'person@3', answers: { ...person.answers, requestReply: 'Chưa có giấy chuyển' } }] })

    expect(await screen.findByText('Chưa có giấy chuyển')).toBeInTheDocument()
  })

  it('meets nobody who was set aside', async () => {
    await collecting(`/ho/${HOUSEHOLD}`, { records: [household, person, { ...otherPerson, form: 'person@3', answers: { ...otherPerson.answers, sameAs: PERSON } }] })

    expect(screen.getByRole('link', { name: /Lò Văn Sơn/ })).toBeInTheDocument()
    expect(screen.queryByText('Lò Thị Mai')).not.toBeInTheDocument()
  })
})

describe('a household that was merged into another', () => {
  it('leads to that one instead of being called unknown', async () => {
    const merged = { ...household, form: 'household@3' as const, answers: { ...household.answers, sameAs: SECOND } }
    await collecting(`/ho/${HOUSEHOLD}`, { records: [merged, secondHousehold] })

    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Lò Thị Ban')
    expect(screen.getByText('Hồ sơ này đã gộp vào hồ sơ khác')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Mở hồ sơ kia' })).toHaveAttribute('href', `/ho/${SECOND}`)
    expect(screen.queryByText('Không có trong máy này')).not.toBeInTheDocument()
  })
})

describe('the supervisor', () => {
  async function requests(answers: Answers, { records = [], surveys = [] }: { readonly records?: readonly RegisterRecord[]; readonly surveys?: string[] } = {}) {
    const contexts = [{ ...communeContext, settings: { ...communeContext.settings, surveys } }]
    const world = uiWorld({ role: 'supervisor', contexts, records: [...records, household, secondHousehold, otherPerson, labour, { ...person, form: 'person@3', answers: { ...person.answers, ...asking(answers) } }] })
    const shown = world.show(<Desk />, '/yeu-cau')
    const item = within(screen.getByRole('region', { name: 'Lò Văn Sơn' }))
    return { ...shown, world, item, moves: async () => (await world.ledger.pending()).map(({ operation }) => operation) }
  }

  it('agrees to a move, which is one operation, and the request leaves the list', async () => {
    const { user, item, moves, world } = await requests({ request: '1', requestTo: SECOND, requestNote: 'theo chồng' })
    expect(await item.findByText('theo chồng')).toBeInTheDocument()
    expect(item.getByText(/Pi Năng Bền · NS-0500 · Thôn Gò Sạn/)).toBeInTheDocument()

    await user.click(item.getByRole('button', { name: 'Đồng ý' }))

    expect(await screen.findByText('Không có yêu cầu nào chờ')).toBeInTheDocument()
    expect(await moves()).toMatchObject([
      { type: 'move', record: PERSON, hamlet: HAMLET_2, household: SECOND, person: null, reply: null },
    ])
    expect(world.sync.runs).toEqual(['submit'])
  })

  it('chooses the other household where only a note names it', async () => {
    const { user, item, moves } = await requests({ request: '1', requestNote: 'về hộ NS-0500' })
    expect(item.getByRole('button', { name: 'Chọn hộ trước' })).toHaveAttribute('aria-disabled', 'true')

    await user.click(item.getByRole('button', { name: 'Chọn hộ, thôn, người khác' }))
    await user.type(item.getByRole('searchbox'), 'zzz')
    expect(await item.findByText('Không thấy. Thử gõ ít chữ hơn.')).toBeInTheDocument()
    await user.clear(item.getByRole('searchbox'))
    await user.type(item.getByRole('searchbox'), 'NS-0500')
    await user.click(item.getByRole('radio', { name: /^Pi Năng Bền/ }))
    await user.click(item.getByRole('button', { name: 'Đồng ý' }))

    await waitFor(async () => expect(await moves()).toMatchObject([{ record: PERSON, household: SECOND }]))
  })

  it('puts a person written twice away, and gives the forms to the other record', async () => {
    const { user, item, moves } = await requests({ request: '3', requestTo: OTHER })

    await user.click(item.getByRole('button', { name: 'Đồng ý' }))

    await waitFor(async () => expect(await moves()).toMatchObject([
      { record: PERSON, hamlet: HAMLET, household: HOUSEHOLD, same: OTHER }, { record: FORM, person: PERSON },
    ]))
  })

  it('gives this survey\'s labour form to a record that has only one of a survey before', async () => {
    const before = registerRecord({ id: EARLIER, kind: 'labour', household: HOUSEHOLD, person: OTHER, status: 'accepted', answers: labourAnswers({ collectedOn: '2025-11-20' }) })
    const { user, item, moves } = await requests({ request: '3', requestTo: OTHER }, { records: [before], surveys: ['2026-01-01'] })

    await user.click(item.getByRole('button', { name: 'Đồng ý' }))

    await waitFor(async () => expect(await moves()).toMatchObject([{ record: PERSON, same: OTHER }, { record: FORM, person: PERSON }]))
  })

  it('takes a decision back in one press: all hangs where it hung', async () => {
    const { user, item, moves } = await requests({ request: '3', requestTo: OTHER })
    await user.click(item.getByRole('button', { name: 'Đồng ý' }))

    await user.click(await screen.findByRole('button', { name: 'Hoàn tác' }))

    expect(await screen.findByText(/^Đã trả hồ sơ về chỗ cũ/)).toBeInTheDocument()
    expect((await moves()).slice(2)).toMatchObject([{ record: PERSON, household: HOUSEHOLD, same: null }, { record: FORM, person: PERSON }])
  })

  it('finds what was merged long ago, and takes it apart', async () => {
    const merged = { ...person, form: 'person@3' as const, answers: { ...person.answers, sameAs: OTHER } }
    const world = uiWorld({ role: 'supervisor', records: [household, otherPerson, merged] })
    const { user } = world.show(<Desk />, '/yeu-cau')
    const list = within(screen.getByRole('region', { name: 'Hồ sơ đã gộp' }))
    expect(list.getByText('gộp vào Lò Thị Mai')).toBeInTheDocument()

    await user.click(list.getByRole('button', { name: 'Bỏ gộp Lò Văn Sơn' }))

    await waitFor(async () => expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([{ type: 'move', record: PERSON, hamlet: HAMLET, household: HOUSEHOLD, same: null }]))
    expect(screen.queryByRole('region', { name: 'Hồ sơ đã gộp' })).not.toBeInTheDocument()
  })

  it('decides once, however often it is pressed before the disk has it', async () => {
    const asked = { ...person, form: 'person@3' as const, answers: { ...person.answers, ...asking({ request: '1', requestTo: SECOND }) } }
    const merged = { ...otherPerson, form: 'person@3' as const, answers: { ...otherPerson.answers, sameAs: PERSON } }
    const { ledger } = uiWorld({ role: 'supervisor', records: [household, secondHousehold, asked, merged] })
    let write = (): void => {}
    const disk = new Promise<void>((resolve) => { write = resolve })
    uiWorld({ role: 'supervisor', ledger: { ...ledger, review: (inputs) => disk.then(() => ledger.review(inputs)) } }).show(<Desk />, '/yeu-cau')

    for (const name of ['Đồng ý', 'Bỏ gộp Lò Thị Mai']) {
      fireEvent.click(screen.getByRole('button', { name }))
      fireEvent.click(screen.getByRole('button', { name }))
    }
    await act(async () => write())

    expect(await screen.findByText('Không có yêu cầu nào chờ')).toBeInTheDocument()
    expect((await ledger.pending()).map(({ operation }) => operation.record)).toEqual([PERSON, OTHER])
  })

  it('declines with a reason', async () => {
    const { user, item, moves } = await requests({ request: '1', requestTo: SECOND })
    await user.click(item.getByRole('button', { name: 'Không đồng ý' }))
    await user.click(screen.getByRole('button', { name: 'Quay lại' }))
    await user.click(item.getByRole('button', { name: 'Không đồng ý' }))
    expect(screen.getByRole('button', { name: 'Ghi câu trả lời trước' })).toHaveAttribute('aria-disabled', 'true')

    await user.type(screen.getByLabelText('Trả lời'), 'Chưa có giấy chuyển')
    await user.click(screen.getByRole('button', { name: 'Gửi trả lời' }))

    await waitFor(async () => expect(await moves()).toMatchObject([{ type: 'move', record: PERSON, hamlet: HAMLET, household: HOUSEHOLD, reply: 'Chưa có giấy chuyển' }]))
  })

  it('finds a reason half written again, until it is sent', async () => {
    const { user, item, moves, world } = await requests({ request: '1', requestTo: SECOND })
    await user.click(item.getByRole('button', { name: 'Không đồng ý' }))
    await user.type(screen.getByLabelText('Trả lời'), 'Chưa có giấy chuyển')
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()

    await user.click(item.getByRole('button', { name: 'Không đồng ý' }))
    await waitFor(() => expect(screen.getByLabelText('Trả lời')).toHaveValue('Chưa có giấy chuyển'))
    await user.click(screen.getByRole('button', { name: 'Gửi trả lời' }))

    await waitFor(async () => expect(await moves()).toMatchObject([{ record: PERSON, reply: 'Chưa có giấy chuyển' }]))
    await waitFor(async () => expect(await world.ledger.findNotes(PERSON)).toEqual({}))
  })

  it('declines what was read, not what came in behind the dialog', async () => {
    const { user, item, moves, world } = await requests({ request: '1', requestTo: SECOND })
    await user.click(item.getByRole('button', { name: 'Không đồng ý' }))
    const since = { ...person, form: 'person@3' as const, version: 2, answers: { ...person.answers, ...asking({ request: '1', requestTo: SECOND, requestNote: 'có giấy rồi' }) } }
    await act(async () => void (await world.ledger.replica.applyPage(since.commune, { reset: false, records: [since], cursor: { epoch: 'e', scope: 's', seq: 2 }, scope: null })))

    await user.type(screen.getByLabelText('Trả lời'), 'Chưa có giấy chuyển')
    await user.click(screen.getByRole('button', { name: 'Gửi trả lời' }))

    await waitFor(async () => expect(await moves()).toMatchObject([{ record: PERSON, base: 1, reply: 'Chưa có giấy chuyển' }]))
  })
})
