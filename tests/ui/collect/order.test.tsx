import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fail } from '../../../src/domain/result'
import type { Draft } from '../../../src/storage/ledger'
import { memoryLedger } from '../../support/memory/memoryLedger'
import { COMMUNE, communeContext, HAMLET, NOW, registerRecord } from '../../support/uiWorld'
import { collecting } from '../form/formWorld'

const id = (n: number): string => `0190a000-0000-7000-8000-00000000d00${n}`
const doors = ['Ban', 'Mai', 'Sơn', 'Xuân'].map((name, n) =>
  registerRecord({ id: id(n), kind: 'household', answers: { householdCode: `NS-000${n}`, headName: `Lò ${name}`, walkOrder: (n + 1) * 100 } }))
const rows = (): readonly (string | null)[] => within(screen.getAllByRole('list').at(-1)!).getAllByRole('button').map((row) => row.textContent)

describe('the order of the round', () => {
  it('is changed by pressing a door and the one it comes after; only that door is sent', async () => {
    const { user, world } = await collecting(`/thon/${HAMLET}/thu-tu`, { records: doors })
    expect(rows()).toEqual(['1. Lò BanNS-0000', '2. Lò MaiNS-0001', '3. Lò SơnNS-0002', '4. Lò XuânNS-0003'])

    await user.click(screen.getByRole('button', { name: /Lò Ban/ }))
    expect(screen.getByText('Đang chuyển Lò Ban. Chạm hộ đứng ngay trước.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /Lò Sơn/ }))

    await waitFor(() => expect(rows().map((row) => row?.slice(0, 9).trim())).toEqual(['1. Lò Mai', '2. Lò Sơn', '3. Lò Ban', '4. Lò Xuâ']))
    expect((await world.ledger.pending()).map(({ operation }) => [operation.record, operation.type === 'submit' && operation.patch])).toEqual([[id(0), { walkOrder: 350 }]])
    expect(screen.getByText('Đã chuyển Lò Ban.')).toBeInTheDocument()
  })

  it('puts a door first, or leaves it where it is', async () => {
    const { user, world } = await collecting(`/thon/${HAMLET}/thu-tu`, { records: doors })

    await user.click(screen.getByRole('button', { name: /Lò Sơn/ }))
    await user.click(screen.getByRole('button', { name: 'Thôi chuyển' }))
    expect(await world.ledger.pending()).toEqual([])
    await user.click(screen.getByRole('button', { name: /Lò Sơn/ }))
    await user.click(screen.getByRole('button', { name: 'Đặt lên đầu' }))

    await waitFor(() => expect(rows()[0]).toMatch(/^1\. Lò Sơn/))
  })

  it('leaves a door that is being edited where it is, says so and leads to it', async () => {
    const [first] = doors
    const draft: Draft = { id: id(0), commune: COMMUNE, head: { kind: 'household', hamlet: HAMLET, household: null, person: null }, form: 'household@4', base: 1, seen: first!.answers, answers: { ...first!.answers, address: 'Nhà mới' }, reasons: {}, savedAt: new Date(NOW).toISOString() }
    const { user, world } = await collecting(`/thon/${HAMLET}/thu-tu`, { records: doors, drafts: [draft] })

    await user.click(screen.getByRole('button', { name: /Lò Ban/ }))
    await user.click(screen.getByRole('button', { name: /Lò Sơn/ }))

    expect(await screen.findByText(/^Chưa xếp được/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Lò Ban' })).toHaveAttribute('href', `/phieu/${id(0)}`)
    expect(screen.queryByText('Đã chuyển Lò Ban.')).not.toBeInTheDocument()
    expect(rows()[0]).toMatch(/^1\. Lò Ban/)
    expect([await world.ledger.findDraft(id(0)), await world.ledger.pending()]).toEqual([draft, []])
  })

  it('begins no draft of a household with something to be mended, when all are numbered anew', async () => {
    const unordered = doors.map((door, n) => ({ ...door, answers: { ...door.answers, walkOrder: undefined, ...(n === 3 && { povertyStatus: 'HN' }) } }))
    const { user, world } = await collecting(`/thon/${HAMLET}/thu-tu`, { records: unordered })

    await user.click(screen.getByRole('button', { name: /Lò Ban/ }))
    await user.click(screen.getByRole('button', { name: /Lò Mai/ }))

    expect(await screen.findByText(/^Chưa xếp được/)).toBeInTheDocument()
    expect(screen.getByText('Đã chuyển Lò Ban.')).toBeInTheDocument()
    expect(screen.getAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('/phieu/')).map((link) => link.textContent)).toEqual(['Lò Xuân'])
    expect(world.ledger.cards().some(({ hasDraft }) => hasDraft)).toBe(false)
    expect(rows().map((row) => row?.slice(0, 9).trim())).toEqual(['1. Lò Mai', '2. Lò Ban', '3. Lò Sơn', '4. Lò Xuâ'])
  })

  it('says when a household is no longer on the device', async () => {
    const inner = memoryLedger({ contexts: [communeContext], records: doors, now: () => NOW })
    const { user } = await collecting(`/thon/${HAMLET}/thu-tu`, { ledger: { ...inner, getRecord: async () => undefined } })

    await user.click(screen.getByRole('button', { name: /Lò Ban/ }))
    await user.click(screen.getByRole('button', { name: /Lò Sơn/ }))

    expect(await screen.findByText(/Hồ sơ này không còn trong máy/)).toBeInTheDocument()
    expect(screen.queryByText('Đã chuyển Lò Ban.')).not.toBeInTheDocument()
  })

  it('says when the disk refuses', async () => {
    const inner = memoryLedger({ contexts: [communeContext], records: doors, now: () => NOW })
    const { user } = await collecting(`/thon/${HAMLET}/thu-tu`, { ledger: { ...inner, submit: async () => fail({ kind: 'diskFull' }) } })

    await user.click(screen.getByRole('button', { name: /Lò Ban/ }))
    await user.click(screen.getByRole('button', { name: /Lò Xuân/ }))

    expect(await screen.findByText(/Bộ nhớ máy đầy/)).toBeInTheDocument()
  })
})
