import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Answers, AnswerValue } from '../../../src/domain/forms/answers'
import type { RegisterRecord } from '../../../src/domain/records/record'
import { Desk } from '../../support/Desk'
import { COMMUNE, registerRecord, USERS, uiWorld } from '../../support/uiWorld'
import { labourAnswers } from '../../support/villageForms'
import { disabledElder } from '../../domain/forms/completeAnswers'
import { collecting, FORM, household, HOUSEHOLD, person, PERSON } from '../form/formWorld'

const hold = (field: string, value: AnswerValue | null, more: Partial<RegisterRecord['holds'][number]> = {}) =>
  ({ id: `d:1:${field}`, field, value, reason: 'overlap' as const, by: USERS.member, at: '2026-11-19T08:40:00.000Z', ...more })
const labour = (answers: Answers, holds: RegisterRecord['holds'], more: Partial<RegisterRecord> = {}) =>
  registerRecord({ id: FORM, kind: 'labour', household: HOUSEHOLD, person: PERSON, version: 3, answers: labourAnswers(answers), holds, ...more })
/** One correction of three answers, of which two are right only together. */
const correction = [hold('phone', '0912000374'), hold('inactiveReason', '9'), hold('inactiveReasonOther', 'Chăm con')]
const other = labour({}, correction)
/** The colleague made it somebody who looks for work: no reason for not working is asked any more. */
const unanswerable = labour({ activityStatus: '2', inactiveReason: undefined, everWorked: '0', unemploymentDuration: '1', trainingNeed: false, jobNeed: true }, correction)

const choosing = (record: RegisterRecord) => collecting(`/xung-dot/${FORM}`, { records: [household, person, record] })
const question = (name: string | RegExp) => within(screen.getByRole('group', { name }))
const WRONG = /^Chưa lưu được: chọn như vậy thì còn/
const save = () => screen.getByRole('button', { name: /^Lưu lựa chọn/ })

describe('choices after which the form would be wrong', { timeout: 30_000 }, () => {
  afterEach(() => localStorage.clear())

  it('[S15] are not queued: what would be wrong is said, with the name of its question, until another choice is made', async () => {
    const { user, world } = await choosing(other)
    await user.click(question('Lý do khác').getByRole('radio', { name: /Chăm con/ }))

    await user.click(save())

    const summary = await screen.findByRole('alert')
    expect(within(summary).getByRole('heading', { name: 'Chưa lưu được: chọn như vậy thì còn 1 chỗ sai' })).toBeVisible()
    expect(within(summary).getByText('Lý do khác: không hỏi mà vẫn còn câu trả lời. Bỏ câu trả lời này.')).toBeVisible()
    expect(summary).toHaveFocus()
    expect(summary).toHaveTextContent('Hoặc giữ giá trị đang có ở máy chủ rồi sửa sau: giá trị không lấy vẫn đọc được trong lịch sử.')
    expect(await world.ledger.pending()).toEqual([])

    await user.click(question(/^Lý do không/).getByRole('radio', { name: /Khác/ }))
    expect(screen.queryByRole('heading', { name: WRONG })).not.toBeInTheDocument()
    await user.click(save())
    await waitFor(async () => expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([{ type: 'resolve', choices: [{ hold: 'd:1:inactiveReason', take: 'held' }, { hold: 'd:1:inactiveReasonOther', take: 'held' }] }]))
  })

  it('are said in English, and lead to the question they are about', async () => {
    localStorage.setItem('sothon-lang', 'en')
    const { user, world } = await choosing(other)
    await user.click(within((await screen.findAllByRole('group')).at(-1)!).getByRole('radio', { name: /Chăm con/ }))
    await user.click(screen.getByRole('button', { name: /^Save choices/ }))

    const summary = await screen.findByRole('alert')
    expect(within(summary).getByRole('heading', { name: 'Not saved: with this choice 1 place is wrong' })).toBeVisible()
    await user.click(within(summary).getByRole('link', { name: /answered though not asked/ }))

    expect(within(screen.getAllByRole('group').at(-1)!).getByRole('radio', { name: /Chăm con/ })).toHaveFocus()
    expect(await world.ledger.pending()).toEqual([])
  })

  it('are judged with what waits on this device: what was saved before goes first', async () => {
    const { user, world, unmount } = await choosing(other)
    await user.click(question(/^Lý do không/).getByRole('radio', { name: /Khác/ }))
    await user.click(question('Lý do khác').getByRole('radio', { name: /Chăm con/ }))
    await user.click(save())
    await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(1))
    unmount()

    await collecting(`/xung-dot/${FORM}`, { ledger: world.ledger })
    await user.click(question('Số điện thoại').getByRole('radio', { name: /374/ }))
    await user.click(save())

    await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(2))
  })

  it('are those of every part of a correction that others overtook: all is kept as it stands, and that ends it', async () => {
    const { user, world } = await choosing(unanswerable)
    await user.click(screen.getByRole('button', { name: /^Lấy cả bản của Pi Năng Thuận/ }))
    await user.click(save())
    expect(await screen.findByRole('heading', { name: WRONG })).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Giữ cả bản đang có ở máy chủ' }))
    await user.click(save())

    await waitFor(async () => expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([{ type: 'resolve', choices: correction.map(({ id }) => ({ hold: id, take: 'current' })) }]))
  })

  it('are said to a member of the village team without what would tell who lives with HIV', async () => {
    const groups = [{ code: 'BT08', coefficient: 'x', validFrom: '2024-07' }]
    const record = registerRecord({ id: FORM, kind: 'asxh', form: 'asxh@2', household: HOUSEHOLD, person: PERSON, version: 3, answers: { ...disabledElder, groups }, holds: [hold('phone', '0912000374')] })
    const { user } = await collecting(`/xung-dot/${FORM}`, { role: 'member', records: [household, person, record] })
    await user.click(screen.getByRole('radio', { name: /374/ }))

    await user.click(save())

    const said = within(await screen.findByRole('alert')).getAllByRole('listitem').map((each) => each.textContent)
    expect(said.slice(0, 2)).toEqual(['Xem lại: Nhóm', 'Xem lại: Khuyết tật'])
    expect(said.join()).not.toMatch(/BT08|HIV|hệ số/i)
  })

  it('say the same to the supervisor, of a correction of an accepted form', async () => {
    const world = uiWorld({ role: 'supervisor', records: [household, person, labour({}, correction.map((each) => ({ ...each, reason: 'locked' as const })), { status: 'accepted' })] })
    const { user } = world.show(<Desk />, `/xung-dot/${FORM}`)
    await user.click(within(await screen.findByRole('group', { name: 'Lý do khác' })).getByRole('radio', { name: /Chăm con/ }))

    await user.click(save())

    expect(await screen.findByRole('heading', { name: WRONG })).toBeVisible()
    expect(await world.ledger.pending()).toEqual([])
  })
})

