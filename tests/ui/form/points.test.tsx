import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../../src/domain/access'
import type { AnswerRow } from '../../../src/domain/forms/answers'
import { applyOperation } from '../../../src/domain/records/judging/apply'
import type { Draft } from '../../../src/storage/ledger'
import { disabledElder } from '../../domain/forms/completeAnswers'
import { COMMUNE, NOW, registerRecord, USERS } from '../../support/uiWorld'
import { collecting, FORM, household, labourDraft, person } from './formWorld'

describe('the points of a group of beneficiaries', () => {
  /** The sheet of the first decision in a beneficiary record. */
  async function decision(row: AnswerRow) {
    const draft = { ...labourDraft({ groups: [row] }), form: 'asxh@2', head: { ...labourDraft().head, kind: 'asxh' }, place: 'benefits' } as const
    const { user } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })
    await user.click(screen.getByRole('button', { name: /^Dòng 1/ }))
    return within(screen.getByRole('dialog'))
  }
  const words = (points: readonly HTMLElement[]) => points.map((point) => point.closest('label')?.textContent)

  it('are those of the group, in the words of the decree', async () => {
    const sheet = await decision({ code: 'BT05', subCode: 'a' })

    expect(words(within(sheet.getByRole('group', { name: /^Điểm/ })).getAllByRole('radio'))).toEqual([
      'Điểm a: Hộ nghèo, không có người phụng dưỡng',
      'Điểm b: 75–80 tuổi, hộ nghèo hoặc cận nghèo, vùng DTTS và miền núi đặc biệt khó khăn (đến 30/06/2025)',
      'Điểm c: Từ 80 tuổi, không có lương hưu hay trợ cấp (đến 30/06/2025)',
      'Điểm d: Đủ điều kiện vào cơ sở trợ giúp xã hội, được nhận chăm sóc tại cộng đồng',
    ])
  })

  it('are not asked of a group that has none', async () => {
    const sheet = await decision({ code: 'BT06' })

    expect(sheet.queryByRole('group', { name: /^Điểm/ })).not.toBeInTheDocument()
  })
})

describe('a decision', () => {
  /** A beneficiary record with these decisions, at their part. */
  const deciding = (groups: readonly AnswerRow[] | undefined) =>
    collecting(`/phieu/${FORM}`, { drafts: [{ ...labourDraft(groups ? { groups } : {}), form: 'asxh@2', head: { ...labourDraft().head, kind: 'asxh' }, place: 'benefits' }] })

  it('says in its sheet which of its parts may be left out', async () => {
    const { user } = await deciding([{ code: 'BT06' }])
    await user.click(screen.getByRole('button', { name: /^Dòng 1/ }))

    const sheet = within(screen.getByRole('dialog'))
    const optional = ['Hưởng từ', 'Hưởng đến', 'Số quyết định', 'Ngày quyết định', 'Cơ quan quyết định'].map((label) => sheet.getByLabelText(new RegExp(`^${label}`)).closest('.f')?.textContent?.includes('không bắt buộc'))
    expect(optional).toEqual([false, true, true, true, true])
  })

  it('that misses something says so in its sheet, at the place', async () => {
    const { user } = await deciding([{ code: 'BT06' }])
    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: /Chi trả, đối chiếu/ }))
    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
    await user.click(screen.getByRole('link', { name: /Dòng 1: Chưa trả lời: Hệ số/ }))
    const line = screen.getByRole('button', { name: /^Dòng 1/ })
    expect(line).toHaveFocus()
    expect(line).toHaveAccessibleDescription(/Chưa trả lời: Hệ số/)

    await user.click(line)

    expect(within(screen.getByRole('dialog')).getByRole('group', { name: /^Hệ số/ })).toHaveTextContent('Chưa trả lời: Hệ số')
  })

  it('nobody has written down yet is asked for where it is added, in words a reader hears', async () => {
    const { user } = await deciding(undefined)
    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: /Chi trả, đối chiếu/ }))
    await user.click(screen.getByRole('button', { name: 'Gửi phiếu' }))
    await user.click(screen.getByRole('link', { name: /Chưa trả lời: Nhóm đối tượng, quyết định/ }))

    const add = screen.getByRole('button', { name: 'Thêm' })
    expect(add).toHaveFocus()
    expect(add).toHaveAccessibleDescription(/Chưa trả lời: Nhóm đối tượng, quyết định/)
    await user.click(add)
    expect(screen.getByRole('dialog')).not.toHaveTextContent('Chưa trả lời')
  })
})

