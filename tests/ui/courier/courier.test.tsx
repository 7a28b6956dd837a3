import { act, screen, waitFor } from '@testing-library/react'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import QRCode from 'qrcode'
import { describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../src/domain/result'
import { writeQueueCodes } from '../../../src/protocol/queueCodes'
import { writeQueueFile } from '../../../src/protocol/queueFile'
import { openCarriedQueue } from '../../../src/storage/queues/carriedQueue'
import { openCourier } from '../../../src/storage/courier'
import type { Platform } from '../../../src/ui/platform'
import SyncPage from '../../../src/ui/sync/SyncPage'
import { appWorld, Around, PASSPHRASE } from '../../support/appWorld'
import { uiWorld, USERS } from '../../support/uiWorld'

const DEVICE = '01890000-0000-7000-8000-0000000000d1'
const envelopes = [1, 2].map((counter) => ({ device: DEVICE, commune: '22810', counter, keyId: 'k1', sealed: `AAAA${counter}` }))
const many = [1, 2, 3].map((counter) => ({ ...envelopes[0]!, counter, sealed: 'A'.repeat(700) }))
/** Row and column of each dark module, as drawn and as the encoder says. */
const modulesOf = (svg: HTMLElement): readonly string[] => [...(svg.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, column, row]) => `${row},${column}`)
function darkModules(text: string): readonly string[] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  return Array.from({ length: modules.size ** 2 }, (_, n) => [Math.floor(n / modules.size), n % modules.size] as const).filter(([row, column]) => modules.get(row, column)).map(([row, column]) => `${row},${column}`)
}
const rescueFile = (text = writeQueueFile(envelopes)): File => new File([text], 'so-thon-cuu-ho.txt', { type: 'text/plain' })

async function page(platform: Partial<Platform> = {}) {
  const port = { indexedDB: new IDBFactory(), IDBKeyRange }
  const carried = openCarriedQueue(port)
  const shown = uiWorld().show(<Around outside={appWorld({ courier: openCourier(port), platform }).outside}><SyncPage /></Around>, '/dong-bo')
  await screen.findByRole('region', { name: 'Khi mãi không có mạng' })
  return { carried, ...shown, take: (file: File) => shown.user.upload(screen.getByLabelText('Nhận tệp của máy khác'), file) }
}

