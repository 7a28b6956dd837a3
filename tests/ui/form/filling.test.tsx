import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fail } from '../../../src/domain/result'
import { memoryLedger } from '../../support/memory/memoryLedger'
import { communeContext, NOW, USERS } from '../../support/uiWorld'
import { labourAnswers } from '../../support/villageForms'
import { collecting, FORM, household, labourDraft, OTHER, otherPerson, PERSON, person, returnedLabour } from './formWorld'

const at = (place: string, answers = labourAnswers()) => ({ drafts: [labourDraft(answers, { place })] })

describe('filling a form', () => {
  it('leaves a box empty that somebody emptied, and keeps that', async () => {
    const shown = await collecting(`/phieu/${FORM}`, at('person', labourAnswers({ oldId9: '264123456' })))
    const box = screen.getByRole('textbox', { name: /CMND/ })

    await shown.user.type(box, '{Backspace>9}')
    expect(box).toHaveValue('')
    await shown.user.tab()

    expect(box).toHaveValue('')
    expect((await shown.world.ledger.findDraft(FORM))?.answers).not.toHaveProperty('oldId9')
  })

  it('leaves no draft of a correction that was taken back to what the record says', async () => {
    const { user, world } = await collecting(`/phieu/${PERSON}`)
    await user.click(screen.getByRole('button', { name: 'Sửa' }))
    const box = screen.getByLabelText(/Họ, chữ đệm và tên/)
    await user.type(box, 'g')
    expect(await world.ledger.findDraft(PERSON)).toBeDefined()
    await user.type(box, '{Backspace}')

    await user.click(screen.getByRole('link', { name: 'Đóng' }))

    await waitFor(async () => expect(await world.ledger.findDraft(PERSON)).toBeUndefined())
  })

  it('leaves no draft of a returned form that was only looked at', async () => {
    const { user, world } = await collecting(`/phieu/${FORM}`, { records: [household, person, returnedLabour()] })

    act(() => void window.dispatchEvent(new Event('pagehide')))
    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: /Học vấn, tay nghề/ }))
    await user.click(screen.getByRole('link', { name: 'Đóng' }))

    expect(await world.ledger.findDraft(FORM)).toBeUndefined()
  })

  it('keeps a draft in which nothing but a reason was written', async () => {
    const form = returnedLabour({ answers: labourAnswers({ ethnicityCode: '20' }) })
    const { user, world } = await collecting(`/phieu/${FORM}`, { records: [household, person, form] })
    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: /Người cung cấp thông tin/ }))
    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))

    const warning = screen.getByRole('alert').querySelector('li a')?.textContent ?? ''
    await user.type(screen.getByRole('textbox', { name: `Lý do (nếu đúng như vậy): ${warning}` }), 'Hộ không muốn ghi')
    await user.click(screen.getByRole('link', { name: 'Đóng' }))

    expect(Object.values((await world.ledger.findDraft(FORM))?.reasons ?? {})).toEqual(['Hộ không muốn ghi'])
  })

  it('keeps every keystroke and finds it again after the page was killed', async () => {
    const { user, world, unmount } = await collecting(`/phieu/${FORM}`, at('person', labourAnswers({ fullName: undefined })))

    await user.type(screen.getByLabelText(/Họ, chữ đệm và tên/), 'Ka Tơr Đ')
    expect((await world.ledger.findDraft(FORM))?.answers.fullName).toBe('Ka Tơr Đ')

    unmount()
    const saved = await world.ledger.findDraft(FORM)
    await collecting(`/phieu/${FORM}`, { drafts: [saved!] })
    expect(screen.getByLabelText(/Họ, chữ đệm và tên/)).toHaveValue('Ka Tơr Đ')
    expect(screen.getByText(/Đã lưu 09:41/)).toBeInTheDocument()
  })

  it('is the newest of its draft also where the clock was set back meanwhile, and says what that clock says', async () => {
    const savedAt = '2026-11-27T05:00:00.000Z'
    const { user, world } = await collecting(`/phieu/${FORM}`, { drafts: [labourDraft(labourAnswers({ fullName: undefined }), { place: 'person', savedAt })] })

    await user.type(screen.getByLabelText(/Họ, chữ đệm và tên/), 'Ka')

    const draft = await world.ledger.findDraft(FORM)
    expect(draft?.answers.fullName).toBe('Ka')
    expect(draft?.savedAt.localeCompare(savedAt)).toBe(1)
    expect(screen.getByText(/Đã lưu 09:41/)).toBeInTheDocument()
  })

  it('says saved only when the disk has answered, and that it saves when the disk is slow', async () => {
    const inner = memoryLedger({ contexts: [communeContext], records: [household, person, otherPerson], ...at('person', labourAnswers({ fullName: undefined })), now: () => NOW })
    let answer = (): void => undefined
    const disk = new Promise<void>((done) => { answer = done })
    const ledger = { ...inner, saveDraft: (draft: Parameters<typeof inner.saveDraft>[0]) => disk.then(() => inner.saveDraft(draft)) }
    const { user } = await collecting(`/phieu/${FORM}`, { ledger })

    await user.type(screen.getByLabelText(/Họ, chữ đệm và tên/), 'Ka')
    expect(screen.getByText(/Đã lưu 09:41/)).toHaveAttribute('aria-busy', 'true')
    expect(await screen.findByText('Đang lưu…')).toBeInTheDocument()

    answer()
    await waitFor(() => expect(screen.getByText(/Đã lưu 09:41/)).toHaveAttribute('aria-busy', 'false'))
  })

  it('offers the heir of an old phone number, and changes nothing by itself', async () => {
    const { user, world } = await collecting(`/phieu/${FORM}`, at('residence', labourAnswers({ phone: undefined })))
    const box = screen.getByLabelText(/Số điện thoại/)
    await user.type(box, '0168 234 5678')
    await user.tab()
    expect(box).toHaveValue('01682345678')

    await user.click(screen.getByRole('button', { name: 'Đổi sang đầu số mới: 0382345678' }))

    expect(box).toHaveValue('0382345678')
    expect((await world.ledger.findDraft(FORM))?.answers.phone).toBe('0382345678')
    expect(screen.queryByRole('button', { name: /Đổi sang đầu số mới/ })).not.toBeInTheDocument()
    await waitFor(() => expect(box).not.toHaveAttribute('aria-invalid'))
  })

  it('asks only what the answer opens, and says what is skipped', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, at('activity', labourAnswers({ activityStatus: undefined, inactiveReason: undefined })))

    expect(screen.queryByRole('group', { name: /Vị thế việc làm/ })).not.toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: 'Người có việc làm' }))

    expect(screen.getByRole('group', { name: /Vị thế việc làm/ })).toBeInTheDocument()
    expect(screen.getByText(/Vì chọn “Người có việc làm”: bỏ qua phần Thất nghiệp, Lý do không tham gia\./)).toBeInTheDocument()
  })

  it('says in fewer words what is skipped to somebody who has sent many forms from this device', async () => {
    localStorage.setItem(`sothon-sent-forms:${USERS.officer}`, '9')
    onTestFinished(() => localStorage.clear())
    const tenth = await collecting(`/phieu/${FORM}`, at('informant'))
    await tenth.user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
    await waitFor(async () => expect(await tenth.world.ledger.pending()).toHaveLength(1))
    tenth.unmount()
    const { user } = await collecting(`/phieu/${FORM}`, at('activity', labourAnswers({ activityStatus: undefined, inactiveReason: undefined })))

    await user.click(screen.getByRole('radio', { name: 'Người có việc làm' }))

    expect(screen.getByText('Bỏ qua: Thất nghiệp, Lý do không tham gia.')).toBeInTheDocument()
  })

  it('names the answers a change would drop, and can undo it', async () => {
    const { user, world } = await collecting(`/phieu/${FORM}`, at('activity'))

    await user.click(screen.getByRole('radio', { name: 'Người thất nghiệp' }))
    const dialog = screen.getByRole('dialog', { name: 'Đổi câu “Tình trạng việc làm”?' })
    expect(within(dialog).getByText('Lý do không tham gia')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: 'Giữ như cũ' }))
    expect(screen.getByRole('radio', { name: 'Không tham gia hoạt động kinh tế' })).toBeChecked()

    await user.click(screen.getByRole('radio', { name: 'Người thất nghiệp' }))
    await user.click(screen.getByRole('button', { name: 'Đổi' }))
    // The draft keeps what is not asked any more, so that undo brings it back whole.
    expect((await world.ledger.findDraft(FORM))?.answers).toMatchObject({ activityStatus: '2', inactiveReason: '3' })
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }))
    expect(screen.getByRole('radio', { name: 'Không tham gia hoạt động kinh tế' })).toBeChecked()
  })

  it('leaves a line of a list its other answers where its change is not wanted', async () => {
    const { head, ...draft } = labourDraft({ groups: [{ code: 'BT04', validFrom: '2025' }], childrenRaised: 2 }, { place: 'benefits', form: 'asxh@2' })
    const { user, world } = await collecting(`/phieu/${FORM}`, { drafts: [{ ...draft, head: { ...head, kind: 'asxh' } }] })
    await user.click(await screen.findByRole('button', { name: /^Dòng 1/ }))
    await user.type(screen.getByLabelText(/Số quyết định/), '12/QĐ-UBND')
    await user.click(within(screen.getByRole('dialog', { name: 'Sửa dòng' })).getByRole('button', { name: /^Nhóm đối tượng/ }))
    await user.click(screen.getByRole('button', { name: /Người khuyết tật đặc biệt nặng/ }))

    await user.click(screen.getByRole('button', { name: 'Xong' }))
    await user.click(within(screen.getByRole('dialog', { name: 'Đổi câu “Nhóm”?' })).getByRole('button', { name: 'Giữ như cũ' }))

    expect((await world.ledger.findDraft(FORM))?.answers.groups).toEqual([{ code: 'BT04', validFrom: '2025', decisionNo: '12/QĐ-UBND' }])
  })

  it('takes back the last answers one by one, from the contents, and goes to each', async () => {
    const { user, world } = await collecting(`/phieu/${FORM}`, at('person', labourAnswers()))
    await user.click(screen.getByRole('radio', { name: 'Nữ' }))
    const name = screen.getByLabelText(/Họ, chữ đệm/)
    await user.clear(name)
    await user.type(name, 'Lò Thị Sơn')
    await user.tab()
    const undo = async (words: string): Promise<void> => {
      await user.click(screen.getByRole('button', { name: 'Mục lục' }))
      await user.click(screen.getByRole('button', { name: words }))
    }

    await undo('Hoàn tác câu vừa trả lời: Họ và tên')
    expect(screen.getByLabelText(/Họ, chữ đệm/)).toHaveValue('Lò Văn Sơn')
    expect(screen.getByLabelText(/Họ, chữ đệm/)).toHaveFocus()
    await undo('Hoàn tác câu vừa trả lời: Giới tính')

    expect(screen.getByRole('radio', { name: 'Nam' })).toBeChecked()
    expect((await world.ledger.findDraft(FORM))?.answers).toMatchObject({ sex: '1', fullName: 'Lò Văn Sơn' })
    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    expect(screen.queryByRole('button', { name: /^Hoàn tác câu/ })).not.toBeInTheDocument()
  })

  it('lists all parts, the skipped ones struck with the reason', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, at('activity', labourAnswers({ generalEducation: undefined })))

    await user.click(screen.getByRole('button', { name: 'Mục lục' }))

    const contents = screen.getByRole('dialog', { name: 'Mục lục' })
    expect(within(contents).getByRole('button', { name: /Học vấn, tay nghề.*còn 1 câu/ })).toBeInTheDocument()
    expect(within(contents).getByText('Nơi làm việc').tagName).toBe('S')
    expect(within(contents).getByText('Nơi làm việc').closest('li')).toHaveTextContent('Không hỏi vì Tình trạng việc làm: Không tham gia hoạt động kinh tế')
  })

  it('counts in the contents what was answered a moment before', async () => {
    await collecting(`/phieu/${FORM}`, at('education', labourAnswers({ generalEducation: undefined })))

    fireEvent.click(within(screen.getByRole('group', { name: /Trình độ giáo dục phổ thông/ })).getAllByRole('radio')[0]!)
    fireEvent.click(screen.getByRole('button', { name: 'Mục lục' }))

    const line = within(screen.getByRole('dialog', { name: 'Mục lục' })).getByRole('button', { name: /Học vấn, tay nghề/ })
    expect(line).toHaveTextContent('đã xong')
  })

  it('strikes nothing in the contents that may still be asked, and calls no part done that nobody touched', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, at('activity', labourAnswers({ activityStatus: undefined, inactiveReason: undefined })))

    await user.click(screen.getByRole('button', { name: 'Mục lục' }))

    const contents = within(screen.getByRole('dialog', { name: 'Mục lục' }))
    const workplace = contents.getByText('Nơi làm việc')
    expect(workplace.closest('li')).toHaveTextContent('Chưa biết, tùy câu “Tình trạng việc làm”')
    expect(workplace.tagName).not.toBe('S')
    expect(contents.getByText('Nhu cầu học nghề, tìm việc').closest('li')).toHaveTextContent('không bắt buộc')
  })

  it('counts in the contents as in the head of the form: only parts that are asked', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, at('needs', labourAnswers({ informantIsSelf: undefined })))
    const head = screen.getByRole('region', { name: 'Tiến độ phiếu' }).textContent!
    const [, here] = /Mục (\d+)\//.exec(head)!

    await user.click(screen.getByRole('button', { name: 'Mục lục' }))

    const contents = within(screen.getByRole('dialog', { name: 'Mục lục' }))
    expect(contents.getByText('Nhu cầu học nghề, tìm việc').closest('li')).toHaveTextContent(new RegExp(`^${here}Nhu cầu`))
  })

  it('keeps a date as far as it is known, and what was typed until the box is left', async () => {
    const { user, world } = await collecting(`/phieu/${FORM}`, at('person', labourAnswers({ born: undefined })))
    const box = screen.getByLabelText(/Ngày, tháng, năm sinh/)

    for (const [typed, kept, shown] of [['1948', '1948', '1948'], ['3/1948', '1948-03', '03/1948'], ['7.3.1948', '1948-03-07', '07/03/1948']] as const) {
      await user.clear(box)
      await user.type(box, typed)
      expect(box).toHaveValue(typed)
      await user.tab()
      expect((await world.ledger.findDraft(FORM))?.answers.born).toBe(kept)
      expect(box).toHaveValue(shown)
    }
  })

  it('says a day that does not exist at the box', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, at('person', labourAnswers({ born: undefined })))

    await user.type(screen.getByLabelText(/Ngày, tháng, năm sinh/), '31/02/1990')
    await user.tab()

    expect(await screen.findByText('Tháng 2 không có ngày 31')).toBeInTheDocument()
    expect(screen.getByLabelText(/Ngày, tháng, năm sinh/)).toHaveAccessibleDescription(/Tháng 2 không có ngày 31/)
  })

  it('ties a warning to its box, for those who do not see it', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, at('person', labourAnswers({ personalId: undefined })))

    await user.type(screen.getByLabelText(/Số định danh/), '056190000123')
    await user.tab()

    const [warning] = await screen.findAllByText(/nam|nữ|năm sinh/i, { selector: '.chk.warn span' })
    expect(screen.getByLabelText(/Số định danh/)).toHaveAccessibleDescription(new RegExp(warning?.textContent ?? 'x'))
  })

  it('touches nothing while a word is being composed, and tidies it when the box is left', async () => {
    const { user, world } = await collecting(`/phieu/${FORM}`, at('person', labourAnswers({ fullName: undefined })))
    const box = screen.getByLabelText(/Họ, chữ đệm và tên/)
    box.focus()

    fireEvent.compositionStart(box)
    fireEvent.change(box, { target: { value: '  Đặng Thi\u0323 ' } })
    fireEvent.keyDown(box, { key: 'Enter', isComposing: true })
    expect(box).toHaveFocus()
    expect(box).toHaveValue('  Đặng Thi\u0323 ')
    fireEvent.compositionEnd(box)
    await user.tab()

    expect(box).toHaveValue('Đặng Thị')
    expect((await world.ledger.findDraft(FORM))?.answers.fullName).toBe('Đặng Thị')
  })

  it('goes to the next box at Enter', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, at('person'))

    await user.type(screen.getByLabelText(/Họ, chữ đệm và tên/), '{Enter}')

    expect(screen.getByLabelText(/Ngày, tháng, năm sinh/)).toHaveFocus()
  })

  it('counts the digits of a number while it is typed and names who else has it', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, at('person', labourAnswers({ personalId: undefined, idMissingReason: undefined })))
    const box = screen.getByLabelText(/Số định danh cá nhân/)

    await user.type(box, '05619000012')
    expect(screen.getByText('11/12 chữ số')).toBeInTheDocument()
    await user.type(box, '3')

    expect(screen.getByRole('link', { name: 'Lò Thị Mai' })).toHaveAttribute('href', `/nguoi/${OTHER}`)
  })

  it('does not close parts of the form while a date is half typed', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, at('person'))

    await user.clear(screen.getByLabelText(/Ngày, tháng, năm sinh/))
    await user.type(screen.getByLabelText(/Ngày, tháng, năm sinh/), '2')

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('takes "không biết" as an answer and asks why', async () => {
    const { user, world } = await collecting(`/phieu/${FORM}`, at('person', labourAnswers({ personalId: undefined, idMissingReason: undefined })))

    await user.click(within(screen.getByLabelText(/Số định danh cá nhân/).closest('.f') as HTMLElement).getByRole('button', { name: 'Không biết' }))

    expect((await world.ledger.findDraft(FORM))?.answers.personalId).toEqual({ missing: 'dontKnow' })
    expect(screen.getByRole('group', { name: /Lý do chưa có số định danh/ })).toBeInTheDocument()
  })

  it('finds an ethnic group without diacritics and takes the best match at Enter', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, at('priority', labourAnswers({ ethnicityCode: undefined })))

    await user.click(screen.getByRole('button', { name: /Dân tộc/ }))
    await user.type(screen.getByRole('searchbox', { name: 'Tìm: Dân tộc' }), 'raglai')
    await user.keyboard('{Enter}')

    // By its name a screen reader says question and answer.
    expect(screen.getByRole('button', { name: /Dân tộc.*Ra-?glai/i })).toHaveTextContent(/Ra-?glai/i)
  })

  it('finds an industry by what a villager calls the work', async () => {
    const { user, world } = await collecting(`/phieu/${FORM}`, at('workplace', labourAnswers({ activityStatus: '1', inactiveReason: undefined })))

    await user.click(screen.getByRole('button', { name: /Ngành kinh tế.*Chọn/ }))
    await user.type(screen.getByRole('searchbox', { name: /Ngành kinh tế/ }), 'trong lua')
    await user.keyboard('{Enter}')

    expect((await world.ledger.findDraft(FORM))?.answers.industryCode).toBe('A')
  })

  it('finds a commune of today by the one an old card names, and lets a person choose among its heirs', async () => {
    const { user, world } = await collecting(`/phieu/${FORM}`, at('residence', labourAnswers({ permanentAddressCode: undefined })))

    await user.click(await screen.findByRole('button', { name: /thường trú.*Chọn/ }))
    await user.type(screen.getByRole('searchbox', { name: /^Tìm: / }), 'Lương Sơn, Ninh Sơn')
    await user.click(await screen.findByRole('button', { name: /^Xã Lâm Sơn.*trước 7\/2025: Xã Lương Sơn, Huyện Ninh Sơn/ }))

    expect(screen.getByRole('button', { name: /thường trú.*Xã Lâm Sơn/ })).toBeInTheDocument()
    expect((await world.ledger.findDraft(FORM))?.answers.permanentAddressCode).toBe('22813')
  })

  it('says how many more communes there are than it shows', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, at('residence', labourAnswers({ permanentAddressCode: undefined })))

    await user.click(await screen.findByRole('button', { name: /thường trú.*Chọn/ }))
    await user.type(screen.getByRole('searchbox', { name: /^Tìm: / }), 'tan')

    expect(await screen.findByText(/^Còn \d+ mục nữa/)).toBeInTheDocument()
  })

  it('takes no new answers when the disk is full, says so, and goes on once saving works', async () => {
    const inner = memoryLedger({ contexts: [communeContext], records: [household, person, otherPerson], drafts: [labourDraft(labourAnswers(), { place: 'person' })], now: () => NOW })
    let isFull = true
    const ledger = { ...inner, saveDraft: async (draft: Parameters<typeof inner.saveDraft>[0]) => (isFull ? fail({ kind: 'diskFull' as const }) : inner.saveDraft(draft)) }
    const { user } = await collecting(`/phieu/${FORM}`, { ledger })

    await user.type(screen.getByLabelText(/Họ, chữ đệm và tên/), 'x')
    expect(await screen.findByText(/Bộ nhớ máy đầy: chưa lưu được câu vừa nhập/)).toBeInTheDocument()
    expect(screen.getByLabelText(/Họ, chữ đệm và tên/)).toBeDisabled()
    expect((await inner.findDraft(FORM))?.answers.fullName).toBe('Lò Văn Sơn')

    isFull = false
    await user.click(screen.getByRole('button', { name: 'Lưu lại' }))
    await waitFor(() => expect(screen.getByLabelText(/Họ, chữ đệm và tên/)).toBeEnabled())
    expect((await inner.findDraft(FORM))?.answers.fullName).toBe('Lò Văn Sơnx')
  })
})
