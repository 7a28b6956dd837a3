import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Card } from '../../../src/domain/records/cards/card'
import type { HouseholdWork } from '../../../src/domain/records/round/worklist'
import { HouseholdRow } from '../../../src/ui/collect/hamlet/HouseholdRow'
import { fail } from '../../../src/domain/result'
import { memoryLedger } from '../../support/memory/memoryLedger'
import { COMMUNE, communeContext, HAMLET, NOW, registerRecord, uiWorld } from '../../support/uiWorld'
import { collecting, household, HOUSEHOLD, person, PERSON } from '../form/formWorld'

const visited = (answers: Record<string, string>) => registerRecord({ id: HOUSEHOLD, kind: 'household', form: 'household@2', answers: { ...household.answers, ...answers } })

describe('a visit at a door', () => {
  it('is recorded in three presses, with the day to come again, and waits to be sent', async () => {
    const { user, world } = await collecting(`/ho/${HOUSEHOLD}`)
    expect(screen.getByText('Chưa ghi lần đến nào')).toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Ghi lần đến' }))
    await user.click(screen.getByRole('radio', { name: 'Vắng nhà' }))
    await user.click(screen.getByRole('button', { name: '3 ngày nữa' }))
    expect(screen.getByLabelText(/Hẹn đến lại/)).toHaveValue('23/11/2026')
    await user.click(screen.getByRole('button', { name: 'Lưu lần đến' }))

    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([
      { type: 'submit', record: HOUSEHOLD, form: 'household@4', base: 1, patch: { visitOutcome: '2', visitedOn: '2026-11-20', nextVisitOn: '2026-11-23' } },
    ])
    expect(screen.getByRole('region', { name: 'Lần đến' })).toHaveTextContent('Vắng nhà, 20/11Hẹn lại 23/11')
    expect(world.sync.runs).toEqual(['submit'])
  })

  it('shows whoever comes next what was noted', async () => {
    await collecting(`/ho/${HOUSEHOLD}`, { records: [visited({ visitOutcome: '2', visitedOn: '2026-11-12', visitNote: 'đi rẫy, chiều mới về' }), person] })

    const last = screen.getByRole('region', { name: 'Lần đến' })
    expect(await within(last).findByText('“đi rẫy, chiều mới về”')).toBeVisible()
  })

  it('takes back what was agreed the time before, and keeps the rest of the household', async () => {
    const { user, world } = await collecting(`/ho/${HOUSEHOLD}`, { records: [visited({ visitOutcome: '2', visitedOn: '2026-11-12', nextVisitOn: '2026-11-20', visitNote: 'đi rẫy' }), person] })

    await user.click(screen.getByRole('button', { name: 'Ghi lần đến' }))
    await user.click(screen.getByRole('radio', { name: 'Gặp' }))
    expect(screen.queryByLabelText(/Hẹn đến lại/)).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Lưu lần đến' }))

    await waitFor(async () => expect((await world.ledger.getRecord(HOUSEHOLD))?.answers).toEqual({ ...household.answers, visitOutcome: '1', visitedOn: '2026-11-20' }))
  })

  it.each(['hôm nào', '20/11/2026', '11/2026'])('of which the next is to be %j says what a day looks like', async (typed) => {
    const { user, world } = await collecting(`/ho/${HOUSEHOLD}`)

    await user.click(screen.getByRole('button', { name: 'Ghi lần đến' }))
    await user.click(screen.getByRole('radio', { name: 'Từ chối' }))
    await user.type(screen.getByLabelText(/Hẹn đến lại/), typed)
    await user.click(screen.getByRole('button', { name: 'Lưu lần đến' }))

    expect(screen.getByLabelText(/Hẹn đến lại/)).toHaveAccessibleDescription(/Ghi ngày sau hôm nay, dạng 25\/11\/2026/)
    expect(screen.getByLabelText(/Hẹn đến lại/)).toHaveFocus()
    expect(await world.ledger.pending()).toEqual([])
  })

  it('that finds a household moved away leaves no form due there, and says so', async () => {
    const { user } = await collecting(`/ho/${HOUSEHOLD}`)
    expect(screen.getByRole('button', { name: /Làm tiếp/ })).toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Ghi lần đến' }))
    await user.click(screen.getByRole('radio', { name: /^Chuyển đi/ }))
    await user.click(screen.getByRole('button', { name: 'Lưu lần đến' }))

    expect(await screen.findByText('Cả hộ không còn ai ở đây: phiếu chưa làm không tính là thiếu nữa.')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /Làm tiếp/ })).not.toBeInTheDocument()
  })

  it.each(['Chuyển đi', 'Đã chết', 'Không rõ nơi cư trú'])('with the result %j says before it is saved that it means the whole household, and how to write down one person', async (outcome) => {
    const { user } = await collecting(`/ho/${HOUSEHOLD}`)

    await user.click(screen.getByRole('button', { name: 'Ghi lần đến' }))
    await user.click(screen.getByRole('radio', { name: 'Gặp' }))
    expect(screen.queryByText(/còn ghi 2 người/)).not.toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: `${outcome}cả hộ` }))

    expect(screen.getByText(/Trong hộ còn ghi 2 người/)).toHaveTextContent('Chỉ một người chết, chuyển đi hoặc không rõ ở đâu: chọn “Gặp”, rồi mở người đó, bấm “Hỏi và ghi lại”.')
  })

  it('to a household of which nobody is left is recorded without more words', async () => {
    const dead = { ...person, answers: { ...person.answers, residenceState: '6' } }
    const { user } = await collecting(`/ho/${HOUSEHOLD}`, { records: [household, dead] })

    await user.click(screen.getByRole('button', { name: 'Ghi lần đến' }))
    await user.click(screen.getByRole('radio', { name: /^Đã chết/ }))

    expect(screen.queryByText(/còn ghi/)).not.toBeInTheDocument()
  })

  it('waits in a draft where the household has something to be mended first, and opens it', async () => {
    const { user, world, path } = await collecting(`/ho/${HOUSEHOLD}`, { records: [visited({ povertyStatus: 'HN' }), person] })

    await user.click(screen.getByRole('button', { name: 'Ghi lần đến' }))
    await user.click(screen.getByRole('radio', { name: 'Gặp' }))
    await user.click(screen.getByRole('button', { name: 'Lưu lần đến' }))

    await waitFor(() => expect(path()).toBe(`/phieu/${HOUSEHOLD}`))
    expect((await world.ledger.findDraft(HOUSEHOLD))?.answers).toMatchObject({ povertyStatus: 'HN', visitOutcome: '1' })
    expect(await world.ledger.pending()).toEqual([])
  })

  it('goes into the form where the household is being edited, which must not be ended under its author', async () => {
    const draft = {
      id: HOUSEHOLD, commune: COMMUNE, head: { kind: 'household', hamlet: HAMLET, household: null, person: null }, form: 'household@2', base: 1, seen: household.answers,
      answers: { ...household.answers, address: 'Nhà mới' }, reasons: {}, savedAt: '2026-11-20T02:00:00.000Z',
    } as const
    await collecting(`/ho/${HOUSEHOLD}`, { drafts: [draft] })

    expect(screen.queryByRole('button', { name: 'Ghi lần đến' })).not.toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Mở phiếu đang sửa' })).toHaveAttribute('href', `/phieu/${HOUSEHOLD}`)
  })

  it('keeps what was typed when a thumb touches beside the sheet or the book is opened again, until the visit is saved', async () => {
    const { user, world, unmount } = await collecting(`/ho/${HOUSEHOLD}`)
    await user.click(screen.getByRole('button', { name: 'Ghi lần đến' }))
    await user.click(screen.getByRole('radio', { name: 'Vắng nhà' }))
    await user.type(screen.getByLabelText(/Hẹn đến lại/), '28/11/2026')
    await user.type(screen.getByLabelText(/Ghi chú/), 'đi rẫy ở Ma Nới')
    await user.click(screen.getByRole('dialog'))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    unmount()

    await collecting(`/ho/${HOUSEHOLD}`, { ledger: world.ledger })
    await user.click(screen.getByRole('button', { name: 'Ghi lần đến' }))
    expect(await screen.findByLabelText(/Ghi chú/)).toHaveValue('đi rẫy ở Ma Nới')
    expect(screen.getByText('Chữ ghi dở lần trước, chưa gửi. Không dùng thì xóa đi.')).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: 'Vắng nhà' }))
    expect(screen.getByLabelText(/Hẹn đến lại/)).toHaveValue('28/11/2026')
    await user.click(screen.getByRole('button', { name: 'Lưu lần đến' }))

    await waitFor(async () => expect((await world.ledger.getRecord(HOUSEHOLD))?.answers).toMatchObject({ visitOutcome: '2', nextVisitOn: '2026-11-28', visitNote: 'đi rẫy ở Ma Nới' }))
    await waitFor(async () => expect(await world.ledger.findNotes(HOUSEHOLD)).toEqual({}))
  })

  it('says when what is typed does not reach the disk', async () => {
    const inner = memoryLedger({ contexts: [communeContext], records: [household, person], now: () => NOW })
    const { user } = await collecting(`/ho/${HOUSEHOLD}`, { ledger: { ...inner, saveNotes: async () => fail({ kind: 'diskFull' }) } })

    await user.click(screen.getByRole('button', { name: 'Ghi lần đến' }))
    await user.click(screen.getByRole('radio', { name: 'Gặp' }))
    await user.type(screen.getByLabelText(/Ghi chú/), 'hẹn')

    expect(await screen.findByText(/Bộ nhớ máy đầy/)).toBeInTheDocument()
  })

  it('has what did not reach the disk written again when the page comes back', async () => {
    const inner = memoryLedger({ contexts: [communeContext], records: [household, person], now: () => NOW })
    let isFull = true
    const { user } = await collecting(`/ho/${HOUSEHOLD}`, { ledger: { ...inner, saveNotes: async (record, change) => (isFull ? fail({ kind: 'diskFull' }) : inner.saveNotes(record, change)) } })
    await user.click(screen.getByRole('button', { name: 'Ghi lần đến' }))
    await user.click(screen.getByRole('radio', { name: 'Gặp' }))
    expect(await screen.findByText(/Bộ nhớ máy đầy/)).toBeInTheDocument()

    isFull = false
    act(() => void document.dispatchEvent(new Event('visibilitychange')))

    await waitFor(() => expect(screen.queryByText(/Bộ nhớ máy đầy/)).not.toBeInTheDocument())
  })

  it('can be found again in the round by the day agreed', async () => {
    const { user } = await collecting(`/thon/${HAMLET}`, { records: [visited({ visitOutcome: '2', visitedOn: '2026-11-12', nextVisitOn: '2026-11-20' }), person] })

    await user.click(screen.getByRole('button', { name: 'Hẹn lại 1' }))

    expect(screen.getByRole('button', { name: 'Hẹn lại 1' })).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByRole('button', { name: 'Chưa đến 0' })).toBeInTheDocument()
  })
})

