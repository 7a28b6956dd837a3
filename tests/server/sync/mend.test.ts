import { describe, expect, it } from 'vitest'
import type { SyncPage, SyncRequest, SyncResponse } from '../../../src/protocol/messages'
import { getEpoch } from '../../../src/server/database/instance'
import { MemoryPhone } from '../../support/memory/memoryPhone'
import { householdAnswers, householdHead } from '../../support/villageForms'
import { village, type TestDevice } from '../../support/syncWorld'

const { world, hamlet, otherHamlet, officer, device } = await village()
const households = Array.from({ length: 160 }, () => world.deps.newId())
const here = households.filter((_, index) => index % 2 === 0)
await officer.push(...households.map((id, index) => officer.submit(id, householdHead(index % 2 ? otherHamlet : hamlet), householdAnswers({ address: `Số ${index}, đường liên thôn` }))))
const epoch = await getEpoch(world.deps.db)

/** The real engine over the server's door, by small pages; what it asked for and was told. */
function phoneOn(sender: TestDevice, meanwhile: () => Promise<unknown> = async () => {}) {
  const pulls: { readonly asked: SyncRequest['pull']; readonly page: SyncPage }[] = []
  const phone = new MemoryPhone(sender.id, epoch, {
    exchange: async (request) => {
      const answer = await sender.send({ ...request, pull: request.pull && { ...request.pull, maxBytes: 1024 } })
      const response = answer.json() as SyncResponse
      if (response.page) pulls.push({ asked: request.pull, page: response.page })
      if (response.page?.renews) await meanwhile()
      return { ok: true, value: { response, bytesUp: 0, bytesDown: 0, serverTime: null, isCut: false, tookMs: 0 } }
    },
  }, () => 0.5)
  return { phone, pulls }
}

describe('a replica that differs in one hamlet', () => {
  it('[S24] gets this hamlet anew and nothing of the others, in as many pages as it takes', async () => {
    const { phone, pulls } = phoneOn(await device('officer'))
    await phone.sync()
    const [changed, gone] = [here[3]!, here[4]!]
    phone.records.set(changed, { ...phone.records.get(changed)!, answers: { headName: 'Khác' } })
    phone.records.delete(gone)
    phone.records.set('stray', { ...phone.records.get(here[5]!)!, id: 'stray' })
    pulls.length = 0

    expect(await phone.sync()).toEqual({ kind: 'done', replica: 'mended' })

    expect(pulls[1]?.page.renews).toEqual([hamlet])
    const told = pulls.flatMap(({ page }) => page.records.map(({ id }) => id))
    expect(told.sort()).toEqual([...here].sort())
    expect(pulls.length).toBeGreaterThan(3)
    expect([...phone.records.keys()].sort()).toEqual([...households].sort())
  })

  it('[S24] gets what others write meanwhile as well', async () => {
    const other = world.deps.newId()
    const write = () => officer.push(officer.submit(here[0]!, householdHead(hamlet), { phone: '0905123456' }, 1), officer.submit(other, householdHead(otherHamlet), householdAnswers()))
    const { phone } = phoneOn(await device('officer'), write)
    await phone.sync()
    phone.records.delete(here[1]!)

    expect(await phone.sync()).toEqual({ kind: 'done', replica: 'mended' })

    expect(phone.records.get(here[0]!)?.answers.phone).toBe('0905123456')
    expect(phone.records.has(other)).toBe(true)
  })

  it('[S24] is told nothing of hamlets outside its scope, whatever it names', async () => {
    const member = await device('member', [hamlet])
    await member.pull()
    const cursor = { ...member.cursor!, mend: { hamlets: [otherHamlet], seq: 0 } }

    for (const pull of [{ cursor, maxBytes: 60_000 }, { cursor: member.cursor, maxBytes: 60_000, differs: true, digests: { [otherHamlet]: '1.0000000000000000' } }]) {
      const { page } = (await member.send(member.request([], { pull: pull as SyncRequest['pull'] }))).json() as SyncResponse
      expect(JSON.stringify(page)).not.toContain(otherHamlet)
      expect(page?.records.filter((record) => record.hamlet !== hamlet)).toEqual([])
    }
  })
})
