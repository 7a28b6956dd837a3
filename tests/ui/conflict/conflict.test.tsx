import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Answers, AnswerValue } from '../../../src/domain/forms/answers'
import { recordCheck } from '../../../src/domain/records/digest'
import type { RegisterRecord } from '../../../src/domain/records/record'
import { fail } from '../../../src/domain/result'
import type { Platform } from '../../../src/ui/platform'
import { Desk } from '../../support/Desk'
import { registerRecord, uiWorld, USERS } from '../../support/uiWorld'
import { labourAnswers, personAnswers } from '../../support/villageForms'
import { disabledElder } from '../../domain/forms/completeAnswers'
import { collecting, FORM, household, HOUSEHOLD, OTHER, person, PERSON } from '../form/formWorld'

const hold = (field: string, value: AnswerValue | null, n = 1) => ({ id: `d:${n}:${field}`, field, value, reason: 'overlap' as const, by: USERS.member, at: '2026-11-19T08:40:00.000Z' })
const two = registerRecord({
  id: OTHER, kind: 'person', household: HOUSEHOLD, version: 3, answers: personAnswers({ fullName: 'Lò Thị Mai', phone: '0912000347', sex: '2' }),
  holds: [hold('phone', '0912000374'), hold('fullName', 'Lò Thị Mài')],
})
const labour = (answers: Answers, holds: RegisterRecord['holds'], more: Partial<RegisterRecord> = {}) =>
  registerRecord({ id: FORM, kind: 'labour', household: HOUSEHOLD, person: PERSON, version: 3, answers: labourAnswers(answers), holds, ...more })
const asxh = (answers: Answers, holds: RegisterRecord['holds'] = []) =>
  registerRecord({ id: FORM, kind: 'asxh', form: 'asxh@2', household: HOUSEHOLD, person: PERSON, version: 3, answers: { fullName: 'Ai Đó', ...answers }, holds })

const choosing = (record: RegisterRecord, platform: Partial<Platform> = {}) => collecting(`/xung-dot/${record.id}`, { records: [household, person, record] }, platform)
const question = (name: string | RegExp) => within(screen.getByRole('group', { name }))