describe('a door in the round', () => {
  const door: Card = { id: HOUSEHOLD, commune: COMMUNE, kind: 'household', hamlet: HAMLET, household: null, person: null, name: 'Lò Thị Ban', status: 'live', local: null, notes: 0, warnings: 0, version: 1, round: 1 }
  const nothing = { members: [], faults: [], doubtful: [], toClean: 0, labourDue: 0, asxhDue: 0, checkDue: 0, refused: 0, states: {} }

  it('says what is left of each kind, a record to ask about again apart from one to finish', () => {
    uiWorld().show(<HouseholdRow work={{ ...nothing, household: door, labourDue: 2, asxhDue: 1, checkDue: 1, toClean: 3 }} go={() => {}} />)

    expect(screen.getByText('còn 2 phiếu, 1 ASXH, 1 soát ASXH, 3 chỗ làm sạch')).toBeInTheDocument()
  })

  it.each<[string, Partial<Card>, string, string]>([
    ['to be visited again today', { visit: '2', visitedOn: '2026-11-12', nextVisitOn: '2026-11-20' }, 'Hẹn lại 20/11', 'p-warn'],
    ['to be visited again later', { visit: '2', visitedOn: '2026-11-12', nextVisitOn: '2026-11-21' }, 'Hẹn lại 21/11', 'p-none'],
    ['to be visited again next year', { visit: '2', visitedOn: '2026-11-12', nextVisitOn: '2027-01-04' }, 'Hẹn lại 04/01/2027', 'p-none'],
    ['that refused', { visit: '3', visitedOn: '2026-11-12' }, 'Từ chối, 12/11', 'p-none'],
  ])('%s says so', (_, facts, words, look) => {
    uiWorld().show(<HouseholdRow work={{ ...nothing, household: { ...door, ...facts } }} go={() => {}} />)

    expect(screen.getByText(words)).toHaveClass('pill', look)
  })

  const member = { person: { ...door, id: PERSON, kind: 'person' as const }, labour: undefined, asxh: undefined, isLabourDue: false, isAsxhDue: false, isLabourRefused: false, isAsxhRefused: false, isCheckDue: false }
  it.each<[string, Partial<HouseholdWork>, string[]]>([
    ['that everybody left before a form was filled', { household: { ...door, visit: '4', visitedOn: '2026-11-12' }, states: { live: 2 } }, ['Chuyển đi, 12/11']],
    ['of children only, to which nobody came', { household: door, states: { live: 2 } }, ['Chưa đến']],
    ['whose forms are all accepted', { household: { ...door, visit: '1' }, states: { live: 2, accepted: 1 } }, ['Đã nghiệm thu']],
    ['at which somebody said no', { household: door, refused: 1, states: { live: 2 } }, ['Không đồng ý 1']],
    ['of whose forms one is only sent', { household: { ...door, visit: '1' }, states: { live: 2, accepted: 1, sent: 1 } }, ['Đã gửi']],
  ])('%s says how far its forms have come, where there are any', (_, work, words) => {
    const { container } = uiWorld().show(<HouseholdRow work={{ ...nothing, household: door, members: [member], ...work }} go={() => {}} />)

    expect([...container.querySelectorAll('.pill')].map((pill) => pill.textContent)).toEqual(words)
  })
})