describe('the group of somebody living with HIV, in a form being filled,', { timeout: 30_000 }, () => {
  const filling = (place: string, role: Role = 'officer') => {
    const answers = { born: '1980-01-05', collectedOn: '2026-11-18', hasDisability: false, groups: [{ code: 'BT08', coefficient: '15', validFrom: '2025-01' }] }
    return collecting(`/phieu/${FORM}`, { role, drafts: [{ ...labourDraft(answers), form: 'asxh@2', head: { ...labourDraft().head, kind: 'asxh' }, place }] })
  }

  it('is read in its own sheet alone, not in the list of decisions', async () => {
    const { user } = await filling('benefits')
    expect(screen.getByRole('button', { name: /^Dòng 1\. ?Được giữ kín$/ })).toBeVisible()
    expect(document.body).not.toHaveTextContent('HIV')

    await user.click(screen.getByRole('button', { name: /^Dòng 1/ }))

    expect(screen.getByRole('dialog')).toHaveTextContent('HIV')
  })

  it('is neither read nor written by a member of the village team', async () => {
    const { user } = await filling('benefits', 'member')
    expect(screen.getByText('Được giữ kín')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Dòng 1/ })).not.toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Thêm' }))
    await user.click(screen.getByRole('button', { name: /^Nhóm đối tượng/ }))

    const groups = within(screen.getByRole('dialog', { name: 'Nhóm đối tượng' }))
    expect(groups.getByText('Người cao tuổi')).toBeVisible()
    expect(groups.queryByText(/HIV/)).not.toBeInTheDocument()
  })

  it('is not told to a member by what stands beside it: papers, amounts, health; what they ask for the first time they may write', async () => {
    const of = { born: '1980-01-05', collectedOn: '2026-11-18', hasDisability: true, disabilityDegree: '2', groups: [{ code: 'BT08', coefficient: '15', validFrom: '2025-01' }], decisionPhoto: 'p'.repeat(43) }
    const asxh = (place: string): Draft => ({ ...labourDraft(of), form: 'asxh@2', head: { ...labourDraft().head, kind: 'asxh' }, place })

    const { user } = await collecting(`/phieu/${FORM}`, { role: 'member', drafts: [asxh('benefits')] })
    expect(document.getElementById('q-decisionPhoto-q')).toHaveTextContent(/Ảnh quyết định hưởng trợ cấpĐược giữ kín$/)
    expect(screen.queryByLabelText(/^Chụp/)).not.toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /ảnh/i })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Tiếp' }))

    for (const question of [/giấy xác nhận khuyết tật không/, /Mức độ khuyết tật/]) {
      const asked = screen.getByRole('group', { name: question })
      expect(asked).toHaveTextContent('Được giữ kín')
      expect(within(asked).queryByRole('radio')).not.toBeInTheDocument()
    }
    expect(within(screen.getByRole('group', { name: /Dạng khuyết tật/ })).getAllByRole('checkbox')).toHaveLength(6)
    expect(screen.getByText('Trợ cấp hằng tháng').parentElement).toHaveTextContent(/^Trợ cấp hằng thángĐược giữ kín$/)
    expect(document.body).not.toHaveTextContent(/810|540/)
  })

  it('tells a member whose part it is where the supervisor noted something, or something is wrong', async () => {
    const decisionPhoto = 'p'.repeat(43)
    const answers = { born: '1980-01-05', collectedOn: '2026-11-18', hasDisability: false, groups: [{ code: 'BT08', coefficient: '15', validFrom: '2025-01' }], decisionPhoto }
    const note = (field: string) => ({ field, text: 'Xem lại giúp', by: USERS.supervisor, at: '2026-11-19T01:00:00.000Z' })
    const returned = registerRecord({ ...labourDraft().head, id: FORM, kind: 'asxh', form: 'asxh@2', status: 'returned', version: 2, answers, notes: [note('decisionPhoto'), note('groups')] })

    await collecting(`/phieu/${FORM}`, { role: 'member', records: [household, person, returned] })

    for (const question of ['decisionPhoto', 'groups']) {
      await waitFor(() => expect(document.getElementById(`q-${question}-q`)).toHaveTextContent(/Xem lại giúp.*Được giữ kín.*Mục được giữ kín thì báo cán bộ xã sửa/))
    }
  })

  it('goes back as it was when a member sends the form, so that the server takes it', async () => {
    const hiv = { code: 'BT08', coefficient: '15', validFrom: '2025-01', decisionNo: '9/QĐ-UBND' }
    const [first] = disabledElder.groups as readonly AnswerRow[]
    const answers = { ...disabledElder, groups: [hiv, first!], povertyStatus: 'HN', povertyYear: 2025, povertyB1: 80, povertyB2: 20 }
    const record = registerRecord({ ...labourDraft().head, id: FORM, kind: 'asxh', form: 'asxh@2', status: 'submitted', version: 1, answers })
    const { user, world } = await collecting(`/phieu/${FORM}?muc=benefits`, { role: 'member', records: [household, person, record] })

    await user.click(await screen.findByRole('button', { name: /^Dòng 2/ }))
    await user.clear(screen.getByLabelText(/^Số quyết định/))
    await user.type(screen.getByLabelText(/^Số quyết định/), '7/QĐ-UBND')
    await user.click(screen.getByRole('button', { name: 'Xong' }))
    await user.click(screen.getByRole('button', { name: 'Mục lục' }))
    await user.click(screen.getByRole('button', { name: /Chi trả, đối chiếu/ }))
    await user.click(screen.getByRole('button', { name: /^Gửi phiếu/ }))
    // Warnings are shown once.
    await user.click(screen.getByRole('button', { name: 'Vẫn gửi' }))

    await waitFor(async () => expect(await world.ledger.pending()).toHaveLength(1))
    const [{ operation } = {}] = await world.ledger.pending()
    const { outcome } = applyOperation({ record, meta: {} }, operation!, {
      commune: COMMUNE, author: { id: USERS.member, role: 'member' }, device: FORM, run: FORM, receivedAt: new Date(NOW).toISOString(), check: { today: '2026-11-20', minAge: 15 },
    })
    expect([operation?.type === 'submit' && operation.patch.groups, outcome.kind]).toEqual([[hiv, { ...first, decisionNo: '7/QĐ-UBND' }], 'accepted'])
  })

  it('leaves an officer all of that', async () => {
    await filling('disability')

    expect(within(screen.getByRole('group', { name: /giấy xác nhận khuyết tật không/ })).getAllByRole('radio')).toHaveLength(2)
  })

  it('is not named beside the amount', async () => {
    await filling('disability')

    expect(screen.getByText(/^Được giữ kín: .*810\.000/)).toBeVisible()
    expect(document.body).not.toHaveTextContent('HIV')
  })
})

