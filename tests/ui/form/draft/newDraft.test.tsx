import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { finishBeforeLock } from '../../../../src/ui/beforeLock'
import { fail, ok } from '../../../../src/domain/result'
import { HAMLET } from '../../../support/uiWorld'
import { collecting, HOUSEHOLD, PERSON } from '../formWorld'

type Shown = Awaited<ReturnType<typeof collecting>>
const drafts = ({ world }: Shown) => world.ledger.cards().filter(({ hasDraft }) => hasDraft)

/** A new form, open. */
async function begin(path: string): Promise<Shown> {
  const shown = await collecting(path)
  await screen.findByRole('button', { name: 'Mục lục' })
  expect(drafts(shown)).toHaveLength(1)
  return shown
}
const close = ({ user }: Shown) => user.click(screen.getByRole('link', { name: 'Đóng' }))

describe('a form begun by a wrong press', () => {
  it.each([['household', `/them/ho/${HAMLET}`], ['person', `/them/nguoi/${HOUSEHOLD}`], ['labour form', `/them/labour/${PERSON}`], ['beneficiary record', `/them/asxh/${PERSON}`]])('leaves no draft when it is left as it began: a %s', async (_kind, path) => {
    const shown = await begin(path)
    await shown.user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await shown.user.click(screen.getAllByRole('button', { name: /còn \d+ câu/ }).at(-1)!)

    await close(shown)

    await waitFor(() => expect(drafts(shown)).toEqual([]))
  })

  it('keeps the first letter', async () => {
    const shown = await begin(`/them/ho/${HAMLET}`)
    await shown.user.type(screen.getByLabelText(/Mã hộ/), 'N')

    await close(shown)

    expect(await shown.world.ledger.findDraft(drafts(shown)[0]!.id)).toMatchObject({ answers: { householdCode: 'N' } })
  })

  it('keeps what was typed in it in another tab', async () => {
    const shown = await begin(`/them/ho/${HAMLET}`)
    const { ledger } = shown.world
    const begun = (await ledger.findDraft(drafts(shown)[0]!.id))!
    const typed = { ...begun, answers: { ...begun.answers, householdCode: 'NS-1' }, savedAt: '2026-11-30T23:00:00.000Z' }
    await act(() => ledger.saveDraft(typed))

    await close(shown)
    await act(async () => {})

    expect(await ledger.findDraft(begun.id)).toEqual(typed)
  })

  it('keeps that the person said what is known of them is right', async () => {
    const shown = await begin(`/them/labour/${PERSON}`)
    await shown.user.click(screen.getByRole('button', { name: 'Đúng cả' }))

    await close(shown)
    await act(async () => {})

    expect(drafts(shown)).toHaveLength(1)
  })

  it('keeps what was scanned from an identity card', async () => {
    const shown = await collecting(`/quet/${HOUSEHOLD}`, {}, { scanner: { watch: async () => fail('none'), readPhoto: async () => fail('noCode') } })
    await shown.user.click(screen.getByLabelText('Chữ từ máy quét cầm tay'))
    await shown.user.paste('056190000999||Chamaléa Thị Mới|01021990|Nữ|Thôn Suối Le, Lương Sơn, Ninh Sơn, Ninh Thuận|15042021')
    await shown.user.keyboard('{Enter}')
    await shown.user.click(await screen.findByRole('button', { name: /^Thêm vào hộ/ }))
    await screen.findByRole('button', { name: 'Mục lục' })

    await close(shown)
    await act(async () => {})

    expect(drafts(shown).map(({ name }) => name)).toEqual(['Chamaléa Thị Mới'])
  })

  it('keeps a photo that was still being made smaller', async () => {
    let made = (): void => {}
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1])
    const shown = await collecting(`/them/asxh/${PERSON}`, {}, { shrinkPhoto: () => new Promise((done) => { made = () => done(ok(bytes)) }) })
    await shown.user.click(await screen.findByRole('button', { name: 'Mục lục' }))
    await shown.user.click(screen.getByRole('button', { name: /Nhóm đối tượng, trợ cấp/ }))
    await shown.user.upload(screen.getByLabelText(/^Chụp ảnh/), new File(['a picture'], 'anh.jpg', { type: 'image/jpeg' }))

    await close(shown)
    await act(async () => made())

    await waitFor(async () => expect((await shown.world.ledger.findDraft(drafts(shown)[0]!.id))?.answers.decisionPhoto).toMatch(/^[A-Za-z0-9_-]{43}$/))
  })

  it('is there again when the book locked over it', async () => {
    const shown = await begin(`/them/ho/${HAMLET}`)

    await act(() => finishBeforeLock())
    shown.unmount()
    await act(async () => {})

    expect(drafts(shown)).toHaveLength(1)
  })
})
