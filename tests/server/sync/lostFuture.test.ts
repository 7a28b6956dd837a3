import { describe, expect, it } from 'vitest'
import type { Operation, SubmitOperation } from '../../../src/domain/records/operation'
import type { SyncResponse } from '../../../src/protocol/messages'
import { renewEpoch } from '../../../src/server/database/instance'
import { takeBackup } from '../../support/database/backup'
import { village, type TestDevice } from '../../support/syncWorld'
import { householdAnswers, householdHead } from '../../support/villageForms'

/* What devices saw of a register, and say they saw, after that register was put back to a time before it. */

const { world, hamlet, officer, desk, device, labour } = await village()
const { db } = world.deps
const devices = [officer, desk]
let hours = 0

/** Puts the backup back an hour later, as an administrator does. Every device goes on behind what the register has of it. */
async function restore(putBack: () => Promise<void>): Promise<void> {
  await putBack()
  await renewEpoch(db, world.deps.newId(), Date.UTC(2026, 10, 25, (hours += 1)))
  const rows = await db.selectFrom('device').select(['id', 'last_counter']).execute()
  for (const each of devices) each.counter = rows.find(({ id }) => id === each.id)!.last_counter
}

async function threePhones() {
  const phones = [await device('officer'), await device('officer'), await device('officer')] as const
  devices.push(...phones)
  return phones
}

/** What was lost, as its device sends it again. */
const again = (phone: TestDevice, op: Operation): Operation => ({ ...op, counter: (phone.counter += 1) })

async function outcomeOf(phone: TestDevice, op: Operation) {
  return (await phone.push(op)).outcomes[0]!.outcome
}

async function versionOf(phone: TestDevice, op: Operation): Promise<number> {
  const outcome = await outcomeOf(phone, op)
  if (outcome.kind === 'refused') throw new Error(`refused — ${outcome.reason}`)
  return outcome.version
}

async function recordOf(id: string) {
  await desk.pull()
  return desk.records.get(id)!
}

const edit = (phone: TestDevice, id: string, patch: SubmitOperation['patch'], base: number) => phone.submit(id, householdHead(hamlet), patch, base)

/** The third writes the address, the first a name, and the second, who saw that name, another. */
async function lostDay(id: string, [first, second, third]: Awaited<ReturnType<typeof threePhones>>, base: number) {
  const addressed = await versionOf(third, edit(third, id, { address: 'Số 7' }, base))
  const name = edit(first, id, { headName: 'Lò Thị Nết' }, addressed)
  const otherName = edit(second, id, { headName: 'Lò Thị Nga' }, await versionOf(first, name))
  await versionOf(second, otherName)
  return { name, otherName }
}

describe('a version of a day that was lost', () => {
  it.each([1, 2])('[S6] [S15] does not count as having seen what was written after the restore: put back %i times from one backup', async (times) => {
    const phones = await threePhones()
    const id = world.deps.newId()
    await officer.push(officer.submit(id, householdHead(hamlet), householdAnswers()))
    const putBack = await takeBackup(db)
    let lost = await lostDay(id, phones, 1)
    await restore(putBack)
    for (let time = 1; time < times; time += 1) {
      lost = await lostDay(id, phones, 1)
      await restore(putBack)
    }

    const [first, second] = phones
    expect((await outcomeOf(second, again(second, lost.otherName))).kind).not.toBe('held')
    expect(await outcomeOf(first, again(first, lost.name))).toMatchObject({ kind: 'held', fields: ['headName'] })
    expect(await recordOf(id)).toMatchObject({ answers: { headName: 'Lò Thị Nga' }, holds: [{ field: 'headName', value: 'Lò Thị Nết' }] })
  })

  it('[S6] [S15] nor if the backup does not have the record', async () => {
    const phones = await threePhones()
    const [first, second, third] = phones
    const putBack = await takeBackup(db)
    const id = world.deps.newId()
    const made = third.submit(id, householdHead(hamlet), householdAnswers())
    const lost = await lostDay(id, phones, await versionOf(third, made))
    await restore(putBack)

    await third.push(again(third, made))
    await second.push(again(second, lost.otherName))

    expect(await outcomeOf(first, again(first, lost.name))).toMatchObject({ kind: 'held', fields: ['headName'] })
    expect((await recordOf(id)).answers.headName).toBe('Lò Thị Nga')
  })

  it('[S6] [S17] does not count as having read the notes of a later return', async () => {
    const { id, head } = await labour()
    const unsent = officer.submit(id, head, { hamletName: 'Thôn 3' }, 5)
    await restore(await takeBackup(db))
    await desk.push(desk.op({ type: 'return', record: id, base: 1, notes: [{ field: 'born', text: 'Xem lại giấy khai sinh' }] }))

    await officer.push(again(officer, unsent))

    expect(await recordOf(id)).toMatchObject({ status: 'returned', notes: [{ field: 'born' }], answers: { hamletName: 'Thôn 3' } })
  })

  it('[S6] [S17] does not count as having seen what is accepted', async () => {
    const { id, head } = await labour()
    const putBack = await takeBackup(db)
    const accept = desk.op({ type: 'accept', record: id, base: await versionOf(officer, officer.submit(id, head, { hamletName: 'Thôn 2' }, 1)) })
    await restore(putBack)
    await officer.push(officer.submit(id, head, { hamletName: 'Thôn 3' }, 1))

    expect(await outcomeOf(desk, again(desk, accept))).toEqual({ kind: 'refused', reason: 'changedSince' })
  })
})

describe('the first version after a restore', () => {
  it('[S6] [S13] is told as what changed to a replica that took the restored register', async () => {
    const id = world.deps.newId()
    await officer.push(officer.submit(id, householdHead(hamlet), householdAnswers()))
    await restore(await takeBackup(db))
    const [phone, other] = await threePhones()
    await phone.pull()
    const version = await versionOf(other, edit(other, id, { address: 'Số 7' }, 1))

    const { page } = (await phone.send(phone.request([], { pull: { cursor: phone.cursor, maxBytes: 60_000, amends: true } }))).json() as SyncResponse

    expect(page).toMatchObject({ records: [], amended: [{ id, from: 1, version, patch: { address: 'Số 7' } }] })
  })
})
