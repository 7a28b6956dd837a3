import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/domain/result'
import type { Scanner } from '../../../src/ui/platform'
import { registerRecord, USERS } from '../../support/uiWorld'
import { labourAnswers, personAnswers } from '../../support/villageForms'
import { collecting, household, HOUSEHOLD, labourDraft, person, PERSON, pressTwice, told } from '../form/formWorld'

const CARD = '056090000123||Lò Thị Bàn|01021990|Nữ|Thôn Suối Le, Lương Sơn, Ninh Sơn, Ninh Thuận|15042021'
const noCamera: Scanner = { watch: async () => fail('none'), readPhoto: async () => fail('noCode') }
const type = 'Chữ từ máy quét cầm tay'

/** What a hand scanner does: the text as keys, then Enter. */
async function scanned({ user }: Awaited<ReturnType<typeof collecting>>, text: string, place = screen): Promise<void> {
  await user.click(place.getByLabelText(type))
  await user.paste(text)
  await user.keyboard('{Enter}')
}

describe('the scanner of cards', () => {
  it.each([['denied', /Chưa được phép dùng máy ảnh/], ['busy', /Ứng dụng khác đang dùng máy ảnh/], ['none', /không có máy ảnh dùng được/]] as const)('says what to do without a camera: %s', async (failure, words) => {
    await collecting('/quet', {}, { scanner: { ...noCamera, watch: async () => fail(failure) } })

    expect(await screen.findByText(words)).toBeTruthy()
  })

  it.each([['noCode', /Chưa thấy mã trong ảnh/], ['notPicture', /không phải ảnh/], ['noDecoder', /Bộ đọc mã không mở được/]] as const)('says what is wrong with a photo: %s', async (failure, words) => {
    const { user } = await collecting('/quet', {}, { scanner: { ...noCamera, readPhoto: async () => fail(failure) } })

    await user.upload(screen.getByLabelText(/Chụp ảnh mã QR/), new File(['x'], 'the.png', { type: 'image/png' }))

    expect(await screen.findByText(words)).toBeTruthy()
  })

  it('says that a code is no card, and that a card came in part', async () => {
    const shown = await collecting('/quet')

    await scanned(shown, 'https://example.vn')
    expect(screen.getByText(/không phải mã của thẻ căn cước/)).toBeTruthy()
    await scanned(shown, '056090000123|12345')
    expect(screen.getByText(/một phần của mã/)).toBeTruthy()
  })

  it('lets the camera go when it has read a card, and when it is left', async () => {
    const running = new Set<number>()
    let see = (_text: string): void => {}
    let opened = 0
    const scanner: Scanner = {
      ...noCamera,
      watch: async (_video, onRead) => {
        const mine = (opened += 1)
        running.add(mine)
        see = (text) => onRead(ok(text))
        return ok({ stop: () => void running.delete(mine) })
      },
    }
    const shown = await collecting('/quet', {}, { scanner })
    expect(running.size).toBe(1)

    act(() => see(CARD))
    await screen.findByText('Kết quả quét thẻ')
    expect(running.size).toBe(0)
    await shown.user.click(screen.getByRole('button', { name: 'Quét lại' }))
    await waitFor(() => expect(running.size).toBe(1))
    shown.unmount()

    expect([opened, running.size]).toEqual([2, 0])
  })
})