describe('the list of the groups', () => {
  it('says a short name under the official one, and none that is the same', async () => {
    const draft = { ...labourDraft({ groups: [{ code: 'BT06' }] }), form: 'asxh@2', head: { ...labourDraft().head, kind: 'asxh' }, place: 'benefits' } as const
    const { user } = await collecting(`/phieu/${FORM}`, { drafts: [draft] })
    await user.click(screen.getByRole('button', { name: /^Dòng 1/ }))

    await user.click(screen.getByRole('button', { name: /^Nhóm đối tượng/ }))

    const items = within(screen.getByRole('dialog', { name: 'Nhóm đối tượng' })).getAllByRole('listitem').map((item) => item.textContent)
    expect(items).toEqual(expect.arrayContaining(['Người cao tuổi', 'Người khuyết tật đặc biệt nặng, nặng Người khuyết tật']))
  })
})

describe('the monthly amount', () => {
  it('is not spoken of before there is a group to be paid for', async () => {
    await collecting(`/phieu/${FORM}`, { drafts: [{ ...labourDraft({ born: '1980', hasDisability: false }), form: 'asxh@2', head: { ...labourDraft().head, kind: 'asxh' }, place: 'disability' }] })

    expect(screen.getByRole('group', { name: /giấy xác nhận khuyết tật/ })).toBeVisible()
    expect(document.body).not.toHaveTextContent('Trợ cấp hằng tháng')
  })
})
