import { describe, expect, it } from 'vitest'
import { takeRescued, type RescuedKeeper, type RescuedTransport } from '../../src/sync/takeRescued'

const DEVICE = '01890000-0000-7000-8000-0000000000d1'
const name = (record: string) => ({ device: DEVICE, record, savedAt: '2026-11-25T02:10:00.000Z' })

/** A server with drafts of these records and an empty book; the line breaks at the `cutAt`th request, its answer lost. */
function world(records: readonly string[], { cutAt = 0, waits = [] as readonly string[], onRead = () => {} } = {}) {
  const there = new Set(records)
  const here: string[] = []
  let requests = 0
  const answered = <T>(answer: T): T | null => ((requests += 1) === cutAt ? null : answer)
  const transport: RescuedTransport = {
    list: async () => answered([...there].map(name)),
    read: async ({ record }) => {
      onRead()
      return answered(there.has(record) ? { draft: record } : 'gone')
    },
    taken: async ({ record }) => {
      there.delete(record)
      return answered(true)
    },
  }
  const keeper: RescuedKeeper = {
    standing: async ({ record }) => (here.includes(record) ? 'taken' : waits.includes(record) ? 'waits' : 'wanted'),
    take: async (_, draft) => {
      here.push(draft as string)
      return 'laid'
    },
  }
  return { here, there, run: (isCurrent = () => true, isAlone = async () => true) => takeRescued({ keeper, transport, isCurrent, isAlone }), requests: () => requests }
}

describe('drafts at the server', () => {
  it('[S43] are laid down, and only then forgotten there', async () => {
    const { here, there, run } = world(['a', 'b'])

    expect(await run()).toBe(2)
    expect([here, [...there]]).toEqual([['a', 'b'], []])
  })

  it.each([1, 2, 3, 4, 5])('[S43] are not lost and come once where the line breaks at request %i', async (cutAt) => {
    const { here, there, run } = world(['a', 'b'], { cutAt })

    const laid = (await run()) + (await run())

    expect([laid, here, [...there]]).toEqual([2, ['a', 'b'], []])
  })

  it('[S43] stay where one of the record is being written, and keep the others from nothing', async () => {
    const { here, there, run, requests } = world(['a', 'b'], { waits: ['a'] })

    expect(await run()).toBe(1)
    expect([here, [...there], requests()]).toEqual([['b'], ['a'], 3])
  })

  it('[S43] wait while another tab has the book open: a form there in which nothing is typed yet would write over them', async () => {
    const { here, there, run, requests } = world(['a'])

    expect(await run(() => true, async () => false)).toBe(0)
    expect([here, [...there], requests()]).toEqual([[], ['a'], 0])
  })

  it('[S43] wait also where another tab opened the book while they came', async () => {
    let tabs = 1
    const { here, there, run } = world(['a', 'b'], { onRead: () => { tabs += 1 } })

    expect(await run(() => true, async () => tabs === 1)).toBe(0)
    expect([here, [...there]]).toEqual([[], ['a', 'b']])
  })

  it('are left alone once the book is locked', async () => {
    const { here, there, run } = world(['a'])

    expect(await run(() => false)).toBe(0)
    expect([here, [...there]]).toEqual([[], ['a']])
  })
})
