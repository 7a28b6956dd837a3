import { brotliDecompressSync, deflateRawSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SyncResponse } from '../../../src/protocol/messages'
import { renewEpoch } from '../../../src/server/database/instance'
import { replaceAreas } from '../../../src/server/accounts/areas'
import { householdAnswers, householdHead } from '../../support/villageForms'
import { NINH_SON, OTHER_COMMUNE } from '../../support/database/serverWorld'
import { injectedTransport } from '../../support/injectedPhone'
import { village, type TestDevice } from '../../support/syncWorld'

const { world, hamlet, otherHamlet, officer, device } = await village({ dataContact: 'Văn phòng xã, 0259 3888 111' })
const ask = async (phone: TestDevice, maxBytes = 60_000): Promise<SyncResponse> =>
  (await phone.send(phone.request([], { pull: { cursor: phone.cursor, maxBytes } }))).json()

const households = Array.from({ length: 120 }, () => world.deps.newId())
await officer.push(...households.map((id, index) => officer.submit(id, householdHead(index % 2 ? hamlet : otherHamlet), householdAnswers({ address: `Số ${index}, đường liên thôn` }))))

describe('pulling', () => {
  it('[S10] by tiny pages brings every record once, and says what is still to come', async () => {
    const phone = await device('officer')
    const seen: string[] = []
    let pages = 0
    let remaining = Infinity
    for (let done = false; !done; pages += 1) {
      const { page } = await ask(phone, 1024)
      if (!page) throw new Error('no page')
      seen.push(...page.records.map((record) => record.id))
      expect(page.remaining).toBeLessThan(remaining)
      ;({ done, remaining, cursor: phone.cursor } = page)
    }

    expect(pages).toBeGreaterThan(5)
    expect(seen.sort()).toEqual([...households].sort())
  })

  it('[S5] tells who lost the commune none of its records or hamlets any more, nor who works there', async () => {
    const phone = await device('officer')
    await phone.pull()
    await replaceAreas(world.deps.db, phone.person.id, [{ commune: OTHER_COMMUNE, hamlets: null }])

    const { page, context } = await ask(phone)

    expect([page, context]).toMatchObject([{ reset: true, records: [], done: true }, { hamlets: [], people: [] }])
  })

  it('gives a changed record again, and nothing else', async () => {
    const phone = await device('officer')
    await phone.pull()
    await officer.push(officer.submit(households[3]!, householdHead(hamlet), { phone: '0905123456' }, 1))

    const { page } = await ask(phone)

    expect(page?.records.map((record) => record.id)).toEqual([households[3]])
    expect(page).toMatchObject({ reset: false, done: true, remaining: 0 })
  })

  it('[S13] tells a replica that amends only what changed of a record it has', async () => {
    const phone = await device('officer')
    await phone.pull()
    await officer.push(officer.submit(households[5]!, householdHead(hamlet), { phone: '0905123457' }, 1))

    const { page } = (await phone.send(phone.request([], { pull: { cursor: phone.cursor, maxBytes: 60_000, amends: true } }))).json() as SyncResponse

    expect(page?.records).toEqual([])
    expect(page?.amended).toMatchObject([{ id: households[5], from: 1, version: 2, own: [], patch: { phone: '0905123457' } }])
  })

  it('[S13] takes no edit that was taken back before it left for what made the record', async () => {
    const phone = await device('officer')
    await phone.pull()
    await phone.push(phone.submit(households[9]!, householdHead(hamlet), {}, 1))
    await officer.push(officer.submit(households[9]!, householdHead(hamlet), { phone: '0905123459' }, 1))

    const { page } = (await phone.send(phone.request([], { pull: { cursor: phone.cursor, maxBytes: 60_000, amends: true } }))).json() as SyncResponse

    expect(page?.amended).toMatchObject([{ from: 1, version: 2, own: [1], patch: { phone: '0905123459' } }])
  })

  it('[S13] tells everything while a first download goes on, wherever it was cut', async () => {
    const phone = await device('officer')
    const pull = async () => {
      const { page } = (await phone.send(phone.request([], { pull: { cursor: phone.cursor, maxBytes: 1024, amends: true } }))).json() as SyncResponse
      phone.cursor = page?.cursor ?? null
      return page!
    }
    await pull()
    await officer.push(officer.submit(households[7]!, householdHead(hamlet), { phone: '0905123458' }, 1))

    for (let page = await pull(); ; page = await pull()) {
      expect(page.amended).toBeUndefined()
      if (page.done) break
    }
    expect(phone.cursor).not.toHaveProperty('begun')
  })

  it('starts with a reset', async () => {
    expect((await ask(await device('officer'))).page?.reset).toBe(true)
  })

  it('brings a member the assigned hamlets only', async () => {
    const phone = await device('member', [hamlet])

    await phone.pull()

    expect(phone.records.size).toBe(60)
    expect([...phone.records.values()].every((record) => record.hamlet === hamlet)).toBe(true)
  })

  it('[S5] starts again when the account\'s hamlets changed, and purges by its scope', async () => {
    const phone = await device('member', [hamlet])
    await phone.pull()
    await replaceAreas(world.deps.db, phone.person.id, [{ commune: NINH_SON, hamlets: [otherHamlet] }])

    const { page, scope } = await ask(phone)

    expect(page?.reset).toBe(true)
    expect(scope).toEqual([otherHamlet])
    expect(page?.records.every((record) => record.hamlet === otherHamlet)).toBe(true)
  })

  it('[S5] gives an account that lost the commune an empty scope and no record', async () => {
    const phone = await device('officer')
    await phone.pull()
    await replaceAreas(world.deps.db, phone.person.id, [])

    expect(await ask(phone)).toMatchObject({ scope: [], page: { reset: true, records: [], done: true } })
  })

  it('[S6] starts again from beyond the head', async () => {
    const phone = await device('officer')
    await phone.pull()
    phone.cursor = { ...phone.cursor!, seq: phone.cursor!.seq + 1 }

    expect((await ask(phone)).page).toMatchObject({ reset: true })
  })

  it('tells officers after how many days accepted forms shrink, and supervisors nothing: they need them whole', async () => {
    const desk = await device('supervisor')

    expect((await ask(officer)).context?.settings.shrinkDays).toBe(30)
    expect((await ask(desk)).context?.settings).not.toHaveProperty('shrinkDays')
  })

  it('sends the context once', async () => {
    const first = (await officer.send(officer.request([]))).json() as SyncResponse

    const again = (await officer.send(officer.request([], { context: first.context!.hash }))).json() as SyncResponse

    expect(first.context).toMatchObject({ commune: { code: NINH_SON, name: 'Xã Ninh Sơn', province: 'Tỉnh Khánh Hoà' }, settings: { minAge: 15, dataContact: 'Văn phòng xã, 0259 3888 111' } })
    expect(first.context?.hamlets.map(({ code }) => code).sort()).toEqual(['T1', 'T2'])
    expect(again.context).toBeNull()
  })

  it('tells a member of the assigned hamlets only', async () => {
    const phone = await device('member', [hamlet])

    expect((await ask(phone)).context?.hamlets.map(({ id }) => id)).toEqual([hamlet])
  })

  describe('with nothing new, however many hamlets the officer has', () => {
    const idle = async () => {
      await officer.pull()
      const { context, epoch } = await ask(officer)
      return officer.request([], { epoch, pull: { cursor: officer.cursor, maxBytes: 60_000, amends: true }, context: context!.hash })
    }
    beforeAll(async () => {
      for (let number = 3; number <= 14; number += 1) await world.hamlet(NINH_SON, `T${number}`)
    })

    it('costs at most 300 bytes, request and answer together, as the app packs both', async () => {
      const exchanged = await injectedTransport(officer).exchange(await idle())

      expect(exchanged).toMatchObject({ ok: true, value: { response: { outcomes: [], context: null, scope: null, page: { records: [], done: true } } } })
      if (exchanged.ok) expect(exchanged.value.bytesUp + exchanged.value.bytesDown).toBeLessThanOrEqual(300)
    })

    it('costs at most 500 bytes together in plain JSON, where one side does not understand columns', async () => {
      const body = deflateRawSync(JSON.stringify(await idle()))
      const answer = await world.app.inject({ method: 'POST', url: '/api/sync', payload: body, headers: {
        'content-type': 'application/octet-stream', 'x-sothon-encoding': 'deflate-raw', 'accept-encoding': 'gzip, br',
        cookie: `sothon=${officer.person.session.token}`, 'x-csrf-token': officer.person.session.csrf,
      } })

      expect(answer.headers['content-encoding']).toBe('br')
      expect(JSON.parse(brotliDecompressSync(answer.rawPayload).toString())).toMatchObject({ outcomes: [], context: null, scope: null, page: { records: [], done: true } })
      expect(body.length + answer.rawPayload.length).toBeLessThanOrEqual(500)
    })
  })

  it.each([['gzip', gunzipSync], ['br;q=0, gzip', gunzipSync]])('packs as the client accepts it: %s', async (accept, unpack) => {
    const request = officer.request([], { pull: { cursor: null, maxBytes: 60_000 } })

    const answer = await world.app.inject({ method: 'POST', url: '/api/sync', payload: Buffer.from(JSON.stringify(request)), headers: {
      'content-type': 'application/octet-stream', 'x-sothon-encoding': 'identity', 'accept-encoding': accept,
      cookie: `sothon=${officer.person.session.token}`, 'x-csrf-token': officer.person.session.csrf,
    } })

    expect(JSON.parse(unpack(answer.rawPayload).toString()).page.records).toHaveLength(120)
  })

  it('[S6] starts again after the server was restored from a backup', async () => {
    const phone = await device('officer')
    await phone.pull()
    await renewEpoch(world.deps.db, world.deps.newId(), world.deps.clock())

    expect((await ask(phone)).page).toMatchObject({ reset: true })
  })
})

describe('pulling after sending', () => {
  it('[S13] names a phone\'s own submissions instead of sending them back', async () => {
    const phone = await device('officer')
    await phone.pull()
    const made = phone.submit(world.deps.newId(), householdHead(hamlet), householdAnswers({ address: 'Số 500' }))

    const { page } = (await phone.send(phone.request([made], { pull: { cursor: phone.cursor, maxBytes: 60_000, amends: true } }))).json() as SyncResponse

    expect(page?.records).toEqual([])
    expect(page?.amended).toMatchObject([{ id: null, from: 0, own: [made.counter], patch: {} }])
  })
})