describe('forms of another device', () => {
  it('are taken from a file, and the browser is asked to send them when there is a line', async () => {
    const registerBackgroundSync = vi.fn(async () => {})
    const { take } = await page({ registerBackgroundSync })

    await take(rescueFile())

    expect(await screen.findByText('Đã nhận 2 phiếu. Có mạng là máy này gửi hộ.')).toBeInTheDocument()
    expect(await screen.findByRole('heading', { name: 'Đang giữ hộ 2 phiếu của 1 máy khác' })).toBeInTheDocument()
    await waitFor(() => expect(registerBackgroundSync).toHaveBeenCalled())
  })

  it('are sent at a press, and what the line did not carry stays', async () => {
    let received = 0
    const { user, take, carried } = await page({
      handInSealed: async (whose) => {
        expect(whose).toBe('carried')
        await carried.dropReceived((await carried.envelopes(10)).slice(0, received))
      },
    })
    await take(rescueFile())
    const send = await screen.findByRole('button', { name: 'Gửi hộ ngay' })
    await waitFor(() => expect(send).not.toHaveAttribute('aria-busy'))

    received = 1
    await user.click(send)
    expect(await screen.findByText('Còn 1 phiếu chưa gửi hộ được. Có mạng là máy gửi tiếp.')).toBeInTheDocument()
    received = 2
    await user.click(screen.getByRole('button', { name: 'Gửi hộ ngay' }))

    expect(await screen.findByText('Máy chủ đã nhận hết phiếu gửi hộ.')).toBeInTheDocument()
    expect(screen.queryByText(/Đang giữ hộ/)).not.toBeInTheDocument()
  })

  it('are given up only after a question that says who still has them', async () => {
    const { user, take } = await page()
    await take(rescueFile())

    await user.click(await screen.findByRole('button', { name: 'Thôi giữ hộ' }))
    const dialog = screen.getByRole('dialog', { name: 'Thôi giữ hộ?' })
    expect(dialog).toHaveTextContent('Máy lập phiếu vẫn giữ phiếu của mình')
    await user.click(screen.getByRole('button', { name: 'Giữ lại' }))
    expect(screen.getByText('Đang giữ hộ 2 phiếu của 1 máy khác')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Thôi giữ hộ' }))
    await user.click(screen.getAllByRole('button', { name: 'Thôi giữ hộ' }).at(-1)!)

    await waitFor(() => expect(screen.queryByText(/Đang giữ hộ/)).not.toBeInTheDocument())
  })

  it.each([
    ['a list of people', 'họ tên,ngày sinh', 'Đây không phải tệp cứu hộ của Sổ Thôn.'],
    ['a file of a newer app', '{"soThon":"queue","version":9,"count":0}', /bản Sổ Thôn mới hơn/],
    ['a file cut on its way', writeQueueFile(envelopes).slice(0, -9), /1 phiếu trong tệp bị mất trên đường chuyển/],
  ])('of %s: says what it is and what to do', async (_, text, words) => {
    const { take } = await page()

    await take(rescueFile(text))

    expect(await screen.findByText(words)).toBeInTheDocument()
  })

  it('that the server could not read are said, with what not to do', async () => {
    const { take, carried } = await page()
    await take(rescueFile())
    await screen.findByText(/Đang giữ hộ/)
    await carried.setAsideUnreadable?.(envelopes)

    await take(rescueFile(writeQueueFile([])))

    expect(await screen.findByText(/Máy chủ không đọc được 2 phiếu giữ hộ/)).toBeInTheDocument()
  })
})

describe('forms of another device on its screen', () => {
  it('are read code by code until all are there', async () => {
    const codes = writeQueueCodes(writeQueueFile(many))!
    let see: (code: string) => void = () => {}
    const { user } = await page({ scanner: { watch: async (_, onRead) => { see = (code) => onRead(ok(code)); return ok({ stop: () => {} }) }, readPhoto: async () => fail('noCode') } })
    await user.click(screen.getByRole('button', { name: 'Quét mã của máy khác' }))
    act(() => see('https://example.vn'))
    expect(screen.getByText(/Đây không phải mã của Sổ Thôn/)).toBeInTheDocument()

    for (const code of codes.slice(1)) act(() => see(code))
    expect(screen.getByRole('progressbar', { name: 'Số mã đã đọc' })).toHaveAttribute('aria-valuenow', String(codes.length - 1))
    act(() => see(codes[0]!))

    expect(await screen.findByText(`Đã nhận ${many.length} phiếu. Có mạng là máy này gửi hộ.`)).toBeInTheDocument()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('without a camera says what to do instead', async () => {
    const { user } = await page()

    await user.click(screen.getByRole('button', { name: 'Quét mã của máy khác' }))

    expect(await screen.findByText('Không dùng được máy ảnh. Nhận tệp của máy khác.')).toBeInTheDocument()
  })

  it('are shown as codes that another decoder reads, going on by hand too', async () => {
    const { user, take } = await page()
    await take(rescueFile(writeQueueFile(many)))
    await user.click(await screen.findByRole('button', { name: 'Cho máy khác quét mã' }))
    const codes = writeQueueCodes(writeQueueFile(many))!

    const shown = await screen.findByRole('img', { name: `Mã 1/${codes.length}` })
    await waitFor(() => expect(shown.querySelector('path')).not.toBeNull())
    expect(modulesOf(shown)).toEqual(darkModules(codes[0]!))
    await user.click(screen.getByRole('button', { name: 'Mã sau' }))

    expect(modulesOf(screen.getByRole('img', { name: `Mã 2/${codes.length}` }))).toEqual(darkModules(codes[1]!))
    expect(screen.getByRole('button', { name: 'Tự đổi mã' })).toBeInTheDocument()
  })

  it('are passed on as a file when they are too many', async () => {
    const { user, take } = await page()
    await take(rescueFile(writeQueueFile(Array.from({ length: 90 }, (_, n) => ({ ...envelopes[0]!, counter: n + 1, sealed: 'A'.repeat(400) })))))

    await user.click(await screen.findByRole('button', { name: 'Cho máy khác quét mã' }))

    expect(await screen.findByText('90 phiếu là quá nhiều để quét mã. Chuyển tệp cứu hộ.')).toBeInTheDocument()
  })
})

describe('the rescue file', () => {
  it('is offered to other apps where the browser can, and saved where it cannot', async () => {
    const shareFile = vi.fn<(file: File) => Promise<boolean>>(async () => true)
    const { user, take } = await page({ shareFile })
    expect(screen.queryByRole('button', { name: 'Chuyển tệp cứu hộ' })).not.toBeInTheDocument()
    await take(rescueFile())

    await user.click(await screen.findByRole('button', { name: 'Chuyển tệp cứu hộ' }))

    expect(await screen.findByText(/Tệp cứu hộ có 2 phiếu/)).toBeInTheDocument()
    const [file] = shareFile.mock.calls[0]!
    expect([file.name, await file.text()]).toEqual(['so-thon-cuu-ho-2026-11-20.txt', writeQueueFile(envelopes)])
  })

  it('[S42] holds the forms begun, and says how many', async () => {
    const { user, take } = await page({ shareFile: async () => true })
    await take(rescueFile(writeQueueFile(envelopes, [{ device: envelopes[0]!.device, commune: envelopes[0]!.commune, record: envelopes[0]!.device, sealed: 'AAAA' }])))

    await user.click(await screen.findByRole('button', { name: 'Chuyển tệp cứu hộ' }))

    expect(await screen.findByText(/Tệp cứu hộ có 2 phiếu chờ gửi và 1 phiếu, ghi chú đang làm dở/)).toBeInTheDocument()
  })

  it('says when it was not passed on, and when the disk refuses', async () => {
    const { user, take } = await page({ shareFile: async () => false })
    await take(rescueFile())

    await user.click(await screen.findByRole('button', { name: 'Chuyển tệp cứu hộ' }))

    expect(await screen.findByText(/Tệp chưa được chuyển/)).toBeInTheDocument()
  })

  it('is at hand with the book locked while something waits', async () => {
    const world = appWorld({
      accounts: [{ userId: USERS.officer, username: 'officer', passphrase: PASSPHRASE, sealedCount: 3 }],
      courier: { ...openCourier({ indexedDB: new IDBFactory(), IDBKeyRange }), count: async () => ({ own: 3, drafts: 0, carried: { waiting: 0, devices: 0, refused: 0 } }), writeFile: async () => fail({ kind: 'diskFull' }) },
    })
    const { user } = world.start()

    await user.click(await screen.findByRole('button', { name: 'Lưu tệp cứu hộ' }))

    expect(await screen.findByText(/Bộ nhớ máy đầy/)).toBeInTheDocument()
    await act(async () => {})
  })

  it('is at hand with the book locked where a form was only begun', async () => {
    const courier = { ...openCourier({ indexedDB: new IDBFactory(), IDBKeyRange }), count: async () => ({ own: 0, drafts: 1, carried: { waiting: 0, devices: 0, refused: 0 } }) }
    appWorld({ accounts: [{ userId: USERS.officer, username: 'officer', passphrase: PASSPHRASE }], courier }).start()

    expect(await screen.findByRole('button', { name: 'Lưu tệp cứu hộ' })).toBeInTheDocument()
  })

  it('is at hand with the book locked where the device only carries what is others\'', async () => {
    const shareFile = vi.fn<(file: File) => Promise<boolean>>(async () => true)
    const courier = openCourier({ indexedDB: new IDBFactory(), IDBKeyRange })
    await courier.takeFile(writeQueueFile(envelopes))
    const { user } = appWorld({ accounts: [{ userId: USERS.officer, username: 'officer', passphrase: PASSPHRASE }], courier, platform: { shareFile } }).start()

    await user.click(await screen.findByRole('button', { name: 'Chuyển tệp cứu hộ' }))

    expect(await screen.findByText(/Tệp cứu hộ có 2 phiếu/)).toBeInTheDocument()
    expect(await shareFile.mock.calls[0]![0].text()).toBe(writeQueueFile(envelopes))
  })

  it('is not offered where nothing waits', async () => {
    const world = appWorld({ accounts: [{ userId: USERS.officer, username: 'officer', passphrase: PASSPHRASE }] })
    world.start()

    await screen.findByLabelText('Mật khẩu mở sổ')

    expect(screen.queryByRole('button', { name: 'Lưu tệp cứu hộ' })).not.toBeInTheDocument()
  })
})
