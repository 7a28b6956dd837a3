import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/domain/forms/answers'
import type { RegisterRecord } from '../../../src/domain/records/record'
import { shrinkRecord } from '../../../src/domain/records/shrink'
import { fail, ok } from '../../../src/domain/result'
import type { Remote } from '../../../src/remote/remote'
import { HAMLET, registerRecord, USERS } from '../../support/uiWorld'
import { disabledElder } from '../../domain/forms/completeAnswers'
import { collecting, FORM, HOUSEHOLD, household, OTHER, PERSON, person } from '../form/formWorld'

const checkCard = () => screen.getByRole('region', { name: 'Soát hồ sơ ASXH' })

/** The accepted record of the person, taken on a day. */
const accepted = (answers: Answers, fields: Partial<RegisterRecord> = {}) =>
  registerRecord({ id: FORM, kind: 'asxh', hamlet: HAMLET, household: HOUSEHOLD, person: PERSON, form: 'asxh@2', status: 'accepted', version: 2, answers: { ...disabledElder, ...answers }, ...fields })
const old = accepted({ collectedOn: '2026-05-18' })
const labourDone = registerRecord({ id: OTHER, kind: 'labour', household: HOUSEHOLD, person: PERSON, status: 'accepted' })

const at = (path: string, ...records: readonly RegisterRecord[]) => collecting(path, { records: [household, person, ...records] })

