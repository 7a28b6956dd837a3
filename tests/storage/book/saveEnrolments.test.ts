import { beforeEach, describe, expect, it, vi } from 'vitest'
import { saveEnrolments } from '../../../src/storage/book/devices/saveEnrolments'
import { prepareLedger, type Opened } from '../../../src/storage/book/openLedger'
import { cipherWith } from '../../../src/storage/keys/cipher'
import { dataKeyOf } from '../../../src/storage/keys/masterSecret'
import { COMMUNE, DEVICE, deviceWorld, draft, id, USER, type DeviceWorld } from '../deviceWorld'

const NEXT_COMMUNE = '22813'
const THIRD_COMMUNE = '22816'
const NEW_DEVICE = '0190a000-0000-7000-8000-00000000d002'
const NEXT_DEVICE = '0190a000-0000-7000-8000-00000000d003'
const THIRD_DEVICE = '0190a000-0000-7000-8000-00000000d004'

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

async function handleOn({ clock, indexedDb }: DeviceWorld, key: CryptoKey): Promise<Opened> {
  const opened = await prepareLedger({ userId: USER, now: () => clock.ms, port: indexedDb, letGo: () => {} }).open(cipherWith(key, randomBytes))
  if (!opened.ok) throw new Error(`the book did not open: ${JSON.stringify(opened.error)}`)
  return opened.value
}

/** Two handles of a book that is enrolled in one commune. */
async function twoHandles() {
  const world = await deviceWorld()
  const key = await dataKeyOf(randomBytes(32))
  const first = await handleOn(world, key)
  await saveEnrolments(first, [world.enrolment()])
  const enrolled = async (): Promise<readonly string[]> => (await handleOn(world, key)).book.enrolments.map(({ code, device }) => `${code} ${device}`).sort()
  return { world, first, second: await handleOn(world, key), enrolled }
}

// Nothing that one handle tells comes to the other in time.
beforeEach(() => {
  vi.stubGlobal('BroadcastChannel', undefined)
  return () => void vi.unstubAllGlobals()
})

describe('enrolments that are written into a book open twice', () => {
  it('[S16] leave the id that the other took meanwhile, and the commune that it added', async () => {
    const { world, first, second, enrolled } = await twoHandles()
    await first.ledger.outbox.renew(world.enrolment({ device: NEW_DEVICE }), false)
    await saveEnrolments(first, [world.enrolment({ code: NEXT_COMMUNE, device: NEXT_DEVICE })])

    const saved = await saveEnrolments(second, [world.enrolment({ code: THIRD_COMMUNE, device: THIRD_DEVICE })])

    expect(saved.ok).toBe(true)
    expect(await enrolled()).toEqual([`${COMMUNE} ${NEW_DEVICE}`, `${NEXT_COMMUNE} ${NEXT_DEVICE}`, `${THIRD_COMMUNE} ${THIRD_DEVICE}`])
  })

  it('[S16] are all there where both are written at once', async () => {
    const { world, first, second, enrolled } = await twoHandles()

    await Promise.all([
      saveEnrolments(first, [world.enrolment({ code: NEXT_COMMUNE, device: NEXT_DEVICE })]),
      saveEnrolments(second, [world.enrolment({ code: THIRD_COMMUNE, device: THIRD_DEVICE })]),
    ])

    expect(await enrolled()).toEqual([`${COMMUNE} ${DEVICE}`, `${NEXT_COMMUNE} ${NEXT_DEVICE}`, `${THIRD_COMMUNE} ${THIRD_DEVICE}`])
  })

  it('[S42] take along the draft that lies sealed under the id the other took', async () => {
    const { world, first, second } = await twoHandles()
    await first.ledger.outbox.renew(world.enrolment({ device: NEW_DEVICE }), false)
    await first.ledger.saveDraft(draft(id(1), { headName: 'Tơr' }))

    await saveEnrolments(second, [world.enrolment({ device: THIRD_DEVICE })])

    expect((await second.book.db.sealedDrafts.toArray()).map(({ device, record }) => [device, record])).toEqual([[THIRD_DEVICE, id(1)]])
  })
})
