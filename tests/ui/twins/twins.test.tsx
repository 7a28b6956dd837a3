import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/domain/forms/answers'
import { fail, ok } from '../../../src/domain/result'
import type { TwinQuery, TwinsElsewhere } from '../../../src/protocol/api'
import type { Remote } from '../../../src/remote/remote'
import type { Draft } from '../../../src/storage/ledger'
import { COMMUNE, HAMLET, registerRecord, USERS } from '../../support/uiWorld'
import { labourAnswers } from '../../support/villageForms'
import { collecting, FORM, household, HOUSEHOLD, labourDraft, OTHER, person, PERSON } from '../form/formWorld'

const SECOND = '0190a000-0000-7000-8000-00000000c009'
const newcomer = (answers: Answers) => ({
  id: FORM, commune: COMMUNE, head: { kind: 'person', hamlet: HAMLET, household: SECOND, person: null }, form: 'person@2', base: 0, answers, reasons: {},
  savedAt: '2026-11-20T02:00:00.000Z', place: 'person',
} as const)
const otherHousehold = registerRecord({ id: SECOND, kind: 'household', answers: { householdCode: 'NS-0500', headName: 'Pi Năng Bền' } })

const known = { ...person, answers: { ...person.answers, personalId: '056090000123' } }

/** Lò Văn Sơn, 2/5/1990, is in the book, in the household of Lò Thị Ban. */
async function adding(answers: Answers = { fullName: 'lo van son' }, others: readonly Draft[] = []) {
  const shown = await collecting(`/phieu/${FORM}`, { records: [household, known, otherHousehold], drafts: [newcomer(answers), ...others] })
  const birth = screen.getByLabelText(/Ngày, tháng, năm sinh/)
  await shown.user.type(birth, '1990')
  await shown.user.tab()
  return shown
}
const look = async ({ user }: Awaited<ReturnType<typeof adding>>) => {
  await user.click(screen.getByRole('button', { name: 'Xem có phải một người' }))
  return screen.findByRole('dialog', { name: 'Có thể trùng người' })
}