describe('two versions of a record', { timeout: 30_000 }, () => {
  it('are both shown, neither is preferred, and what a person chose is saved', async () => {
    const { user, world } = await choosing(two)

    expect(screen.getAllByRole('radio').every((radio) => !(radio as HTMLInputElement).checked)).toBe(true)
    expect(screen.getByRole('button', { name: 'Còn 2 mục chưa chọn' })).toHaveAttribute('aria-disabled', 'true')
    await user.click(question('Số điện thoại').getByRole('radio', { name: /0912.?000.?374.*Pi Năng Thuận/ }))
    await user.click(question(/Họ, chữ đệm/).getByRole('radio', { name: /Lò Thị Mai/ }))
    await user.click(screen.getByRole('button', { name: 'Lưu lựa chọn' }))

    const [piece] = await world.ledger.pending()
    expect(piece?.operation).toMatchObject({ type: 'resolve', base: 3, choices: [{ hold: 'd:1:phone', take: 'held' }, { hold: 'd:1:fullName', take: 'current' }] })
    expect(world.sync.runs).toEqual(['submit'])
  })

  it('keep what was chosen through a download that begins again', async () => {
    const { user, world } = await choosing(two)
    await user.click(question('Số điện thoại').getByRole('radio', { name: /374/ }))
    const page = (reset: boolean, records: readonly RegisterRecord[], seq: number) =>
      act(async () => void (await world.ledger.replica.applyPage(two.commune, { reset, records, cursor: { epoch: 'e', scope: 's', seq }, scope: null })))

    await page(true, [household], 2)
    expect(screen.getByText('Không có trong máy này')).toBeVisible()
    await page(false, [two], 3)

    expect(question('Số điện thoại').getByRole('radio', { name: /374/ })).toBeChecked()
  })

  it.each([['diskFull', /^Bộ nhớ máy đầy/], ['locked', /^Sổ đã khóa/]] as const)('say what keeps a choice from being saved: %s', async (kind, words) => {
    const { ledger } = uiWorld({ role: 'supervisor', records: [two] })
    const { user } = uiWorld({ role: 'supervisor', ledger: { ...ledger, review: async () => fail({ done: 0, failure: { kind } }) } }).show(<Desk />, `/xung-dot/${OTHER}`)
    await user.click(await screen.findByRole('radio', { name: /0912.?000.?374/ }))

    await user.click(screen.getByRole('button', { name: /^Lưu lựa chọn/ }))

    expect(await screen.findByText(words)).toBeVisible()
  })

  it('have underlined what differs', async () => {
    await choosing(two)

    const underlined = within(screen.getByRole('group', { name: 'Số điện thoại' })).getAllByRole('radio').map((radio) => radio.parentElement?.querySelector('u')?.textContent)
    expect(underlined).toEqual(['47', '74'])
  })

  it('are sent as chosen also when the browser is closed before there is a line: the device asks to be woken', async () => {
    let asked = 0
    const { user } = await choosing(two, { registerBackgroundSync: async () => void (asked += 1) })
    await user.click(question('Số điện thoại').getByRole('radio', { name: /374/ }))

    await user.click(screen.getByRole('button', { name: /^Lưu lựa chọn/ }))

    await waitFor(() => expect(asked).toBe(1))
  })

  it('are said not to be here where the record is not', async () => {
    await collecting(`/xung-dot/${OTHER}`, { records: [household, person] })

    expect(await screen.findByText('Không có trong máy này')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Quay lại' })).toBeInTheDocument()
  })

  it('[S15] are not asked about again once a person has chosen, though nothing was sent yet', async () => {
    const { user, world, path, unmount } = await choosing(two)
    await user.click(question('Số điện thoại').getByRole('radio', { name: /374/ }))
    await user.click(screen.getByRole('button', { name: 'Lưu lựa chọn · Còn 1 mục chưa chọn' }))
    await waitFor(() => expect(path()).toBe('/viec'))
    unmount()

    const again = await collecting(`/xung-dot/${OTHER}`, { ledger: world.ledger })
    expect(screen.getAllByRole('group').map((each) => each.textContent)).toEqual([expect.stringContaining('Lò Thị Mài')])
    await user.click(question(/Họ, chữ đệm/).getByRole('radio', { name: /Lò Thị Mài/ }))
    await user.click(screen.getByRole('button', { name: 'Lưu lựa chọn' }))
    await waitFor(() => expect(again.path()).toBe('/viec'))
    again.unmount()

    await collecting(`/phieu/${OTHER}`, { ledger: world.ledger })
    expect(screen.getByRole('button', { name: 'Sửa' })).toBeVisible()
    expect(screen.queryByText('Có giá trị hai bên ghi khác nhau')).not.toBeInTheDocument()
  })

  it('[S15] are one question where several people wrote other values than the one that stands, and one value is chosen', async () => {
    const by = (n: number, value: string, who: string) => ({ ...hold('phone', value, n), by: who })
    const { user, world } = await choosing({ ...two, holds: [by(1, '0912000374', USERS.member), by(2, '0912000734', USERS.officer), by(3, '0912000374', USERS.supervisor)] })

    expect(question('Số điện thoại').getAllByRole('radio')).toHaveLength(3)
    await user.click(question('Số điện thoại').getByRole('radio', { name: /734.*Bùi Thị Lan/ }))
    await user.click(question('Số điện thoại').getByRole('radio', { name: /374.*Pi Năng Thuận.*Đặng Văn Khoa/ }))
    await user.click(screen.getByRole('button', { name: 'Lưu lựa chọn' }))

    const [piece] = await world.ledger.pending()
    expect(piece?.operation).toMatchObject({ choices: [{ hold: 'd:1:phone', take: 'held' }, { hold: 'd:3:phone', take: 'held' }, { hold: 'd:2:phone', take: 'current' }] })
  })

  it('[S15] are asked about again when meanwhile another value came to stand', async () => {
    const later = { ...two, version: 4, answers: { ...two.answers, phone: '0912000999' } }
    const { user, world } = await collecting(`/xung-dot/${OTHER}`, { records: [household, person, { ...two, shrunk: recordCheck(later) }] })
    await user.click(question('Số điện thoại').getByRole('radio', { name: /347/ }))
    await user.click(question(/Họ, chữ đệm/).getByRole('radio', { name: /Lò Thị Mai/ }))

    await act(() => world.ledger.takeWhole(later))

    expect(question('Số điện thoại').getByRole('radio', { name: /999/ })).not.toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Lưu lựa chọn · Còn 1 mục chưa chọn' }))
    expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([{ base: 4, choices: [{ hold: 'd:1:fullName', take: 'current' }] }])
  })

  it('name nobody as the author of what the server has: who sent the form last need not have written it', async () => {
    await choosing({ ...two, submission: { by: USERS.officer, device: 'd', run: 'r', at: '2026-11-19T08:40:00.000Z' } })

    expect(question('Số điện thoại').getByRole('radio', { name: /347/ })).toHaveAccessibleName(/Đang có ở máy chủ$/)
  })

  it('say the names of communes', async () => {
    await choosing(labour({ permanentAddressCode: '22810' }, [hold('permanentAddressCode', '22813')]))

    expect(await screen.findByRole('radio', { name: /^Xã Lâm Sơn/ })).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: /^Xã Ninh Sơn/ })).toBeInTheDocument()
  })

  it('show either photo to whoever asks', async () => {
    await choosing(asxh({ decisionPhoto: 'a'.repeat(43) }, [hold('decisionPhoto', 'b'.repeat(43))]))

    expect(screen.getByRole('radio', { name: /^Có ảnh \(bbbb\)/ })).toBeInTheDocument()
    expect(screen.getAllByRole('button', { name: 'Xem ảnh' })).toHaveLength(2)
  })

  it('keep numbers covered until somebody asks for one', async () => {
    const { user } = await choosing(labour({ personalId: '058194000231' }, [hold('personalId', '058194000232')]))
    expect(screen.getByRole('radio', { name: /^058 194 ••• 232/ })).toBeInTheDocument()
    expect(document.body).not.toHaveTextContent('058194000232')

    await user.click(screen.getAllByRole('button', { name: /^hiện Số/ })[1]!)

    expect(screen.getByRole('radio', { name: /^058194000232/ })).not.toBeChecked()
    expect(screen.getByRole('radio', { name: /^058 194 ••• 231/ })).toBeInTheDocument()
  })

  it('keep the group of a person who lives with HIV covered, and what would tell it, on whichever side it stands', async () => {
    const group = (code: string) => [{ code, coefficient: 1.5, validFrom: '2025-01-01', decisionNo: '12/QĐ' }]
    const record = asxh({ groups: group('BT05'), hasDisability: true }, [hold('groups', group('BT08')), hold('hasDisability', false)])
    const desk = uiWorld({ role: 'supervisor', records: [record] }).show(<Desk />, `/xung-dot/${FORM}`)

    expect(await screen.findAllByRole('radio', { name: /^Được giữ kín/ })).toHaveLength(4)
    desk.unmount()
    await choosing(record)
    expect(screen.getAllByRole('radio', { name: /^Được giữ kín/ })).toHaveLength(4)
    expect(document.body).not.toHaveTextContent('HIV')
  })

  it('offer a member of the village team no photo of somebody living with HIV to look at', async () => {
    const record = asxh({ groups: [{ code: 'BT08', coefficient: '15', validFrom: '2025-01-01' }], decisionPhoto: 'p'.repeat(43) }, [hold('decisionPhoto', 'q'.repeat(43))])
    await collecting(`/xung-dot/${FORM}`, { role: 'member', records: [household, person, record] })

    expect(screen.getAllByText('Được giữ kín')).toHaveLength(2)
    expect(screen.queryByRole('button', { name: 'Xem ảnh' })).not.toBeInTheDocument()
  })

  it('are not for a member of the village team to choose between where they tell who lives with HIV', async () => {
    const group = (code: string) => [{ code, coefficient: 1.5, validFrom: '2025-01-01', decisionNo: '12/QĐ' }]
    const record = asxh({ ...disabledElder, phone: '0912000347' }, [hold('groups', group('BT08')), hold('phone', '0912000374')])
    const { user, world } = await collecting(`/xung-dot/${FORM}`, { role: 'member', records: [household, person, record] })

    expect(screen.getByText('Mục được giữ kín do cán bộ xã chọn.')).toBeVisible()
    expect(screen.queryByRole('radio', { name: /^Được giữ kín/ })).not.toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /^hiện/ })).not.toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: /374/ }))
    await user.click(screen.getByRole('button', { name: 'Lưu lựa chọn' }))
    expect((await world.ledger.pending()).map((piece) => piece.operation)).toMatchObject([{ type: 'resolve', choices: [{ hold: 'd:1:phone' }] }])
  })
})