describe('a beneficiary record of some months ago', () => {
  it('is due at its door, and found still right in two presses on the person', async () => {
    const { user, world } = await at(`/ho/${HOUSEHOLD}`, old, labourDone)
    await user.click(screen.getByRole('button', { name: `Làm tiếp: soát ASXH của ${person.answers.fullName}` }))
    expect(checkCard()).toHaveTextContent('Kiểm tra gần nhất: 18/05/2026')
    expect(checkCard()).toHaveTextContent('Hỏi: “Từ tháng 5 đến giờ có gì đổi không?”')

    await user.click(screen.getByRole('radio', { name: 'Vẫn đúng như cũ' }))
    await user.click(screen.getByRole('button', { name: 'Lưu, chờ gửi' }))

    await waitFor(() => expect(checkCard()).toHaveTextContent('Kiểm tra gần nhất: 20/11/2026'))
    expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([
      { type: 'submit', record: PERSON, form: 'person@3', patch: { beneficiaryCheck: '1', beneficiaryCheckedOn: '2026-11-20', beneficiaryCheckedBy: USERS.officer } },
    ])
    expect(within(checkCard()).getByRole('button', { name: 'Soát lại' })).toBeInTheDocument()
    expect(world.sync.runs).toEqual(['submit'])
  })

  it('is read out in a few lines: what they get, how, into which account', async () => {
    await at(`/nguoi/${PERSON}`, accepted({ collectedOn: '2026-05-18', accountStatus: 'NONE', noAccountReason: '2', wantsAccount: false, payMethod: 'CASH_HOME' }))

    expect(checkCard()).toHaveTextContent('Nhận tiềnTiền mặt tại nhà')
    expect(checkCard()).toHaveTextContent('Tài khoảnChưa có tài khoản, không muốn mở')
    expect(checkCard()).toHaveTextContent('NhómNgười khuyết tật')
  })

  it('of somebody living with HIV is read out without group and amount', async () => {
    await at(`/nguoi/${PERSON}`, accepted({ collectedOn: '2026-05-18', groups: [{ code: 'BT08', coefficient: '15', validFrom: '2024-07' }] }))

    expect(checkCard()).toHaveTextContent('Nhận tiền')
    expect(checkCard()).not.toHaveTextContent(/HIV|Nhóm|Mức/)
  })

  it('that changed is opened to be corrected, and what was said of the payment is kept', async () => {
    const { user, world, path } = await at(`/nguoi/${PERSON}`, old)

    await user.click(screen.getByRole('radio', { name: /^Có thay đổi/ }))
    await user.click(screen.getByRole('radio', { name: 'Chưa nhận đủ' }))
    await user.click(screen.getByRole('button', { name: 'Lưu, chờ gửi' }))

    await waitFor(() => expect(path()).toMatch(`/phieu/${FORM}`))
    expect(await screen.findByRole('region', { name: 'Tiến độ phiếu' })).toBeInTheDocument()
    expect(await world.ledger.findDraft(FORM)).toBeUndefined()
    expect((await world.ledger.getRecord(PERSON))?.answers).toMatchObject({ beneficiaryCheck: '2', paidPeriod: '2026-10', paidInFull: false })
  })

  it('whose person was not met stays due, and nobody is asked about money', async () => {
    const { user } = await at(`/nguoi/${PERSON}`, old)

    await user.click(screen.getByRole('radio', { name: /^Không gặp được/ }))
    expect(screen.queryByRole('radio', { name: 'Đã nhận đủ' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Lưu, chờ gửi' }))

    expect(await screen.findByText('Đã ghi kết quả soát. Có mạng là máy tự gửi.')).toBeInTheDocument()
    expect(checkCard()).toHaveTextContent('Cần soát lại')
  })

  it('of somebody who died leads to where that is written down, and no check is recorded', async () => {
    const { user, world, path } = await at(`/nguoi/${PERSON}`, old)

    await user.click(screen.getByRole('radio', { name: /^Đã chết hoặc chuyển đi hẳn/ }))
    expect(screen.queryByRole('radio', { name: 'Đã nhận đủ' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Mở chỗ ghi cư trú' }))

    await waitFor(() => expect(path()).toBe(`/phieu/${PERSON}?muc=residence`))
    expect(await screen.findByRole('group', { name: /Tình trạng cư trú/ })).toBeInTheDocument()
    expect(await world.ledger.pending()).toEqual([])
  })

  it('goes with a correction of the person that is under way, and is the newest of it also where the clock was set back meanwhile', async () => {
    const { user, world, path } = await at(`/nguoi/${PERSON}`, old)
    const savedAt = '2026-11-27T02:00:00.000Z'
    await world.ledger.saveDraft({ id: PERSON, commune: person.commune, head: { kind: 'person', hamlet: HAMLET, household: HOUSEHOLD, person: null }, form: 'person@3', base: 1, answers: { ...person.answers, phone: '0912000345' }, seen: person.answers, reasons: {}, savedAt })

    await user.click(screen.getByRole('radio', { name: 'Vẫn đúng như cũ' }))
    await user.click(screen.getByRole('button', { name: 'Lưu, chờ gửi' }))

    await waitFor(() => expect(path()).toBe(`/phieu/${PERSON}`))
    const draft = await world.ledger.findDraft(PERSON)
    expect(draft?.answers).toMatchObject({ phone: '0912000345', beneficiaryCheck: '1' })
    expect(draft?.savedAt.localeCompare(savedAt)).toBe(1)
    expect(await world.ledger.pending()).toEqual([])
  })
})

describe('a beneficiary record of which this phone kept a part', () => {
  const whole = accepted({ collectedOn: '2026-05-18' }, { reviewedAt: '2026-06-01T03:00:00.000Z' })
  const checking = (record: Remote['record']) => collecting(`/nguoi/${PERSON}`, { records: [household, person, shrinkRecord(whole, false)], remote: { record } })
  const away: Remote['record'] = async () => fail({ error: 'offline' })

  async function sayChanged({ user }: Awaited<ReturnType<typeof checking>>) {
    await user.click(screen.getByRole('radio', { name: /^Có thay đổi/ }))
    await user.click(screen.getByRole('button', { name: 'Lưu, chờ gửi' }))
  }

  it('that changed is not checked while the whole cannot be fetched: it stays due, says why, and what changed can be noted down and read later', async () => {
    const shown = await checking(away)
    await sayChanged(shown)

    expect(await within(checkCard()).findByRole('alert')).toHaveTextContent('Chưa ghi kết quả soát. Máy này chỉ giữ phần tóm tắt, phải tải bản đầy đủ mới sửa được. Chưa tới được máy chủ. Tìm chỗ có mạng rồi thử lại.')
    expect(checkCard()).toHaveTextContent('Cần soát lại')
    expect(shown.path()).toBe(`/nguoi/${PERSON}`)
    expect(await shown.world.ledger.pending()).toEqual([])
    await shown.user.type(screen.getByLabelText(/^Ghi tạm chỗ thay đổi/), 'Đổi sang Agribank')
    shown.unmount()

    await collecting(`/nguoi/${PERSON}`, { ledger: shown.world.ledger })
    await waitFor(() => expect(screen.getByLabelText(/^Ghi tạm chỗ thay đổi/)).toHaveValue('Đổi sang Agribank'))
  })

  it('that changed is fetched first, then checked, and opens to be corrected', async () => {
    const shown = await checking(async () => ok(whole))
    await sayChanged(shown)

    await waitFor(() => expect(shown.path()).toMatch(`/phieu/${FORM}`))
    expect(await screen.findByRole('region', { name: 'Tiến độ phiếu' })).toBeInTheDocument()
    expect((await shown.world.ledger.getRecord(PERSON))?.answers).toMatchObject({ beneficiaryCheck: '2' })
  })

  it('that is still right needs no line', async () => {
    const { user, world } = await checking(away)
    await user.click(screen.getByRole('radio', { name: 'Vẫn đúng như cũ' }))
    await user.click(screen.getByRole('button', { name: 'Lưu, chờ gửi' }))

    await waitFor(async () => expect((await world.ledger.getRecord(PERSON))?.answers).toMatchObject({ beneficiaryCheck: '1' }))
  })
})

describe('a beneficiary record of late', () => {
  it('is asked about again only by who wants to', async () => {
    const { user } = await at(`/nguoi/${PERSON}`, accepted({ collectedOn: '2026-11-02' }))
    expect(screen.queryByRole('radio', { name: 'Vẫn đúng như cũ' })).not.toBeInTheDocument()

    await user.click(within(checkCard()).getByRole('button', { name: 'Soát lại' }))

    expect(screen.getByRole('radio', { name: 'Vẫn đúng như cũ' })).toBeInTheDocument()
  })

  it('that came back is put right in its form, not asked about here', async () => {
    await at(`/nguoi/${PERSON}`, accepted({ collectedOn: '2026-05-18' }, { status: 'returned' }))

    expect(screen.queryByRole('region', { name: 'Soát hồ sơ ASXH' })).not.toBeInTheDocument()
  })
})
