import { describe, expect, it } from 'vitest'
import { getEpoch, renewEpoch } from '../../../src/server/database/instance'
import { householdAnswers, householdHead } from '../../support/villageForms'
import { village, type TestDevice } from '../../support/syncWorld'

const { world, hamlet, device } = await village()
const newId = world.deps.newId
const household = (phone: TestDevice) => phone.submit(newId(), householdHead(hamlet), householdAnswers())

/** A phone with three operations judged, of which a restore from backup has lost the last two. */
async function restored() {
  const phone = await device('officer')
  const ops = [1, 2, 3].map(() => household(phone))
  const before = await getEpoch(world.deps.db)
  await phone.push(...ops)
  await world.deps.db.deleteFrom('operation').where('device', '=', phone.id).where('counter', '>', 1).execute()
  await world.deps.db.updateTable('device').set({ last_counter: 1 }).where('id', '=', phone.id).execute()
  await renewEpoch(world.deps.db, newId(), world.deps.clock())
  return { phone, ops, before, epoch: await getEpoch(world.deps.db) }
}

describe('a register restored from an older backup', () => {
  it('[S6] judges nothing of a device that does not know it yet, and says what it has', async () => {
    const { phone, ops, before, epoch } = await restored()

    const answer = (await phone.send(phone.request(ops.slice(1), { epoch: before }))).json()

    expect(answer).toMatchObject({ epoch, last: 1, outcomes: [] })
    expect(await world.deps.db.selectFrom('operation').select('counter').where('device', '=', phone.id).execute()).toEqual([{ counter: 1 }])
  })

  it('[S6] gets back under their own counters what the device still holds', async () => {
    const { phone, ops, epoch } = await restored()

    const answer = (await phone.send(phone.request(ops.slice(1), { epoch }))).json()

    expect(answer).toMatchObject({ last: 3, outcomes: [{ counter: 2, outcome: { kind: 'accepted' } }, { counter: 3, outcome: { kind: 'accepted' } }] })
  })

  it('takes the word of a device that what lay between is lost there too, and goes on', async () => {
    const { phone, epoch } = await restored()
    const fourth = household(phone)

    const answer = (await phone.send(phone.request([{ type: 'lost', counter: 2 }, { type: 'lost', counter: 3 }, fourth], { epoch }))).json()

    expect(answer).toMatchObject({ last: 4, outcomes: [{ outcome: { kind: 'refused', reason: 'malformed' } }, { outcome: { kind: 'refused', reason: 'malformed' } }, { outcome: { kind: 'accepted' } }] })
  })

  it('does not know a device that was enrolled after the backup', async () => {
    const phone = await device('officer')
    await world.deps.db.deleteFrom('device').where('id', '=', phone.id).execute()

    const answer = await phone.send(phone.request([household(phone)]))

    expect([answer.statusCode, answer.json().error]).toEqual([403, 'unknownDevice'])
  })
})

describe('two devices of one id, from a copied disk', () => {
  it('[S16] the second operation under a counter is not taken for the first', async () => {
    const phone = await device('officer')
    const [first, second] = [household(phone), household(phone)]
    await phone.push(first, second)

    const answer = (await phone.send(phone.request([first, { ...household(phone), counter: 2 }]))).json()

    expect(answer).toMatchObject({ last: 2, outcomes: [{ counter: 1, outcome: { kind: 'accepted' } }], taken: [2] })
    expect(answer.outcomes).toHaveLength(1)
  })
})