describe('the light of the camera', () => {
  const withLight = (works: boolean, asked: boolean[]): Scanner => ({
    ...noCamera, watch: async () => ok({ stop: () => {}, light: async (on) => { asked.push(on); return works } }),
  })

  it('is turned on and off, and is not offered where there is none', async () => {
    const asked: boolean[] = []
    const shown = await collecting('/quet', {}, { scanner: withLight(true, asked) })

    await shown.user.click(screen.getByRole('button', { name: 'Bật đèn' }))
    await shown.user.click(await screen.findByRole('button', { name: 'Tắt đèn' }))
    expect(await screen.findByRole('button', { name: 'Bật đèn' })).toBeInTheDocument()
    expect(asked).toEqual([true, false])
    shown.unmount()

    await collecting('/quet', {}, { scanner: { ...noCamera, watch: async () => ok({ stop: () => {} }) } })
    expect(screen.queryByRole('button', { name: 'Bật đèn' })).not.toBeInTheDocument()
  })

  it('is not said to be on when the camera refuses', async () => {
    const asked: boolean[] = []
    const shown = await collecting('/quet', {}, { scanner: withLight(false, asked) })

    await shown.user.click(screen.getByRole('button', { name: 'Bật đèn' }))

    expect(asked).toEqual([true])
    expect(screen.queryByRole('button', { name: 'Tắt đèn' })).not.toBeInTheDocument()
  })
})