describe('somebody who may be in the book already', () => {
  it('is said as soon as name and birth are there, and shown beside the one in the book, the number masked', async () => {
    const shown = await adding()
    expect(screen.getByText('Sổ đã có một người rất giống')).toBeInTheDocument()

    const dialog = await look(shown)

    expect(within(dialog).getAllByRole('row').slice(1).map((row) => row.textContent)).toEqual([
      'Họ tên  giống', 'lo van sonLò Văn Sơn', 'Sinh  giống', '199002/05/1990', 'CCCD', 'Chưa có056 090 ••• 123',
      'Thôn, hộ', 'Thôn Suối Le, Pi Năng BềnThôn Suối Le, Lò Thị Ban',
    ])
  })

  it('is not looked for while a birth is being typed, nor where it is another year', async () => {
    const { user } = await collecting(`/phieu/${FORM}`, { records: [household, person, otherHousehold], drafts: [newcomer({ fullName: 'Lò Văn Sơn' })] })
    await user.type(screen.getByLabelText(/Ngày, tháng, năm sinh/), '1990')
    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
    await user.type(screen.getByLabelText(/Ngày, tháng, năm sinh/), '{Backspace}1')
    await user.tab()

    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
  })

  it('is said also when a right name is put in the place of another right one', async () => {
    const shown = await adding({ fullName: 'Pi Năng Mới' })
    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
    const name = screen.getByLabelText(/Họ, chữ đệm/)

    await shown.user.clear(name)
    await shown.user.type(name, 'lo van son')
    await shown.user.tab()

    expect(await screen.findByText('Sổ đã có một người rất giống')).toBeInTheDocument()
  })

  it('is not asked about again once they are two, also after the draft was left', async () => {
    const shown = await adding()
    const dialog = await look(shown)

    await shown.user.click(within(dialog).getByRole('button', { name: 'Là hai người: làm tiếp' }))

    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect((await shown.world.ledger.findDraft(FORM))?.others).toEqual([PERSON])
  })

  it('stops the saving of the newcomer until somebody has said', async () => {
    const { user, world } = await adding({ fullName: 'Lò Văn Sơn', sex: '1', relationToHead: '9' })
    for (let group = 1; group < 4; group += 1) await user.click(screen.getByRole('button', { name: 'Tiếp' }))

    await user.click(screen.getByRole('button', { name: 'Lưu vào sổ' }))

    expect(await screen.findByRole('dialog', { name: 'Có thể trùng người' })).toBeInTheDocument()
    expect(await world.ledger.pending()).toEqual([])
  })

  it('as one person keeps the record there is, takes what it lacks, and drops the newcomer, which can be brought back', async () => {
    const shown = await adding({ fullName: 'Lò Văn Sơn', sex: '2', relationToHead: '9', phone: '0912345678' })
    const dialog = await look(shown)

    await shown.user.click(within(dialog).getByRole('button', { name: 'Là một người: dùng hồ sơ đã có' }))
    expect(await within(dialog).findByText(/Người này vẫn ghi ở hộ đã có/)).toBeInTheDocument()
    expect(within(dialog).queryByText(/Quan hệ/)).not.toBeInTheDocument()
    await shown.user.click(within(dialog).getByRole('button', { name: 'Mở hồ sơ đã có, thêm 1 mục' }))

    await waitFor(() => expect(shown.path()).toBe(`/phieu/${PERSON}`))
    const { ledger } = shown.world
    expect((await ledger.findDraft(PERSON))?.answers).toEqual({ ...known.answers, phone: '0912345678' })
    expect(await ledger.findDraft(FORM)).toBeUndefined()
    await shown.user.click(screen.getByRole('button', { name: 'Hoàn tác' }))
    expect((await ledger.findDraft(FORM))?.answers).toMatchObject({ fullName: 'Lò Văn Sơn', sex: '2' })
  })

  it('as one person shows the names of the communes that differ', async () => {
    const elsewhere = { ...known, answers: { ...known.answers, permanentAddressCode: '22810' } }
    const shown = await collecting(`/phieu/${FORM}`, { records: [household, elsewhere, otherHousehold], drafts: [newcomer({ fullName: 'Lò Văn Sơn', born: '1990-05-02', permanentAddressCode: '22813' })] })
    const dialog = await look(shown)

    await shown.user.click(within(dialog).getByRole('button', { name: 'Là một người: dùng hồ sơ đã có' }))

    expect(await within(dialog).findByRole('radio', { name: /^Xã Lâm Sơn/ })).toBeInTheDocument()
  })

  it('as one person keeps what is new also in a draft of theirs that was begun on a form without it', async () => {
    // The clock was set back since.
    const savedAt = '2026-11-27T02:00:00.000Z'
    const open: Draft = { ...newcomer({ ...known.answers, cardHeld: true }), savedAt, id: PERSON, head: { ...newcomer({}).head, household: HOUSEHOLD }, form: 'person@1', base: 1, seen: known.answers }
    const shown = await adding({ fullName: 'Lò Văn Sơn', cardHeld: true, idIssuedOn: '2022-05-01' }, [open])
    const dialog = await look(shown)
    await shown.user.click(within(dialog).getByRole('button', { name: 'Là một người: dùng hồ sơ đã có' }))

    await shown.user.click(await within(dialog).findByRole('button', { name: 'Mở hồ sơ đã có, thêm 1 mục' }))

    await waitFor(() => expect(shown.path()).toBe(`/phieu/${PERSON}`))
    const draft = await shown.world.ledger.findDraft(PERSON)
    expect(draft).toMatchObject({ form: 'person@3', answers: { cardHeld: true, idIssuedOn: '2022-05-01' } })
    expect(draft?.savedAt.localeCompare(savedAt)).toBe(1)
  })

  it('as one person who says nothing new is simply opened', async () => {
    const shown = await adding({ fullName: 'Lò Văn Sơn' })
    const dialog = await look(shown)

    await shown.user.click(within(dialog).getByRole('button', { name: 'Là một người: dùng hồ sơ đã có' }))
    await shown.user.click(await within(dialog).findByRole('button', { name: 'Mở hồ sơ đã có' }))

    await waitFor(() => expect(shown.path()).toBe(`/nguoi/${PERSON}`))
    expect(await shown.world.ledger.findDraft(PERSON)).toBeUndefined()
    expect(household.id).toBe(HOUSEHOLD)
  })
})

