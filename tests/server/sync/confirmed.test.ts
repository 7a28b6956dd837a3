import { describe, expect, it } from 'vitest'
import { getEpoch } from '../../../src/server/database/instance'
import type { Operation } from '../../../src/domain/records/operation'
import type { SyncResponse } from '../../../src/protocol/messages'
import { MemoryPhone } from '../../support/memory/memoryPhone'
import { labourAnswers } from '../../support/villageForms'
import { village, type TestDevice } from '../../support/syncWorld'

const { world, hamlet, officer, colleague, desk, device, home, labour } = await village()
const epoch = await getEpoch(world.deps.db)

/** The real engine over the server's door, with what its device sends laid into its queue. */
function phoneOn(sender: TestDevice): MemoryPhone {
  return new MemoryPhone(sender.id, epoch, {
    exchange: async (request) => ({ ok: true, value: { response: (await sender.send(request)).json() as SyncResponse, bytesUp: 0, bytesDown: 0, serverTime: null, isCut: false, tookMs: 0 } }),
  }, () => 0.5)
}

async function confirmedForm() {
  const { household, person } = await home()
  const head = { kind: 'labour', hamlet, household, person } as const
  const submitted = { ...officer.submit(world.deps.newId(), head, labourAnswers()), confirmed: { fullName: true, generalEducation: true } } as Operation
  const answer = await officer.push(submitted)
  expect(answer.outcomes.map(({ outcome }) => outcome.kind)).toEqual(['accepted'])
  return { id: submitted.record, head, submitted }
}

describe('what a submission says was confirmed', () => {
  it('reaches every book, until somebody answers otherwise', async () => {
    const { id, head } = await confirmedForm()
    await desk.pull()
    expect(desk.records.get(id)?.submission?.confirmed).toEqual({ fullName: true, generalEducation: true })

    await colleague.push(colleague.submit(id, head, { generalEducation: '2' }, 1))
    await desk.pull()
    expect(desk.records.get(id)?.submission?.confirmed).toEqual({ fullName: true })

    await colleague.push(colleague.submit(id, head, { fullName: 'Lò Văn Khác' }, 2))
    await desk.pull()
    expect(desk.records.get(id)?.submission).not.toHaveProperty('confirmed')
  })

  it('is not spoken of in a record in which nothing ever was: an older app\'s, or one asked anew', async () => {
    const { id } = await labour()
    await desk.pull()

    expect(desk.records.get(id)?.submission).not.toHaveProperty('confirmed')
  })

  it('[S24] is the same at the server and in a replica that is only told what changed', async () => {
    const { id, head } = await confirmedForm()
    const phone = phoneOn(await device('officer'))
    await phone.sync()
    await colleague.push(colleague.submit(id, head, { generalEducation: '2', fullName: 'Lò Văn Khác' }, 1))

    expect(await phone.sync()).toEqual({ kind: 'done' })

    await desk.pull()
    expect(phone.records.get(id)).toEqual(desk.records.get(id))
    expect(phone.records.get(id)).toMatchObject({ version: 2, submission: { by: colleague.person.id } })
  })

  it('is kept with the operation, whose repeat is known', async () => {
    const { submitted } = await confirmedForm()

    expect((await officer.push(submitted)).taken).toBeUndefined()
    expect((await officer.push({ ...submitted, confirmed: { fullName: true } })).taken).toEqual([submitted.counter])
  })

  it.each([
    ['of another form', { bankBin: true }],
    ['that it does not give', { phone: true }],
    ['that is none', { '$last': true }],
    ['in other words than true', { fullName: 'yes' }],
    ['as a list', ['fullName']],
  ])('is refused for an answer %s', async (_case, confirmed) => {
    const { household, person } = await home()
    const answer = await officer.push({ ...officer.submit(world.deps.newId(), { kind: 'labour', hamlet, household, person }, labourAnswers()), confirmed })

    expect(answer.outcomes.map(({ outcome }) => outcome)).toEqual([{ kind: 'refused', reason: 'malformed' }])
  })

  it('may be said to this server, which tells its devices so', async () => {
    const { context } = (await officer.send(officer.request([]))).json() as SyncResponse

    expect(context?.settings.takesConfirmed).toBe(true)
  })
})
