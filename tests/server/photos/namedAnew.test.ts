import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { SubmitOperation } from '../../../src/domain/records/operation'
import type { RecordHead } from '../../../src/domain/records/record'
import { disabledElder } from '../../domain/forms/completeAnswers'
import { NINH_SON } from '../../support/database/serverWorld'
import { TestDevice, village } from '../../support/syncWorld'
import { householdAnswers, householdHead } from '../../support/villageForms'

/* Records travel whole, so members of the village team hold hashes of photos that they are not shown. To name one is no way to see it. */

const { world, hamlet, otherHamlet, officer, desk, device, home } = await village()
const member = await device('member', [hamlet])
const elsewhere = await device('member', [otherHamlet])
const { newId } = world.deps

type Patch = SubmitOperation['patch']
interface Named { readonly id: string; readonly head: RecordHead }

let seeds = 0
/** Begins as a JPEG does; no two are alike. */
const photo = (): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(`photo ${(seeds += 1)}`)])
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url')
const withHiv: Patch = { groups: [{ code: 'BT06', coefficient: '20', validFrom: '2024-07' }, { code: 'BT08', coefficient: '15', validFrom: '2025-01' }], povertyStatus: 'HN', povertyYear: 2025, povertyB1: 80, povertyB2: 20 }

async function write(by: TestDevice, { id, head }: Named, patch: Patch, base: number): Promise<string> {
  const { outcomes } = await by.push({ ...by.submit(id, head, patch, base), form: 'asxh@2' })
  return outcomes[0]!.outcome.kind
}
/** A new beneficiary record, in the first hamlet where nothing else is said. */
async function recordBy(by: TestDevice, patch: Patch = {}, at = hamlet): Promise<Named> {
  const under = at === hamlet ? await home() : await homeThere()
  const record: Named = { id: newId(), head: { kind: 'asxh', hamlet: at, ...under } }
  expect(await write(by, record, { ...(disabledElder as Patch), ...patch }, 0)).toBe('accepted')
  return record
}
async function homeThere() {
  const { person } = await home()
  const target = newId()
  await officer.push(officer.submit(target, householdHead(otherHamlet), householdAnswers()))
  await desk.push(desk.op({ type: 'move', base: 1, record: person, hamlet: otherHamlet, household: target, person: null }))
  return { household: target, person }
}
const naming = (bytes: Buffer): Patch => ({ decisionPhoto: hashOf(bytes) })
const url = (bytes: Buffer): string => `/api/communes/${NINH_SON}/photos/${hashOf(bytes)}`
async function bring(by: TestDevice, bytes: Buffer): Promise<void> {
  const headers = { 'content-type': 'application/octet-stream', 'upload-offset': '0', 'upload-length': String(bytes.length), cookie: `sothon=${by.person.session.token}`, 'x-csrf-token': by.person.session.csrf }
  expect((await world.app.inject({ method: 'POST', url: url(bytes), headers, payload: bytes })).json()).toMatchObject({ isWhole: true })
}
const seenBy = async (who: TestDevice, bytes: Buffer): Promise<boolean> => {
  const { statusCode } = await world.send(who.person, 'GET', `${url(bytes)}/file`)
  expect([200, 404]).toContain(statusCode)
  return statusCode === 200
}
/** Names a photo in a record of their own, of somebody with no HIV group. */
const nameAnew = async (by: TestDevice, bytes: Buffer): Promise<string> => write(by, await recordBy(by), naming(bytes), 1)