describe('before a form is begun about somebody who may be written twice', { timeout: 30_000 }, () => {
  const twin = registerRecord({ ...known, id: OTHER, household: SECOND, answers: { ...known.answers, personalId: undefined, born: '1990' } })
  const records = [household, known, otherHousehold, twin]
  const begin = async (of: string, form: string, input: Parameters<typeof collecting>[1]) => {
    const shown = await collecting(`/nguoi/${of}`, input)
    await shown.user.click(screen.getByRole('button', { name: form }))
    await screen.findByRole('region', { name: 'Tiến độ phiếu' })
    return shown
  }
  const sheet = () => screen.queryByRole('dialog', { name: 'Có thể trùng người' })

  it('both are shown, and that they are two is remembered for every other form, from either side', async () => {
    const { user, world, unmount } = await begin(PERSON, 'Làm phiếu lao động', { records })
    expect(within(sheet()!).getAllByRole('row').slice(1).map((row) => row.textContent)).toEqual([
      'Họ tên  giống', 'Lò Văn SơnLò Văn Sơn', 'Sinh  giống', '02/05/19901990', 'CCCD', '056 090 ••• 123Chưa có', 'Thôn, hộ', 'Thôn Suối Le, Lò Thị BanThôn Suối Le, Pi Năng Bền',
    ])

    await user.click(within(sheet()!).getByRole('button', { name: 'Là hai người: làm tiếp' }))
    expect(sheet()).not.toBeInTheDocument()
    unmount()

    const again = await begin(PERSON, 'Làm hồ sơ ASXH', { ledger: world.ledger })
    expect(sheet()).not.toBeInTheDocument()
    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
    again.unmount()
    await begin(OTHER, 'Làm phiếu lao động', { ledger: world.ledger })
    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
  })

  it('that they are one is asked of the supervisor, and the form goes on', async () => {
    const { user, world, unmount } = await begin(PERSON, 'Làm phiếu lao động', { records })

    await user.click(within(sheet()!).getByRole('button', { name: 'Là một người: báo gộp' }))

    await waitFor(() => expect(sheet()).not.toBeInTheDocument())
    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
    expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([
      { type: 'submit', record: PERSON, form: 'person@3', patch: { request: '3', requestTo: OTHER, requestedOn: '2026-11-20', requestedBy: USERS.officer } },
    ])
    unmount()

    const second = await begin(PERSON, 'Làm hồ sơ ASXH', { ledger: world.ledger })
    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
    second.unmount()
    await begin(OTHER, 'Làm phiếu lao động', { ledger: world.ledger })
    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
  })

  it('it is not sent before somebody has said, and says so also when the sheet was closed', async () => {
    const draft = labourDraft(labourAnswers(), { place: 'informant' })
    const { user, world } = await collecting(`/phieu/${FORM}`, { records, drafts: [draft] })
    expect(sheet()).not.toBeInTheDocument()
    expect(screen.getByText('Sổ đã có một người rất giống')).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))

    expect(sheet()).toBeInTheDocument()
    expect(await world.ledger.pending()).toEqual([])
  })

  it('who was told apart when they were added is not asked about', async () => {
    const { user, world, unmount } = await adding({ fullName: 'Lò Văn Sơn' })
    await user.click(within(await look({ user } as Awaited<ReturnType<typeof adding>>)).getByRole('button', { name: 'Là hai người: làm tiếp' }))
    unmount()

    expect(await world.ledger.toldApart(FORM)).toEqual([PERSON])
  })
})

describe('somebody very alike in a hamlet that is not on this device', () => {
  const stranger = { fullName: 'Chamaléa Thị Xa', born: '1988-03-04' }
  async function asking(found: TwinsElsewhere | null) {
    const asked: TwinQuery[] = []
    const twinsElsewhere: Remote['twinsElsewhere'] = async (_, query) => {
      asked.push(query)
      return found ? ok(found) : fail({ error: 'offline' })
    }
    const shown = await collecting(`/phieu/${FORM}`, { records: [household, known, otherHousehold], drafts: [newcomer(stranger)], remote: { twinsElsewhere } })
    return { ...shown, asked }
  }

  it('is said with the place and not the person, and not again once they are two', async () => {
    const { user, world, asked } = await asking({ hamlets: ['Gò Sạn'], otherCommune: true })
    expect(await screen.findByText('Đã có một người rất giống ở Gò Sạn, xã khác')).toBeInTheDocument()
    expect(asked).toEqual([{ name: 'Chamaléa Thị Xa', born: '1988-03-04' }])

    await user.click(screen.getByRole('button', { name: 'Là hai người: làm tiếp' }))

    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
    expect((await world.ledger.findDraft(FORM))?.others).toEqual(['Gò Sạn, *'])
  })

  it('who is the one being added ends the form, which can be brought back', async () => {
    const { user, world, path } = await asking({ hamlets: ['Gò Sạn'], otherCommune: false })

    await user.click(await screen.findByRole('button', { name: 'Là một người: bỏ phiếu này' }))

    await waitFor(() => expect(path()).toBe(`/ho/${SECOND}`))
    expect(await world.ledger.findDraft(FORM)).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }))
    expect(await world.ledger.findDraft(FORM)).toMatchObject({ answers: stranger })
  })

  it('is not spoken of where there is nobody, or no line', async () => {
    const { unmount } = await asking({ hamlets: [], otherCommune: false })
    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
    unmount()
    await asking(null)

    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
  })
})
