import { act, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../../src/domain/access'
import { fail, ok } from '../../../src/domain/result'
import { currentForm } from '../../../src/domain/forms/registry'
import { AnswerView } from '../../../src/ui/answers/AnswerView'
import type { Draft } from '../../../src/storage/ledger'
import { finishBeforeLock } from '../../../src/ui/beforeLock'
import type { Platform } from '../../../src/ui/platform'
import { PhotoView } from '../../../src/ui/photos/PhotoView'
import SyncPage from '../../../src/ui/sync/SyncPage'
import { appWorld, Around } from '../../support/appWorld'
import { memoryLedger } from '../../support/memory/memoryLedger'
import { COMMUNE, communeContext, NOW, uiWorld, type UiWorldInput } from '../../support/uiWorld'
import { collecting, FORM, labourDraft } from '../form/formWorld'

beforeEach(() => localStorage.clear())

const HASH = 'a'.repeat(43)
const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1])
const picture = new File(['a picture'], 'anh.jpg', { type: 'image/jpeg' })

describe('a question for a photo', () => {
  const draft: Draft = { ...labourDraft({}), form: 'asxh@2', head: { ...labourDraft().head, kind: 'asxh' }, place: 'benefits' }
  const asking = (platform: Partial<Platform>) => collecting(`/phieu/${FORM}`, { drafts: [draft] }, platform)
  const answer = async (shown: Awaited<ReturnType<typeof asking>>) => (await shown.world.ledger.findDraft(FORM))?.answers.decisionPhoto

  it('is answered by the hash of what was taken, shown at once, and kept in the draft', async () => {
    const shown = await asking({ shrinkPhoto: async () => ok(bytes) })
    await shown.user.upload(screen.getByLabelText(/^Chụp ảnh/), picture)

    expect(await screen.findByRole('img', { name: 'Ảnh quyết định hưởng trợ cấp' })).toBeInTheDocument()
    expect(await answer(shown)).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(await shown.world.ledger.photos.waiting()).toMatchObject([{ record: FORM, size: 4 }])
  })

  it('is waited for before the book locks, while it is still being made smaller', async () => {
    let made = (): void => {}
    const shown = await asking({ shrinkPhoto: () => new Promise((done) => { made = () => done(ok(bytes)) }) })
    await shown.user.upload(screen.getByLabelText(/^Chụp ảnh/), picture)

    await act(async () => {
      const closing = finishBeforeLock()
      made()
      await closing
    })

    expect(await answer(shown)).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  it('says of a file that is no picture what to do, and takes nothing', async () => {
    const shown = await asking({ shrinkPhoto: async () => fail('notPicture') })
    await shown.user.upload(screen.getByLabelText(/^Chụp ảnh/), picture)

    expect(await screen.findByText('Tệp này không phải ảnh. Chụp lại hoặc chọn ảnh khác.')).toBeInTheDocument()
    expect(await answer(shown)).toBeUndefined()
  })

  it('lets a photo be taken away, and that be undone', async () => {
    const shown = await asking({ shrinkPhoto: async () => ok(bytes) })
    await shown.user.upload(screen.getByLabelText(/^Chụp ảnh/), picture)
    await shown.user.click(await screen.findByRole('button', { name: 'Bỏ ảnh' }))
    await waitFor(async () => expect(await answer(shown)).toBeUndefined())

    await shown.user.click(screen.getByRole('button', { name: 'Hoàn tác' }))

    await waitFor(async () => expect(await answer(shown)).toMatch(/^[A-Za-z0-9_-]{43}$/))
  })
})

describe('a photo of a record', () => {
  function viewing(input: UiWorldInput) {
    const world = uiWorld(input)
    return { world, ...world.show(<Around outside={appWorld().outside}><PhotoView commune={COMMUNE} hash={HASH} label="Ảnh giấy ủy quyền" /></Around>, '/') }
  }
  const show = () => screen.getByRole('button', { name: 'Xem ảnh' })

  it('is fetched only when somebody asks for it', async () => {
    const asked: string[] = []
    const { user } = viewing({ remote: { photo: async (commune, hash) => { asked.push(`${commune} ${hash}`); return ok(bytes) } } })
    expect(asked).toEqual([])

    await user.click(show())

    expect(await screen.findByRole('img', { name: 'Ảnh giấy ủy quyền' })).toBeInTheDocument()
    expect(asked).toEqual([`${COMMUNE} ${HASH}`])
  })

  it('goes on no paper: a decision names the group of whom it is about', async () => {
    const { user } = viewing({ remote: { photo: async () => ok(bytes) } })

    await user.click(show())

    expect(await screen.findByRole('img', { name: 'Ảnh giấy ủy quyền' })).toHaveClass('no-print')
  })

  it('says without a line that it is at the server, and is there at the next try', async () => {
    let isUp = false
    const { user } = viewing({ remote: { photo: async () => (isUp ? ok(bytes) : fail({ error: 'offline' })) } })
    await user.click(show())
    expect(await screen.findByText('Ảnh ở máy chủ. Cần có mạng để xem.')).toBeInTheDocument()
    isUp = true

    await user.click(show())

    expect(await screen.findByRole('img')).toBeInTheDocument()
  })

  it('that took the place of another is fetched only when somebody asks for it too', async () => {
    const asked: string[] = []
    const other = 'b'.repeat(43)
    const field = currentForm('asxh').fields.decisionPhoto!
    function Changing() {
      const [hash, setHash] = useState(HASH)
      return <><AnswerView commune={COMMUNE} fieldId="decisionPhoto" field={field} value={hash} /><button type="button" onClick={() => setHash(other)}>đổi</button></>
    }
    const world = uiWorld({ remote: { photo: async (_, hash) => { asked.push(hash); return ok(bytes) } } })
    const { user } = world.show(<Changing />)
    await user.click(show())
    await screen.findByRole('img')

    await user.click(screen.getByRole('button', { name: 'đổi' }))

    expect(screen.queryByRole('img')).not.toBeInTheDocument()
    expect(show()).toBeInTheDocument()
    expect(asked).toEqual([HASH])
  })

  it('that the disk has spoilt and the server does not have is to be taken again', async () => {
    const ledger = memoryLedger({ contexts: [communeContext], now: () => NOW, spoilsPhotos: true })
    const kept = await ledger.photos.keep({ commune: COMMUNE, record: FORM, bytes })
    const hash = kept.ok ? kept.value : ''
    const { user } = uiWorld({ ledger, remote: { photo: async () => fail({ error: 'notFound' }) } }).show(<Around outside={appWorld().outside}><PhotoView commune={COMMUNE} hash={hash} label="Ảnh" /></Around>, '/')

    await user.click(show())

    expect(await screen.findByText('Ảnh này hỏng, không đọc được nữa. Chụp lại.')).toBeInTheDocument()
  })

  it('that has not arrived is said to be on the phone that took it', async () => {
    const { user } = viewing({ remote: { photo: async () => fail({ error: 'notFound' }) } })
    await user.click(show())

    expect(await screen.findByText('Ảnh chưa về máy chủ, còn trên máy người chụp.')).toBeInTheDocument()
  })
})

describe('photos on the page about sync', () => {
  it('say how long the oldest has waited', async () => {
    let now = NOW - 2 * 24 * 3_600_000
    const ledger = memoryLedger({ contexts: [communeContext], now: () => now })
    for (const size of [310_000, 90_000]) {
      await ledger.photos.keep({ commune: COMMUNE, record: FORM, bytes: new Uint8Array(size) })
      now = NOW
    }
    uiWorld({ ledger }).show(<Around outside={appWorld().outside}><SyncPage /></Around>, '/dong-bo')

    expect(await screen.findByText('2 ảnh chờ gửi · 400 kB')).toBeInTheDocument()
    expect(within(screen.getByRole('region', { name: 'Ảnh giấy tờ' })).getByText('cũ nhất: 2 ngày')).toBeInTheDocument()
  })

  it('[S33] that are spoilt are told by their record, with the way to take them again, and are let go of at a press', async () => {
    const ledger = memoryLedger({ contexts: [communeContext], now: () => NOW, drafts: [labourDraft({})], spoilsPhotos: true })
    await ledger.photos.keep({ commune: COMMUNE, record: FORM, bytes })
    const { user } = uiWorld({ ledger }).show(<Around outside={appWorld().outside}><SyncPage /></Around>, '/dong-bo')
    const section = within(await screen.findByRole('region', { name: 'Ảnh giấy tờ' }))

    expect([await section.findByText('1 ảnh hỏng, không gửi được'), section.getByText('Không có ảnh nào chờ gửi')]).toHaveLength(2)
    expect(section.getByRole('link', { name: /chụp lại$/ })).toHaveAttribute('href', `/phieu/${FORM}`)
    await user.click(section.getByRole('button', { name: 'Bỏ ảnh hỏng' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Bỏ ảnh hỏng' }))

    await waitFor(() => expect(section.queryByText('1 ảnh hỏng, không gửi được')).toBeNull())
    expect(await ledger.photos.waiting()).toEqual([])
  })

  it('wait for a line that costs nothing until somebody says otherwise', async () => {
    const world = uiWorld({})
    await world.ledger.photos.keep({ commune: COMMUNE, record: FORM, bytes: new Uint8Array(310_000) })
    const handedIn: unknown[] = []
    const { user } = world.show(<Around outside={appWorld({ platform: { line: () => 'unknown', handInSealed: async (...how) => handedIn.push(how) } }).outside}><SyncPage /></Around>, '/dong-bo')
    expect(await screen.findByText('1 ảnh chờ gửi · 310 kB')).toBeInTheDocument()
    expect(screen.getByText(/ảnh chờ đến khi bấm gửi/)).toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Gửi ảnh bây giờ' }))
    await user.click(screen.getByRole('radio', { name: 'Cả dữ liệu di động' }))

    expect([world.sync.runs, handedIn]).toEqual([['submit'], [['all', 'asked']]])
    expect(screen.queryByText(/ảnh chờ đến khi bấm gửi/)).toBeNull()
    act(() => world.sync.set({ photoTrouble: { kind: 'offline' } }))
    expect(screen.getByText('Lần gửi ảnh vừa rồi chưa xong. Máy sẽ gửi tiếp từ chỗ dừng.')).toBeInTheDocument()
    act(() => world.sync.set({ photoTrouble: { kind: 'passedOver', photos: 1 } }))
    expect(screen.getByText(/^Còn 1 ảnh chưa gửi được; các ảnh khác vẫn đi\./)).toBeInTheDocument()
  })

  it('go over the line their own officer lets them use, not another officer of the phone', async () => {
    const pageOf = (role: Role) => uiWorld({ role }).show(<Around outside={appWorld().outside}><SyncPage /></Around>, '/dong-bo')
    const first = pageOf('member')
    await first.user.click(await screen.findByRole('radio', { name: 'Cả dữ liệu di động' }))
    first.unmount()

    const second = pageOf('officer')

    expect(await screen.findByRole('radio', { name: 'Cả dữ liệu di động' })).not.toBeChecked()
    second.unmount()
    pageOf('member')
    expect(await screen.findByRole('radio', { name: 'Cả dữ liệu di động' })).toBeChecked()
  })
})
