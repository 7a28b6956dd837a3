import { describe, expect, it } from 'vitest'
import type { Operation } from '../../src/domain/records/operation'
import type { RegisterRecord } from '../../src/domain/records/record'
import type { SyncRequest, SyncResponse } from '../../src/protocol/messages'
import { MemoryPhone } from '../support/memory/memoryPhone'

const uuid = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const EPOCH = uuid(1)
const PAGES = 3

/** The nth page of a download, one record each, and a receipt for whatever came. */
function answerTo({ pull, ops }: SyncRequest): SyncResponse {
  const n = (pull?.cursor?.seq ?? 0) + 1
  const outcomes = (ops as readonly Operation[]).map(({ counter }) => ({ counter, outcome: { kind: 'accepted' as const, version: 1 }, receipt: '' }))
  const record = { id: uuid(100 + n), version: 1, status: 'live', answers: { headName: `Hộ ${n}` }, holds: [], notes: [] } as unknown as RegisterRecord
  const page = { reset: n === 1, records: [record], cursor: { epoch: EPOCH, scope: 's', seq: n, begun: null }, done: n === PAGES, remaining: PAGES - n }
  return { protocol: 1, epoch: EPOCH, last: outcomes.length, outcomes, context: null, scope: null, page }
}

/** A phone whose disk and line tell what they do, in its order. */
function phoneWith(disk: (page: number, secondAsked: Promise<void>) => Promise<'written' | 'full'>, enrolledAt = EPOCH) {
  const steps: string[] = []
  let written = 0
  let tell = (): void => {}
  const secondAsked = new Promise<void>((resolve) => (tell = resolve))
  const phone = new MemoryPhone(uuid(2), enrolledAt, {
    async exchange(request: SyncRequest) {
      const n = (request.pull?.cursor?.seq ?? 0) + 1
      if (n === 2) tell()
      steps.push(`ask ${n}${request.ops.length > 0 ? ` with ${request.ops.length}` : ''}`)
      return { ok: true, value: { response: answerTo(request), bytesUp: 0, bytesDown: 0, serverTime: null, isCut: false, tookMs: 0 } }
    },
  }, () => 0.5, async () => {
    const page = (written += 1)
    const end = await disk(page, secondAsked)
    steps.push(`${end} ${page}`)
    return end
  })
  return { phone, steps }
}

describe('a page that is being stored', () => {
  it('[S41] has the next one on its way already', async () => {
    const { phone, steps } = phoneWith(async (page, secondAsked) => {
      // The disk is as slow as it takes for the line to be used.
      if (page === 1) await secondAsked
      return 'written'
    })

    expect(await phone.sync()).toEqual({ kind: 'done' })

    expect(steps).toEqual(['ask 1', 'ask 2', 'written 1', 'ask 3', 'written 2', 'written 3'])
    expect(phone.records.size).toBe(PAGES)
  })

  it('[S41] [S20] that finds the disk full leaves nothing of the next', async () => {
    const { phone, steps } = phoneWith(async () => 'full')

    expect(await phone.sync()).toEqual({ kind: 'trouble', trouble: { kind: 'storage', failure: 'diskFull' } })

    expect(steps.filter((step) => !step.startsWith('ask'))).toEqual(['full 1'])
    expect(phone.records.size).toBe(0)
  })

  it('[S41] lets what was submitted meanwhile go first', async () => {
    const { phone, steps } = phoneWith(async (page) => {
      if (page === 1) phone.submitHousehold(uuid(50), uuid(60), { headName: 'Lò Thị Ban' })
      return 'written'
    })

    expect(await phone.sync()).toEqual({ kind: 'done' })

    expect(steps).toEqual(['ask 1', 'ask 2', 'written 1', 'written 2', 'ask 3 with 1', 'written 3'])
  })

  it('[S41] is asked for once, also of a register that was put back to a backup', async () => {
    const { phone, steps } = phoneWith(async () => 'written', uuid(9))

    expect(await phone.sync()).toEqual({ kind: 'done' })

    expect(steps.filter((step) => step.startsWith('ask'))).toEqual(['ask 1', 'ask 2', 'ask 3'])
  })
})