describe('what a card says', () => {
  it('of a person in the book is sent at once where nothing is odd about it', async () => {
    const known = registerRecord({ ...person, answers: { ...person.answers, fullName: 'Lò Thị Bàn', personalId: '056190000123', born: '1990-02-01', sex: '2' } })
    const shown = await collecting('/quet', { records: [household, known] })
    await scanned(shown, CARD.replace('056090000123', '056190000123'))
    await shown.user.click(await screen.findByRole('button', { name: /^Dùng \d mục đã chọn/ }))

    await waitFor(() => expect(shown.path()).toBe(`/nguoi/${PERSON}`))
    expect(await shown.world.ledger.findDraft(PERSON)).toBeUndefined()
    expect((await shown.world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([
      { type: 'submit', record: PERSON, patch: { cardHeld: true, idIssuedOn: '2021-04-15', permanentAddressRaw: 'Thôn Suối Le, Lương Sơn, Ninh Sơn, Ninh Thuận' } },
    ])
  })

  it('of a person in the book goes into a draft where something is odd, and nothing else changes', async () => {
    const known = registerRecord({ ...person, answers: personAnswers({ personalId: '056090000123' }) })
    const shown = await collecting('/quet', { records: [household, known] })
    await scanned(shown, CARD)

    const name = await screen.findByRole('group', { name: /Họ và tên/ })
    await shown.user.click(within(name).getByRole('radio', { name: /trong sổ/ }))
    await shown.user.click(screen.getByRole('button', { name: /^Dùng \d mục đã chọn/ }))

    await waitFor(() => expect(shown.path()).toBe(`/phieu/${PERSON}`))
    const draft = await shown.world.ledger.findDraft(PERSON)
    expect(draft?.answers).toEqual({ ...known.answers, born: '1990-02-01', sex: '2', cardHeld: true, idIssuedOn: '2021-04-15', permanentAddressRaw: 'Thôn Suối Le, Lương Sơn, Ninh Sơn, Ninh Thuận' })
    expect(await shown.world.ledger.pending()).toEqual([])
  })

  it('of nobody in the book begins a new person of the household', async () => {
    const shown = await collecting(`/quet/${HOUSEHOLD}`)
    await scanned(shown, CARD.replace('Lò Thị Bàn', 'Chamaléa Thị Mới').replace('056090000123', '056190000999'))

    expect(await screen.findByText('Chưa có người này trong máy')).toBeTruthy()
    await shown.user.click(screen.getByRole('button', { name: /^Thêm vào hộ/ }))

    await waitFor(() => expect(shown.path()).toMatch(/^\/phieu\//))
    const draft = await shown.world.ledger.findDraft(shown.path().slice('/phieu/'.length))
    expect(draft?.head).toMatchObject({ kind: 'person', household: HOUSEHOLD })
    expect(draft?.answers).toMatchObject({ fullName: 'Chamaléa Thị Mới', personalId: '056190000999', born: '1990-02-01' })
  })

  it('of nobody in the book is offered in the new form, and the person says that it is right before anything is sent', async () => {
    const shown = await collecting(`/quet/${HOUSEHOLD}`)
    await scanned(shown, CARD.replace('Lò Thị Bàn', 'Chamaléa Thị Mới').replace('056090000123', '056190000999'))
    await shown.user.click(await screen.findByRole('button', { name: /^Thêm vào hộ/ }))
    const id = await waitFor(() => expect(shown.path()).toMatch(/^\/phieu\//)).then(() => shown.path().slice('/phieu/'.length))

    const toldOf = async () => (await shown.world.ledger.findDraft(id))?.told
    expect(await toldOf()).toEqual({ fullName: 'offered', born: 'offered', sex: 'offered', personalId: 'offered', cardHeld: 'offered', idIssuedOn: 'offered' })
    const name = (await screen.findByDisplayValue('Chamaléa Thị Mới')).closest('.f')
    expect(name).toHaveTextContent('Lấy từ thẻ, chưa hỏi lại')
    await shown.user.click(screen.getByRole('button', { name: 'Đúng cả' }))
    expect(await toldOf()).toMatchObject({ fullName: 'confirmed', born: 'confirmed', sex: 'confirmed', cardHeld: 'offered' })
    await shown.user.click(screen.getByRole('button', { name: 'Trước' }))
    expect((await screen.findByDisplayValue('Chamaléa Thị Mới')).closest('.f')).toHaveTextContent('Lấy từ thẻ, đã hỏi lại')
  })

  it('is known by that where the record is read', async () => {
    const answers = { ...person.answers, fullName: 'Chamaléa Thị Mới' }
    const known = registerRecord({ ...person, answers, submission: { by: USERS.officer, device: 'd', run: 'r', at: '2026-11-19T00:52:00.000Z', confirmed: { fullName: true } } })
    await collecting(`/phieu/${PERSON}`, { records: [household, known] })

    expect((await screen.findByText('Lấy từ thẻ, đã hỏi lại')).closest('dd')).toHaveTextContent('Chamaléa Thị Mới')
  })

  it('of nobody in the book begins one person where that is pressed twice', async () => {
    const shown = await collecting(`/quet/${HOUSEHOLD}`)
    await scanned(shown, CARD.replace('Lò Thị Bàn', 'Chamaléa Thị Mới').replace('056090000123', '056190000999'))
    await screen.findByText('Chưa có người này trong máy')

    await act(async () => pressTwice(/^Thêm vào hộ/))

    await waitFor(() => expect(shown.path()).toMatch(/^\/phieu\//))
    expect(shown.world.ledger.cards().filter(({ name }) => name === 'Chamaléa Thị Mới')).toHaveLength(1)
  })

  it('asks before it takes somebody of the same name for its person', async () => {
    const shown = await collecting('/quet')
    const { fullName } = (await shown.world.ledger.getRecord(PERSON))!.answers
    const born = String((await shown.world.ledger.getRecord(PERSON))!.answers.born)
    await scanned(shown, CARD.replace('056090000123', '056190000999').replace('Lò Thị Bàn', String(fullName)).replace('01021990', born.split('-').reverse().join('')))

    expect(await screen.findByText('Thẻ này của ai?')).toBeTruthy()
    await shown.user.click(screen.getByRole('button', { name: new RegExp(String(fullName)) }))

    expect(await screen.findByRole('group', { name: /Số CCCD/ })).toBeTruthy()
  })

  it('fills the form that is open, says whose it is, and is kept like everything typed', async () => {
    const { idMissingReason: _reason, ...answers } = labourAnswers({ personalId: '056090000999', fullName: 'Lò Thị Ban' })
    const draft = labourDraft(answers)
    const shown = await collecting(`/phieu/${draft.id}`, { drafts: [draft] })
    await shown.user.click(await screen.findByRole('button', { name: 'Quét thẻ' }))
    const sheet = within(await screen.findByRole('dialog'))
    await scanned(shown, CARD, sheet as typeof screen)
    expect(sheet.getByText('Thẻ của Lò Thị Bàn, sinh 01/02/1990')).toBeInTheDocument()
    await shown.user.click(sheet.getByRole('button', { name: /^Dùng \d mục đã chọn/ }))

    await waitFor(async () => expect((await shown.world.ledger.findDraft(draft.id))?.answers).toMatchObject({ fullName: 'Lò Thị Bàn', personalId: '056090000123', born: '1990-02-01' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('that is probably of somebody else is said to be, and replaces nothing that nobody chooses', async () => {
    const { idMissingReason: _reason, ...answers } = labourAnswers({ personalId: '056090000999' })
    const draft = labourDraft(answers)
    const shown = await collecting(`/phieu/${draft.id}`, { drafts: [draft] })
    await shown.user.click(await screen.findByRole('button', { name: 'Quét thẻ' }))
    const sheet = within(await screen.findByRole('dialog'))
    await scanned(shown, CARD, sheet as typeof screen)

    expect(sheet.getByRole('alert')).toHaveTextContent(/Thẻ này có vẻ của người khác.*Lò Văn Sơn/)
    await shown.user.click(within(sheet.getByRole('group', { name: /Ngày sinh/ })).getByRole('radio', { name: /trên thẻ/ }))
    await shown.user.click(sheet.getByRole('button', { name: 'Dùng 1 mục đã chọn' }))

    await waitFor(async () => expect((await shown.world.ledger.findDraft(draft.id))?.answers).toMatchObject({ fullName: 'Lò Văn Sơn', personalId: '056090000999', born: '1990-02-01' }))
  })

  describe('where it closes two questions that were answered', () => {
    const without = { personalId: { missing: 'noneYet' }, idMissingReason: '1', cardHeld: false, noCardReason: '1' } as const
    const asked = async () => {
      const { head, ...draft } = labourDraft(personAnswers({ fullName: 'Lò Thị Ban', ...without, ...told }), { id: PERSON, base: 1, form: 'person@2', place: 'papers' })
      const shown = await collecting(`/phieu/${PERSON}`, { drafts: [{ ...draft, head: { ...head, kind: 'person', person: null } }] })
      await shown.user.click(await screen.findByRole('button', { name: 'Quét thẻ' }))
      const sheet = within(await screen.findByRole('dialog'))
      await scanned(shown, CARD, sheet as typeof screen)
      await shown.user.click(sheet.getByRole('button', { name: /^Dùng \d mục đã chọn/ }))
      return { ...shown, question: within(screen.getByRole('dialog', { name: 'Đổi câu “Số CCCD”, “Đã có thẻ”?' })) }
    }

    it('asks once about both, and leaves both as they were with what else the card says taken', async () => {
      const { user, world, question } = await asked()
      expect(question.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Lý do chưa có số định danh', 'Lý do chưa có thẻ'])

      await user.click(question.getByRole('button', { name: 'Giữ như cũ' }))

      expect((await world.ledger.findDraft(PERSON))?.answers).toMatchObject({ ...without, fullName: 'Lò Thị Bàn', born: '1990-02-01' })
      expect(screen.getByRole('group', { name: /Lý do chưa có số định danh/ })).toBeInTheDocument()
      expect(screen.getByRole('group', { name: /Vì sao chưa có thẻ/ })).toBeInTheDocument()
    })

    it('takes both, and takes both back', async () => {
      const { user, world, question } = await asked()

      await user.click(question.getByRole('button', { name: 'Đổi' }))
      expect((await world.ledger.findDraft(PERSON))?.answers).toMatchObject({ personalId: '056090000123', cardHeld: true })
      expect(screen.queryByRole('group', { name: /Lý do chưa có số|Vì sao chưa có thẻ/ })).not.toBeInTheDocument()
      await user.click(screen.getByRole('button', { name: 'Hoàn tác' }))

      expect((await world.ledger.findDraft(PERSON))?.answers).toMatchObject(without)
    })
  })
})
