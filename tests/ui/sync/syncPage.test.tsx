import { act, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/domain/result'
import type { PendingOperation } from '../../../src/storage/ledger'
import { recallDataUse, useKeepDataUse } from '../../../src/ui/sync/dataUse'
import { SyncHead } from '../../../src/ui/sync/SyncHead'
import SyncPage from '../../../src/ui/sync/SyncPage'
import type { Platform } from '../../../src/ui/platform'
import { appWorld, Around, me } from '../../support/appWorld'
import { DEVICE } from '../../support/memory/memoryLedger'
import { COMMUNE, HAMLET, NOW, registerRecord, uiWorld, type UiWorldInput } from '../../support/uiWorld'
import { fill } from '../../support/browser/fill'

beforeEach(() => localStorage.clear())

const PERSON = '0190a000-0000-7000-8000-00000000c001'
const FORM = '0190a000-0000-7000-8000-00000000c002'
const FORM_2 = '0190a000-0000-7000-8000-00000000c003'
const DAY_MS = 24 * 60 * 60 * 1000

function waitingForm(counter: number, record: string, fields: Partial<PendingOperation> = {}): PendingOperation {
  return {
    commune: COMMUNE, device: DEVICE, queuedAt: new Date(NOW - 2 * DAY_MS).toISOString(), trouble: null, ...fields,
    operation: {
      type: 'submit', counter, record, base: 0, at: new Date(NOW).toISOString(), form: 'labour@1', patch: { fullName: 'Ka Tơr Đượm' },
      head: { kind: 'labour', hamlet: HAMLET, household: PERSON, person: PERSON },
    },
  }
}

function page(input: UiWorldInput = {}, platform: Partial<Platform> = {}) {
  const world = uiWorld(input)
  return { world, ...world.show(<Around outside={appWorld({ platform }).outside}><SyncPage /></Around>, '/dong-bo') }
}

describe('the page about sync', () => {
  it('says what waits, since when, and that it is safe', async () => {
    page({ pending: [waitingForm(1, FORM), waitingForm(2, FORM_2, { queuedAt: new Date(NOW - 3_600_000).toISOString() })], sync: { waiting: 2, trouble: { kind: 'offline' } } })

    expect(screen.getByRole('heading', { name: '2 phiếu chờ gửi' })).toBeInTheDocument()
    expect(screen.getByText(/Phiếu nằm an toàn trong máy/)).toBeInTheDocument()
    const list = await screen.findByRole('region', { name: 'Đang chờ' })
    expect(list).toHaveTextContent('cũ nhất: 2 ngày')
    expect(within(list).getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Ka Tơr Đượm: phiếu lao độngLưu 18/11, 09:41Chờ gửi',
      'Ka Tơr Đượm: phiếu lao độngLưu 08:41Chờ gửi',
    ])
  })

  it('calls what was changed of a person or a household so, not by the word for a person', async () => {
    const piece = waitingForm(1, PERSON)
    page({ pending: [{ ...piece, operation: { ...piece.operation, form: 'person@3', head: { kind: 'person', hamlet: HAMLET, household: FORM, person: null } } as PendingOperation['operation'] }], sync: { waiting: 1 } })

    expect(await screen.findByText('Ka Tơr Đượm: thông tin người')).toBeInTheDocument()
  })

  it.each([[2, null], [3, 'warn'], [5, 'warn'], [6, 'err'], [-4, null]])('says of a form that has waited for %s days, because a phone may lose what waits too long: %s', async (days, kind) => {
    page({ pending: [waitingForm(1, FORM, { queuedAt: new Date(NOW - days * DAY_MS).toISOString() })] })
    await screen.findByText(/cũ nhất: /)

    const warning = screen.queryByText(/Phiếu cũ nhất đã chờ/)
    expect(warning?.textContent ?? null).toBe(kind && `Phiếu cũ nhất đã chờ ${days} ngày. Tìm chỗ có mạng.`)
    expect(warning?.closest('.box')?.classList.contains(kind ?? '') ?? null).toBe(kind && true)
  })

  it('tries to send at a press and counts what the server has acknowledged', async () => {
    const { user, world } = page({ sync: { waiting: 4 } })

    await user.click(screen.getByRole('button', { name: 'Thử gửi ngay' }))
    expect(world.sync.runs).toEqual(['demand'])
    act(() => world.sync.set({ phase: 'pushing', sent: 2, toSend: 4, waiting: 2 }))

    expect(screen.getByRole('heading', { name: 'Đang gửi: 2 trong 4 phiếu' })).toBeInTheDocument()
    expect(screen.getByRole('progressbar', { name: 'Đã gửi' })).toHaveAttribute('aria-valuenow', '2')
  })

  it('names the last success, which a failed run does not move', () => {
    const { world } = page({ sync: { lastSuccessAt: NOW - 3_600_000 } })

    act(() => world.sync.set({ trouble: { kind: 'serverFault' } }))

    expect(screen.getByText(/Lần gửi nhận đủ gần nhất: 08:41\./)).toBeInTheDocument()
  })

  it('remembers the last success over a restart of the app', () => {
    localStorage.setItem(`sothon-synced:${me('officer').id}`, String(NOW - 2 * DAY_MS))

    page({ sync: { lastSuccessAt: null } })

    expect(screen.getByText(/Lần gửi nhận đủ gần nhất: 18\/11, 09:41\./)).toBeInTheDocument()
  })

  it.each([
    [{ kind: 'offline' }, 'Không có mạng. Cứ làm tiếp.'],
    [{ kind: 'busy', retryAfterMs: 1000 }, 'Máy chủ đang bận. Máy tự thử lại sau ít phút.'],
    [{ kind: 'revoked' }, /Máy này đã bị thu hồi hoặc tài khoản đã ngừng\. Phiếu đang chờ được gửi đi trước/],
    [{ kind: 'oldClient' }, /Ứng dụng đã cũ/],
    [{ kind: 'serverFault' }, /Máy chủ gặp trục trặc/],
    [{ kind: 'notUnderstood' }, /Ứng dụng không đọc được trả lời của máy chủ/],
    [{ kind: 'storage', failure: 'diskFull' }, /Bộ nhớ máy đầy/],
  ] as const)('has words for the trouble %j', (trouble, words) => {
    page({ sync: { trouble } })

    expect(screen.getByText(words)).toBeInTheDocument()
  })

  it('updates an app that is too old, and says that it is at it', async () => {
    let end = (): void => {}
    const { user } = page({ sync: { trouble: { kind: 'oldClient' } } }, { update: { state: () => 'none', subscribe: () => () => {}, apply: () => new Promise((done) => { end = () => done(true) }) } })

    await user.click(screen.getByRole('button', { name: 'Cập nhật bây giờ' }))
    expect(screen.getByRole('button', { name: 'Cập nhật bây giờ' })).toHaveAttribute('aria-busy', 'true')

    await act(async () => end())
    expect(screen.getByRole('button', { name: 'Cập nhật bây giờ' })).not.toHaveAttribute('aria-busy', 'true')
  })

  it('signs in again in place when the session has ended, and then sends', async () => {
    const passwords: string[] = []
    const { user, world } = page({
      sync: { trouble: { kind: 'signedOut' }, waiting: 3 },
      remote: {
        signIn: async (_username, password) => {
          passwords.push(password)
          return password === 'đúng' ? ok(me('officer')) : fail({ error: 'wrongPassword' })
        },
      },
    })

    await user.click(screen.getByRole('button', { name: 'Đăng nhập và gửi' }))
    expect(screen.getByLabelText('Mật khẩu tài khoản')).toHaveFocus()
    expect(screen.getByLabelText('Mật khẩu tài khoản')).toHaveAccessibleDescription(/Nhập mật khẩu tài khoản/)

    await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), 'sai', '{Enter}')
    expect(await screen.findByText('Tên đăng nhập hoặc mật khẩu chưa đúng.')).toBeInTheDocument()
    await user.clear(screen.getByLabelText('Mật khẩu tài khoản'))
    await fill(user, screen.getByLabelText('Mật khẩu tài khoản'), 'đúng', '{Enter}')

    expect(passwords).toEqual(['sai', 'đúng'])
    expect(world.sync.runs).toEqual(['demand'])
  })

  it('keeps what was refused or held in sight, each with its reason and its way out', async () => {
    page({
      pending: [
        waitingForm(1, FORM, { trouble: { kind: 'refused', reason: 'findings' } }),
        waitingForm(2, FORM_2, { trouble: { kind: 'held', version: 3, fields: ['phone'], reason: 'overlap' } }),
      ],
    })

    const list = await screen.findByRole('region', { name: 'Cần xem lại' })
    const [refused, held] = within(list).getAllByRole('link')
    expect(refused).toHaveTextContent('Máy chủ chưa nhận: phiếu còn chỗ sai. Sửa rồi gửi lại.')
    expect(refused).toHaveAttribute('href', `/phieu/${FORM}`)
    expect(held).toHaveTextContent('Hai máy cùng sửa hồ sơ này. Chọn bản đúng.')
    expect(held).toHaveAttribute('href', `/xung-dot/${FORM_2}`)
    expect(screen.queryByRole('region', { name: 'Đang chờ' })).not.toBeInTheDocument()
  })

  it('says about how much is to be sent, before anybody pays for it', async () => {
    page({ pending: [waitingForm(1, FORM, { bytes: 1_400 }), waitingForm(2, FORM_2, { bytes: 7_300 })], sync: { waiting: 2 } })

    expect(await screen.findByRole('heading', { name: '2 phiếu chờ gửi · khoảng 9 kB' })).toBeInTheDocument()
  })

  it('lists what the server has, each with the number to quote', async () => {
    page({ taken: [{ commune: COMMUNE, operation: waitingForm(1, FORM).operation, receipt: '22810-000123', takenAt: new Date(NOW - 3_600_000).toISOString() }] })

    const list = await screen.findByRole('region', { name: 'Máy chủ đã nhận' })
    expect(within(list).getByRole('listitem')).toHaveTextContent('08:41 · Biên nhận 22810-000123')
    expect(within(list).getByRole('listitem')).toHaveTextContent('Không còn trong máy: phiếu lao động')
  })

  it('names a choice between two versions so that it can be read', async () => {
    const operation = { type: 'resolve' as const, counter: 1, record: FORM, base: 3, at: new Date(NOW).toISOString(), choices: [] }
    page({ taken: [{ commune: COMMUNE, operation, receipt: '22810-000123', takenAt: new Date(NOW).toISOString() }] })

    expect(await screen.findByText('Không còn trong máy: chọn bản đúng của hồ sơ')).toBeInTheDocument()
  })

  it('puts a refused form away only after saying that the server keeps it', async () => {
    const { user, world } = page({ pending: [waitingForm(1, FORM, { trouble: { kind: 'refused', reason: 'findings' }, receipt: '22810-000124' })] })
    expect(await screen.findByText(/Biên nhận 22810-000124/)).toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Cất đi' }))
    const dialog = screen.getByRole('dialog', { name: 'Cất đi?' })
    expect(dialog).toHaveTextContent('Máy chủ vẫn giữ bản này trong lịch sử')
    expect(await world.ledger.pending()).toHaveLength(1)
    await user.click(within(dialog).getByRole('button', { name: 'Cất đi' }))

    expect(await world.ledger.pending()).toEqual([])
  })

  it('puts away that form alone, where another id of this device gave the same number', async () => {
    const trouble = { kind: 'refused', reason: 'findings' } as const
    const { user, world } = page({ pending: [waitingForm(2, FORM, { trouble }), waitingForm(2, FORM_2, { device: '0190a000-0000-7000-8000-00000000d002', trouble })] })

    await user.click((await screen.findAllByRole('button', { name: 'Cất đi' }))[1]!)
    await user.click(within(screen.getByRole('dialog', { name: 'Cất đi?' })).getByRole('button', { name: 'Cất đi' }))

    expect((await world.ledger.pending()).map(({ operation }) => operation.record)).toEqual([FORM])
  })

  it('counts the data of the month over runs and with the book closed, and begins anew with the next', async () => {
    function Month() {
      useKeepDataUse()
      return <SyncHead waitingBytes={0} />
    }
    const world = uiWorld()
    const closedUse = async () => ({ up: 40_000, down: 3_000 })
    world.show(<Around outside={appWorld({ platform: { closedUse } }).outside}><Month /></Around>)
    act(() => world.sync.set({ bytes: { up: 4_000, down: 9_000 } }))
    act(() => world.sync.set({ bytes: { up: 6_000, down: 9_000 } }))
    act(() => world.sync.set({ bytes: { up: 0, down: 0 } }))
    act(() => world.sync.set({ phase: 'pulling', bytes: { up: 2_000, down: 1_000 } }))
    act(() => world.sync.set({ phase: 'idle' }))

    expect(await screen.findByText('Tháng này: gửi 48 kB, nhận 13 kB.')).toBeInTheDocument()
    expect(recallDataUse(me('officer').id, '2026-12')).toEqual({ up: 0, down: 0 })
  })

  it.each([[410_000_000, true], [400_000_000, false]])('with %d of 512 MB used warns: %s', async (usedBytes, isWarned) => {
    page({ status: { persisted: true, usedBytes, quotaBytes: 512_000_000 } })

    await screen.findByRole('progressbar', { name: 'Bộ nhớ dành cho sổ' })
    expect(screen.queryByText(/sắp đầy/) !== null).toBe(isWarned)
  })

  it.each([['vi', '6 MB/10,7 GB'], ['en', '6 MB/10.7 GB']])('tells much room in GB (%s)', async (language, words) => {
    localStorage.setItem('sothon-lang', language)
    page({ status: { persisted: true, usedBytes: 5_600_000, quotaBytes: 10_743_000_000 } })

    expect(await screen.findByText((_, element) => element?.className === 'num' && element.textContent === words)).toBeInTheDocument()
    localStorage.removeItem('sothon-lang')
  })

  it.each([[24 * 60, 'nhanh khoảng 1 ngày'], [3 * 60 + 10, 'nhanh khoảng 3 giờ'], [-7, 'chậm khoảng 7 phút']])('shows a clock that is %d minutes wrong and does not obey it', (minutes, words) => {
    page({ sync: { clockSkewMs: minutes * 60_000 } })

    expect(screen.getByText(new RegExp(`Đồng hồ máy này ${words} so với máy chủ`))).toBeInTheDocument()
  })

  it('says of nothing that it is safe where nothing waits', () => {
    page()

    expect(screen.getByRole('heading', { name: 'Không còn phiếu nào chờ gửi' })).toBeInTheDocument()
    expect(screen.queryByText(/Phiếu nằm an toàn/)).not.toBeInTheDocument()
  })

  it('says whether the device keeps the data for good, asks it when not, and says when it refuses', async () => {
    const { user } = page({ status: { persisted: false, usedBytes: 38_000_000, quotaBytes: 512_000_000 } }, { askPersistence: async () => false })

    expect(await screen.findByText(/Máy có thể tự xóa dữ liệu/)).toBeInTheDocument()
    expect(screen.getByRole('progressbar', { name: 'Bộ nhớ dành cho sổ' })).toHaveAttribute('aria-valuenow', '38')
    await user.click(screen.getByRole('button', { name: 'Xin máy giữ bền dữ liệu' }))

    expect(await screen.findByText('Máy chưa đồng ý. Cài Sổ Thôn lên máy, dùng vài ngày rồi bấm lại.')).toBeInTheDocument()
  })

  it('stands in the frame of the desk for a supervisor', () => {
    page({ role: 'supervisor', records: [registerRecord({ id: FORM, kind: 'labour' })] })

    const places = within(screen.getByRole('navigation', { name: 'Chính' })).getAllByRole('link').map((link) => link.textContent)
    expect(places).toEqual(['Chờ kiểm tra1', 'Đợt gửi đến', 'Hộ và người', 'Yêu cầu', 'Tiến độ thôn', 'Đồng bộ', 'Của tôi'])
  })
})
