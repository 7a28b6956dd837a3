import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { shrinkRecord } from '../../../src/domain/records/shrink'
import { fail, ok } from '../../../src/domain/result'
import type { Remote } from '../../../src/remote/remote'
import { Desk } from '../../support/Desk'
import { uiWorld } from '../../support/uiWorld'
import { labourAnswers } from '../../support/villageForms'
import { collecting, FORM, household, labourDraft, person, returnedLabour } from './formWorld'

const whole = returnedLabour({ status: 'accepted', reviewedAt: '2026-09-20T03:00:00.000Z', answers: labourAnswers({ permanentAddressDetail: 'Tổ 7, Thôn 1' }) })
const records = [household, person, shrinkRecord(whole, false)]

const OFFLINE = 'Chưa tới được máy chủ. Tìm chỗ có mạng rồi thử lại.'

/** A phone that kept only a part of the form. */
const open = (record: Remote['record']) => collecting(`/phieu/${FORM}`, { records, remote: { record } })

describe('a form that shrank on this phone', () => {
  it('is fetched whole when somebody opens it', async () => {
    await open(async () => ok(whole))

    expect(await screen.findByText('Tổ 7, Thôn 1')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Sửa' })).toBeVisible()
  })

  it('is fetched whole before it is open for writing, where somebody asks for that at once', async () => {
    const { world } = await collecting(`/phieu/${FORM}?muc=residence`, { records, remote: { record: async () => ok(whole) } })

    expect(await screen.findByRole('button', { name: 'Mục lục' })).toBeVisible()
    expect(screen.getByLabelText(/Nơi đăng ký thường trú: thôn, số nhà, đường/)).toHaveValue('Tổ 7, Thôn 1')
    expect(await world.ledger.findDraft(FORM)).toBeUndefined()
  })

  it('cannot be corrected without a line, says why, and is fetched when there is one', async () => {
    let isAway = true
    const { user } = await open(async () => (isAway ? fail({ error: 'offline' }) : ok(whole)))

    expect(await screen.findByText(OFFLINE)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Sửa' })).not.toBeInTheDocument()
    isAway = false
    await user.click(screen.getByRole('button', { name: 'Tải bản đầy đủ' }))

    expect(await screen.findByText('Tổ 7, Thôn 1')).toBeVisible()
  })

  it('that changed at the server meanwhile asks for a sync', async () => {
    await open(async () => ok({ ...whole, version: whole.version + 1 }))

    expect(await screen.findByText(/Phiếu vừa thay đổi ở máy chủ/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Mở trang Đồng bộ' })).toBeVisible()
  })

  it('opens at once where somebody has a draft on it: the draft holds everything', async () => {
    await collecting(`/phieu/${FORM}`, { records, drafts: [labourDraft(whole.answers, { base: whole.version, seen: whole.answers })] })

    expect(await screen.findByRole('button', { name: 'Mục lục' })).toBeVisible()
  })

  it('is fetched on a desk as well, where somebody became a supervisor on the same device', async () => {
    const world = uiWorld({ role: 'supervisor', records, remote: { record: async () => ok(whole) } })
    world.show(<Desk />, `/kiem-tra/${FORM}`)

    expect(await screen.findByText('Họ, chữ đệm và tên khai sinh', undefined, { timeout: 10_000 })).toBeVisible()
  })
})