describe('a correction of an accepted form', { timeout: 30_000 }, () => {
  const record = labour({ phone: '0912000347' }, [{ ...hold('phone', '0912000374'), reason: 'locked' }], { status: 'accepted' })
  const records = [household, person, record]
  const WAITS = 'Phiếu đã nghiệm thu nên chỗ sửa này chờ người kiểm tra quyết định. Không phải làm gì thêm.'

  it('[S17] is shown to its author and others who collect, who have nothing to choose', async () => {
    const { unmount } = await choosing(record)

    expect(screen.getByText(WAITS)).toBeVisible()
    expect(screen.getByText(/0912.?000.?374/)).toBeVisible()
    expect(screen.getByText(/Pi Năng Thuận/)).toBeVisible()
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /chọn/ })).not.toBeInTheDocument()
    unmount()
    await collecting(`/phieu/${FORM}`, { records })
    expect(screen.getByRole('link', { name: 'Xem chỗ sửa' })).toHaveAttribute('href', `/xung-dot/${FORM}`)
  })

  it('is no task of theirs', async () => {
    await collecting('/viec', { records })

    expect(screen.getByText('Không có việc nào chờ')).toBeVisible()
  })

  it('is told the supervisor above the queue, who chooses', async () => {
    const world = uiWorld({ role: 'supervisor', records })
    const { user, path } = world.show(<Desk />, '/kiem-tra')
    const box = (await screen.findByText('1 phiếu đã nghiệm thu có chỗ sửa chờ quyết định')).closest<HTMLElement>('.box')!
    await user.click(within(box).getByRole('link', { name: 'Xem và chọn Lò Văn Sơn' }))
    expect(path()).toBe(`/xung-dot/${FORM}`)

    await user.click(await screen.findByRole('radio', { name: /374/ }))
    expect(screen.getByRole('link', { name: 'Tiến độ thôn' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Lưu lựa chọn' }))

    await waitFor(async () => expect((await world.ledger.pending()).map(({ operation }) => operation.type)).toEqual(['resolve']))
    await waitFor(() => expect(screen.queryByText(/chờ quyết định/)).not.toBeInTheDocument())
  })
})

describe('a form read on the phone', { timeout: 30_000 }, () => {
  it('covers the group of a person who lives with HIV and numbers, until somebody asks', async () => {
    const record = asxh({ groups: [{ code: 'BT08', coefficient: 1.5, validFrom: '2025-01-01', decisionNo: '12/QĐ' }], personalId: '058194000231' })
    const { user } = await collecting(`/phieu/${FORM}`, { records: [household, person, record] })
    expect(document.body).not.toHaveTextContent('HIV')
    expect(screen.getByText('058 194 ••• 231')).toBeVisible()

    await user.click(screen.getByRole('button', { name: /^hiện Nhóm/ }))

    expect(document.body).toHaveTextContent('HIV')
  })

  it('tells no member of the village team who lives with HIV, whatever is pressed', async () => {
    const record = asxh({ groups: [{ code: 'BT08', coefficient: 1.5, validFrom: '2025-01-01', decisionNo: '12/QĐ' }], personalId: '058194000231', decisionPhoto: 'p'.repeat(43) })
    await collecting(`/phieu/${FORM}`, { role: 'member', records: [household, person, record] })

    expect(screen.getAllByText('Được giữ kín').length).toBeGreaterThan(0)
    expect(screen.getAllByRole('button', { name: /^hiện/ }).map((button) => button.getAttribute('aria-label'))).toEqual(['hiện Số định danh cá nhân/CCCD'])
    expect(screen.getByText('Ảnh quyết định').nextElementSibling).toHaveTextContent(/^Được giữ kín$/)
    expect(screen.queryByRole('button', { name: 'Xem ảnh' })).not.toBeInTheDocument()
  })
})