describe('to name the photo of another', () => {
  it('shows a member no paper of somebody living with HIV', async () => {
    const bytes = photo()
    await recordBy(officer, { ...withHiv, ...naming(bytes) })
    await bring(officer, bytes)

    expect(await nameAnew(member, bytes)).toBe('accepted')

    expect([await seenBy(member, bytes), await seenBy(officer, bytes), await seenBy(desk, bytes)]).toEqual([false, true, true])
  })

  it('shows it no more where the group was to be taken from the record', async () => {
    const bytes = photo()
    const record = await recordBy(officer, { ...withHiv, ...naming(bytes) })
    await bring(officer, bytes)

    expect(await write(member, record, { groups: disabledElder.groups as Patch[string] }, 1)).toBe('refused')

    expect(await seenBy(member, bytes)).toBe(false)
  })

  it('shows nothing of a record that was moved out of their reach', async () => {
    const bytes = photo()
    const { id, head } = await recordBy(officer, naming(bytes))
    await bring(officer, bytes)
    expect(await seenBy(member, bytes)).toBe(true)
    const { household } = await homeThere()
    await desk.push(
      desk.op({ type: 'move', base: 1, record: head.person!, hamlet: otherHamlet, household, person: null }),
      desk.op({ type: 'move', base: 1, record: id, hamlet: otherHamlet, household, person: head.person }),
    )

    expect(await nameAnew(member, bytes)).toBe('accepted')

    expect([await seenBy(member, bytes), await seenBy(elsewhere, bytes), await seenBy(officer, bytes)]).toEqual([false, true, true])
  })

  it.each<readonly [string, (bytes: Buffer, record: Named) => Promise<string>]>([
    ['in another record', (bytes) => nameAnew(member, bytes)],
    ['in the same record', (bytes, record) => write(member, record, naming(bytes), 2)],
  ])('shows none that was replaced, %s', async (_where, name) => {
    const [before, after] = [photo(), photo()]
    const record = await recordBy(officer, naming(before))
    await bring(officer, before)
    await write(officer, record, naming(after), 1)

    expect(await name(before, record)).toBe('accepted')

    expect(await seenBy(member, before)).toBe(false)
  })

  it('shows none that was replaced where a held value is taken', async () => {
    const [before, after] = [photo(), photo()]
    const record = await recordBy(officer, naming(before))
    const first = { hold: `${officer.id}:${officer.counter}:decisionPhoto`, take: 'held' } as const
    await bring(officer, before)
    await write(officer, record, naming(after), 1)
    expect(await write(member, record, naming(before), 1)).toBe('held')
    const own = { hold: `${member.id}:${member.counter}:decisionPhoto`, take: 'held' } as const

    // What is not held any more is passed over.
    const { outcomes } = await member.push(member.op({ type: 'resolve', base: 3, record: record.id, choices: [own, first] }))

    expect(outcomes).toMatchObject([{ outcome: { kind: 'accepted', version: 4 } }])
    expect(await seenBy(member, before)).toBe(false)
  })

  it('shows nothing where it was named before its bytes came, and keeps it from nobody', async () => {
    const bytes = photo()
    await recordBy(officer, naming(bytes))
    expect(await write(elsewhere, await recordBy(elsewhere, {}, otherHamlet), naming(bytes), 1)).toBe('accepted')
    await bring(officer, bytes)

    expect([await seenBy(elsewhere, bytes), await seenBy(member, bytes), await seenBy(desk, bytes)]).toEqual([false, true, true])
  })

  it('beside the record that shows it does not hide it there', async () => {
    const bytes = photo()
    const record = await recordBy(officer, naming(bytes))
    await bring(officer, bytes)

    await nameAnew(member, bytes)
    expect(await write(member, record, { ...naming(bytes), payMethod: 'CASH_HOME' }, 1)).toBe('accepted')

    expect([await seenBy(member, bytes), await seenBy(officer, bytes)]).toEqual([true, true])
  })
})

describe('a photo that its own author names', () => {
  it('in two records is shown through both', async () => {
    const bytes = photo()
    await recordBy(officer, naming(bytes))
    await bring(officer, bytes)

    await recordBy(officer, naming(bytes), otherHamlet)

    expect([await seenBy(member, bytes), await seenBy(elsewhere, bytes)]).toEqual([true, true])
  })

  it('also in a record of somebody living with HIV is shown to no member through any', async () => {
    const bytes = photo()
    await recordBy(officer, naming(bytes))
    await bring(officer, bytes)
    expect([await seenBy(member, bytes), await seenBy(elsewhere, bytes)]).toEqual([true, false])

    await recordBy(officer, { ...withHiv, ...naming(bytes) }, otherHamlet)

    expect([await seenBy(member, bytes), await seenBy(elsewhere, bytes), await seenBy(officer, bytes)]).toEqual([false, false, true])
  })

  it('again after another photo is shown again', async () => {
    const [bytes, other] = [photo(), photo()]
    const record = await recordBy(officer, naming(bytes))
    await bring(officer, bytes)
    await write(officer, record, naming(other), 1)
    expect(await seenBy(member, bytes)).toBe(false)

    await write(officer, record, naming(bytes), 2)

    expect(await seenBy(member, bytes)).toBe(true)
  })

  it('[S15] is shown once it was held and an officer has taken it', async () => {
    const [theirs, held] = [photo(), photo()]
    const record = await recordBy(officer)
    await write(officer, record, naming(theirs), 1)
    expect(await write(member, record, naming(held), 1)).toBe('held')
    await bring(member, held)
    expect(await seenBy(desk, held)).toBe(false)

    await officer.push(officer.op({ type: 'resolve', base: 3, record: record.id, choices: [{ hold: `${member.id}:${member.counter}:decisionPhoto`, take: 'held' }] }))

    expect([await seenBy(desk, held), await seenBy(member, held), await seenBy(elsewhere, held)]).toEqual([true, true, false])
  })

  it('from another of their devices is shown, whichever of them brought it', async () => {
    const bytes = photo()
    const second = await new TestDevice(world, officer.person, NINH_SON).enrol()
    await recordBy(second, naming(bytes))

    await bring(officer, bytes)

    expect([await seenBy(member, bytes), await seenBy(desk, bytes)]).toEqual([true, true])
  })
})
