import { describe, expect, it } from 'vitest'
import { changeDigest, digestText, emptyDigest, recordCheck } from '../../../src/domain/records/digest'
import type { SyncResponse } from '../../../src/protocol/messages'
import { householdAnswers, householdHead } from '../../support/villageForms'
import { village, type TestDevice } from '../../support/syncWorld'

const { world, hamlet, otherHamlet, officer, colleague, desk, device, home, labour } = await village()

/** The server's word of its scope, and the phone's own from what it pulled. */
async function both(phone: TestDevice): Promise<readonly [string | undefined, string]> {
  await phone.pull(2_000)
  const { page } = (await phone.send(phone.request([], { pull: { cursor: phone.cursor, maxBytes: 2_000 } }))).json() as SyncResponse
  return [page?.digest, digestText([...phone.records.values()].reduce((digest, record) => changeDigest(digest, recordCheck(record), 1), emptyDigest))]
}

describe('count and hash of a scope', () => {
  it('[S24] are the same on both sides after every kind of change', async () => {
    const form = await labour()
    await home('058090001234')
    await officer.push(officer.submit(form.household, householdHead(hamlet), { headName: 'Một' }, 1))
    await colleague.push(colleague.submit(form.household, householdHead(hamlet), { headName: 'Hai', phone: '0912345678' }, 1))
    await desk.push(desk.op({ type: 'return', record: form.id, base: 1, notes: [{ field: 'fullName', text: 'Xem lại' }] }))
    const accepted = await labour({ priorityGroups: ['1'] })
    await desk.push(desk.op({ type: 'accept', record: accepted.id, base: 1 }))
    await officer.push(officer.submit(world.deps.newId(), householdHead(otherHamlet), householdAnswers({ householdCode: 'H-9' })))
    const member = await device('member', [hamlet])

    for (const phone of [officer, desk, member]) {
      const [server, own] = await both(phone)
      expect(own).toMatch(/^[1-9]\d*\.[0-9a-f]{16}$/)
      expect(server).toBe(own)
    }
    const [whole, part] = [await both(desk), await both(member)]
    expect(whole[0]).not.toBe(part[0])
  })

  it('[S24] a replica that differed is written down', async () => {
    await officer.send(officer.request([], { pull: { cursor: null, maxBytes: 2_000, differs: true } }))

    expect(await world.deps.db.selectFrom('access_log').select(['user_id', 'what']).where('what', '=', 'replicaDiffered').execute()).toEqual([{ user_id: officer.person.id, what: 'replicaDiffered' }])
  })
})
