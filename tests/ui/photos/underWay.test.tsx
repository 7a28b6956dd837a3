import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../src/domain/result'
import type { Draft, Ledger } from '../../../src/storage/ledger'
import { finishBeforeLock } from '../../../src/ui/beforeLock'
import { memoryLedger } from '../../support/memory/memoryLedger'
import { communeContext, NOW } from '../../support/uiWorld'
import { disabledElder } from '../../domain/forms/completeAnswers'
import { collecting, FORM, household, HOUSEHOLD, labourDraft, otherPerson, person } from '../form/formWorld'

const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1])
const HASH = /^[A-Za-z0-9_-]{43}$/
const draft: Draft = { ...labourDraft(disabledElder), form: 'asxh@2', head: { ...labourDraft().head, kind: 'asxh' }, place: 'benefits' }

/** A photo was chosen and is being made smaller until `made` says what came of it. */
async function taking(change: Partial<Ledger> = {}) {
  let made: (shrunk: Result<Uint8Array<ArrayBuffer>, 'notPicture'>) => void = () => {}
  const ledger = { ...memoryLedger({ contexts: [communeContext], records: [household, person, otherPerson], drafts: [draft], now: () => NOW }), ...change }
  const shown = await collecting(`/phieu/${FORM}`, { ledger }, { shrinkPhoto: () => new Promise((done) => { made = done }) })
  await shown.user.upload(screen.getByLabelText(/^Chụp ảnh/), new File(['a picture'], 'anh.jpg', { type: 'image/jpeg' }))
  const press = (name: string | RegExp) => shown.user.click(screen.getByRole('button', { name }))
  return {
    ...shown, ledger, press,
    made: (shrunk: Parameters<typeof made>[0] = ok(bytes)) => act(async () => made(shrunk)),
    answer: async () => (await ledger.findDraft(FORM))?.answers.decisionPhoto,
    toPart: async (name: RegExp) => {
      await press('Mục lục')
      await press(name)
    },
  }
}

describe('a photo that is still being made smaller', () => {
  it('goes with the form that is sent meanwhile, and brings no draft back', async () => {
    const { ledger, press, toPart, made, path } = await taking()
    await toPart(/^\d*Chi trả/)
    await press('Gửi phiếu')
    expect(await ledger.pending()).toEqual([])
    expect(screen.getByText('Ảnh quyết định: Đang thu nhỏ ảnh…')).toBeVisible()

    await made()

    await waitFor(() => expect(path()).toBe(`/ho/${HOUSEHOLD}`))
    const [{ operation } = {}] = await ledger.pending()
    expect(operation).toMatchObject({ type: 'submit', patch: { decisionPhoto: expect.stringMatching(HASH) as string } })
    expect(await ledger.findDraft(FORM)).toBeUndefined()
  })

  it('and cannot be used stops the sending, and says so with the way to its question', async () => {
    const { ledger, press, toPart, made } = await taking()
    await toPart(/^\d*Chi trả/)
    await press('Gửi phiếu')

    await made(fail('notPicture'))

    expect(screen.getByRole('alert')).toHaveTextContent('Ảnh quyết định: Tệp này không phải ảnh. Chụp lại hoặc chọn ảnh khác.')
    expect(await ledger.pending()).toEqual([])
    await press('Đến chỗ chụp ảnh')
    expect(screen.getByLabelText(/^Chụp ảnh/)).toHaveFocus()
    expect(screen.getAllByText(/Tệp này không phải ảnh/)).toHaveLength(1)
    await toPart(/^\d*Chi trả/)
    expect(screen.queryByText(/Tệp này không phải ảnh/)).not.toBeInTheDocument()
    await press('Gửi phiếu')
    await waitFor(async () => expect(await ledger.pending()).toHaveLength(1))
  })

  it('goes with the draft that is thrown away meanwhile, and comes back with it', async () => {
    const { ledger, press, made, path, answer } = await taking()
    await press('Mục lục')
    await press('Bỏ nháp này')

    await made()

    await waitFor(() => expect(path()).toBe(`/ho/${HOUSEHOLD}`))
    expect(await ledger.findDraft(FORM)).toBeUndefined()
    await press('Hoàn tác')
    await waitFor(async () => expect(await answer()).toMatch(HASH))
  })

  it('is waited for before the book locks, another part of the form on the screen', async () => {
    const { press, made, answer } = await taking()
    await press(/^Tiếp/)
    let isClosed = false
    const closing = finishBeforeLock().then(() => { isClosed = true })
    await act(async () => {})
    expect(isClosed).toBe(false)

    await made()

    await closing
    expect(await answer()).toMatch(HASH)
  })

  it.each([
    ['a file that is no picture', fail('notPicture' as const), {}, 'Ảnh quyết định: Tệp này không phải ảnh. Chụp lại hoặc chọn ảnh khác.'],
    ['a disk that is full', ok(bytes), { keep: async () => fail({ kind: 'diskFull' as const }) }, 'Ảnh quyết định: Bộ nhớ máy đầy'],
  ])('says of %s what to do, another part of the form on the screen', async (_, shrunk, photos, words) => {
    const inner = memoryLedger({ now: () => NOW }).photos
    const { press, made } = await taking({ photos: { ...inner, ...photos } })
    await press(/^Tiếp/)

    await made(shrunk)

    expect(screen.getByRole('alert')).toHaveTextContent(words)
  })

  it('says what to do also where the form was left', async () => {
    const { user, made } = await taking()
    await user.click(screen.getByRole('link', { name: 'Đóng' }))

    await made(fail('notPicture'))

    expect(screen.getByText('Ảnh quyết định: Tệp này không phải ảnh. Chụp lại hoặc chọn ảnh khác.')).toBeVisible()
  })

  it('is in the draft when the form is left and opened again before it was ready', async () => {
    const { user, go, made, answer } = await taking()
    await user.click(screen.getByRole('link', { name: 'Đóng' }))
    await act(async () => go(`/phieu/${FORM}`))

    await made()

    expect(await screen.findByRole('img', { name: 'Ảnh quyết định hưởng trợ cấp' })).toBeInTheDocument()
    expect(await answer()).toMatch(HASH)
  })
})