describe('a correction of several answers', { timeout: 30_000 }, () => {
  it('is taken whole by one press, and seen before it is saved', async () => {
    const { user, world } = await choosing(other)

    await user.click(screen.getByRole('button', { name: /^Lấy cả bản của Pi Năng Thuận/ }))

    expect(screen.getAllByRole('radio', { checked: true })).toHaveLength(3)
    expect(question('Số điện thoại').getByRole('radio', { name: /374/ })).toBeChecked()
    await user.click(save())
    await waitFor(async () => expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([{ type: 'resolve', choices: correction.map(({ id }) => ({ hold: id, take: 'held' })) }]))
  })

  it('is taken apart from what somebody else wrote, who has a button of their own only for several answers', async () => {
    const { user } = await choosing(labour({}, [...correction, hold('phone', '0912000734', { id: 'e:4:phone', by: USERS.officer })]))
    expect(screen.getAllByRole('button', { name: /^Lấy cả bản/ })).toHaveLength(1)

    await user.click(question('Số điện thoại').getByRole('radio', { name: /734.*Bùi Thị Lan/ }))
    await user.click(screen.getByRole('button', { name: /^Lấy cả bản của Pi Năng Thuận/ }))

    expect(question('Số điện thoại').getByRole('radio', { name: /374.*Pi Năng Thuận/ })).toBeChecked()
  })

  it('of one answer has no such button', async () => {
    await choosing(labour({}, [hold('phone', '0912000374')]))

    expect(screen.getByRole('radio', { name: /374/ })).toBeVisible()
    expect(screen.queryByRole('button', { name: /cả bản/ })).not.toBeInTheDocument()
  })
})

describe('a choice the server refused', { timeout: 30_000 }, () => {
  it('is told the supervisor above the queue, with the way to choose again', async () => {
    const world = uiWorld({
      role: 'supervisor', records: [household, person, other],
      pending: [{
        commune: COMMUNE, device: '0190a000-0000-7000-8000-00000000d001', queuedAt: '2026-11-20T02:00:00.000Z', trouble: { kind: 'refused', reason: 'findings' },
        operation: { type: 'resolve', counter: 7, record: FORM, base: 3, at: '2026-11-20T02:00:00.000Z', choices: [{ hold: 'd:1:phone', take: 'held' }] },
      }],
    })
    const { user, path } = world.show(<Desk />, '/kiem-tra')

    const box = (await screen.findByText('1 quyết định máy chủ chưa nhận')).closest<HTMLElement>('.box')!
    expect(box).toHaveTextContent(/Chọn giữa hai bản: Lò Văn Sơn/)
    await user.click(within(box).getByRole('link', { name: 'Xem và chọn' }))

    expect(path()).toBe(`/xung-dot/${FORM}`)
  })
})
