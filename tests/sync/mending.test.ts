import type { AmendedRecord } from '../../src/domain/records/amended'
import { describe, expect, it } from 'vitest'
import type { RegisterRecord } from '../../src/domain/records/record'
import type { SyncRequest, SyncResponse } from '../../src/protocol/messages'
import { MemoryPhone } from '../support/memory/memoryPhone'

const ID = '01890000-0000-7000-8000-0000000000d1'
const record = { id: ID, version: 1, status: 'live', round: 1, answers: { headName: 'Ban' }, holds: [], notes: [] } as unknown as RegisterRecord

/** A server with one record, that says `digest` of itself. */
function phoneOf(digest: string) {
  const requests: SyncRequest[] = []
  const phone = new MemoryPhone(ID, ID, {
    exchange: async (request) => {
      requests.push(request)
      const isFresh = request.pull?.cursor === null
      const response: SyncResponse = {
        protocol: 1, epoch: ID, last: 0, outcomes: [], context: null, scope: null,
        page: { reset: isFresh, records: isFresh ? [record] : [], cursor: { epoch: ID, scope: 's', seq: 1 }, done: true, remaining: 0, digest },
      }
      return { ok: true, value: { response, bytesUp: 0, bytesDown: 0, serverTime: null, isCut: false, tookMs: 0 } }
    },
  }, () => 0.5)
  return { phone, requests }
}

describe('a page that amends what is not here', () => {
  it('[S24] is asked for once more, whole', async () => {
    const requests: SyncRequest[] = []
    const { status, round, holds, notes } = record
    const amended = { id: ID, from: 1, version: 1, own: [], patch: {}, status, round, holds, notes } as unknown as AmendedRecord
    const phone = new MemoryPhone(ID, ID, {
      exchange: async (request) => {
        requests.push(request)
        const told = request.pull?.amends ? { records: [], amended: [amended] } : { records: [record] }
        const page = { reset: false, ...told, cursor: { epoch: ID, scope: 's', seq: 1 }, done: true, remaining: 0 }
        return { ok: true, value: { response: { protocol: 1, epoch: ID, last: 0, outcomes: [], context: null, scope: null, page }, bytesUp: 0, bytesDown: 0, serverTime: null, isCut: false, tookMs: 0 } }
      },
    }, () => 0.5)

    expect(await phone.sync()).toEqual({ kind: 'done' })
    expect(phone.records.get(ID)).toEqual(record)
    expect(requests.map(({ pull }) => pull?.amends)).toEqual([true, undefined])
  })
})

describe('a replica that differs from the server', () => {
  it('[S24] is fetched anew once, and is the same then, where the server does not know how to renew a hamlet', async () => {
    const { phone: sample } = phoneOf('')
    await sample.sync()
    const { phone, requests } = phoneOf(sample.digest())
    await phone.sync()
    phone.records.set(ID, { ...record, answers: { headName: 'Khác' } })

    expect(await phone.sync()).toEqual({ kind: 'done', replica: 'mended' })
    expect(phone.records.get(ID)?.answers).toEqual({ headName: 'Ban' })
    expect(requests.map(({ pull }) => [pull?.cursor === null, pull?.differs])).toEqual([[true, undefined], [false, undefined], [false, true], [true, true]])
  })

  it('[S24] is not fetched for ever when that does not help', async () => {
    const { phone, requests } = phoneOf('7.0000000000000000')

    expect(await phone.sync()).toEqual({ kind: 'done', replica: 'differs' })
    expect(requests).toHaveLength(3)
  })
})
