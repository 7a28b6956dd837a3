import { applyOperation, type RecordState } from '../../../src/domain/records/judging/apply'
import type { Role } from '../../../src/domain/access'
import type { Answers } from '../../../src/domain/forms/answers'
import { currentForm } from '../../../src/domain/forms/registry'
import type { Operation } from '../../../src/domain/records/operation'
import type { Outcome } from '../../../src/domain/records/outcome'
import type { FormKey, RecordHead, RegisterRecord } from '../../../src/domain/records/record'
import { toBase64url } from '../../../src/protocol/base64url'
import { generateServerKey } from '../../../src/protocol/sealing/envelope'
import { openCourier } from '../../../src/storage/courier'
import type { Draft, Ledger } from '../../../src/storage/ledger'
import { openVaults } from '../../../src/storage/vaults'
import { disabledElder } from '../../domain/forms/completeAnswers'
import { emptyDisk, imageOf, type Disk, type DiskImage } from '../../support/browser/diskImage'
import { householdAnswers, labourAnswers, personAnswers } from '../../support/villageForms'

/*
 * Writes the book of a made-up officer with everything in it that a book can hold, by the app's own code as it is now. What it wrote at
 * earlier versions lies beside this file and is opened by `earlierBooks.test.ts`.
 */

/** Of the phone, of a colleague and a supervisor whose work the replica holds, and of the one whose envelope is carried. */
const devices = { own: uuid(0xd001), colleague: uuid(0xd002), carried: uuid(0xd003), desk: uuid(0xd004) } as const
export const world = {
  commune: '22810', hamlet: uuid(0xaa), otherHamlet: uuid(0xab), epoch: uuid(0xe1), now: Date.parse('2026-11-25T02:10:00.000Z'), user: uuid(0xf1), colleague: uuid(0xf2), supervisor: uuid(0xf3), devices,
  passphrase: 'trâu lội ao bèo chiều', pin: '4711', prf: new Uint8Array(32).fill(5), secret: toBase64url(new Uint8Array(32).fill(7)),
} as const

/** An operation the server had taken when the book was left, in the order it did. */
export interface Judged { readonly device: string; readonly operation: Operation; readonly outcome: Outcome }

/** What lay in the book when it was left, as the app that wrote it said. */
export interface BookImage {
  readonly disk: DiskImage
  readonly serverKey: Awaited<ReturnType<typeof generateServerKey>>
  readonly judged: readonly Judged[]
  readonly drafts: readonly Draft[]
  readonly pending: readonly { readonly operation: Operation; readonly trouble: string | null }[]
  readonly taken: readonly number[]
  readonly cards: readonly (readonly [id: string, name: string, status: string | null, notes: number])[]
  /** By record. */
  readonly notes: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly apart: readonly (readonly [one: string, other: string])[]
  readonly photos: readonly { readonly record: string; readonly hash: string; readonly bytes: Uint8Array }[]
  readonly carried: number
}

function uuid(n: number): string {
  return `0190a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}
const [h1, h2, h3, hOut, p1, p2, p3, p4, labour, asxh, begun, beginning, returned] = [1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 23, 24, 25].map(uuid) as [string, string, string, string, string, string, string, string, string, string, string, string, string]
const head = (kind: RecordHead['kind'], household: string | null = null, person: string | null = null, hamlet: string = world.hamlet): RecordHead => ({ kind, hamlet, household, person })
const formOf = (kind: RecordHead['kind']): FormKey => currentForm(kind).key
const AT = '2026-11-25T01:00:00.000Z'
const photo = (seed: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: 300 }, (_, at) => (at * 7 + seed) % 251)

const authors: ReadonlyMap<string, { readonly id: string; readonly role: Role }> = new Map([
  [devices.own, { id: world.user, role: 'member' }], [devices.colleague, { id: world.colleague, role: 'officer' }], [devices.desk, { id: world.supervisor, role: 'supervisor' }],
])

/** The register as a server of this version keeps it; what is out of the phone's hamlets it refuses. */
class Register {
  readonly judged: Judged[] = []
  private readonly states = new Map<string, RecordState>()
  private counter = 0

  judge(device: string, operation: Operation): Outcome {
    const isOut = operation.type === 'submit' && operation.head.hamlet !== world.hamlet
    const author = authors.get(device)!
    const receivedAt = new Date(world.now).toISOString()
    const { state, outcome } = isOut
      ? { state: undefined, outcome: { kind: 'refused', reason: 'outOfScope' } as const }
      : applyOperation(this.states.get(operation.record), operation, { commune: world.commune, author, device, run: device, receivedAt, check: { today: receivedAt.slice(0, 10), minAge: 15 } })
    if (state) this.states.set(operation.record, state)
    this.judged.push({ device, operation, outcome })
    return outcome
  }

  colleague(record: string, at: RecordHead, patch: Answers, base = 0): void {
    this.other(devices.colleague, { type: 'submit', counter: (this.counter += 1), record, base, at: AT, head: at, form: formOf(at.kind), patch: { ...patch } as never })
  }

  other(device: string, operation: Operation): void {
    const outcome = this.judge(device, operation)
    if (outcome.kind !== 'accepted') throw new Error(`writeBook — others' work — ${JSON.stringify(outcome)}`)
  }

  page(): Parameters<Ledger['replica']['applyPage']>[1] {
    const cursor = { epoch: world.epoch, scope: `0:${world.hamlet}`, seq: this.judged.length }
    return { reset: false, records: structuredClone([...this.states.values()].map(({ record }): RegisterRecord => record)), cursor, scope: [world.hamlet] }
  }
}

async function enrolled(disk: Disk, device: string, publicKey: string) {
  const vaults = openVaults({ now: () => world.now, indexedDb: disk, kdfCost: { memoryKib: 8, passes: 1 } })
  const communes = [{ code: world.commune, device, deviceSecret: world.secret, serverKey: { id: 'k1', publicKey }, epoch: world.epoch }]
  const made = await vaults.enrol({ userId: world.user, username: 'ktor.ninhson', passphrase: world.passphrase, communes })
  if (!made.ok) throw new Error(`writeBook — enrol — ${JSON.stringify(made.error)}`)
  return { vaults, ledger: made.value }
}

/** A filled form, sent: `seen` are the answers it began with. */
async function send(ledger: Ledger, id: string, at: RecordHead, answers: Answers): Promise<Operation> {
  const known = await ledger.getRecord(id)
  const seen = known?.answers ?? {}
  const sent = await ledger.submit({ id, commune: world.commune, head: at, form: formOf(at.kind), answers: { ...seen, ...answers }, base: known?.server?.version ?? 0, seen, reasons: {} })
  if (!sent.ok || !sent.value) throw new Error(`writeBook — submit — ${JSON.stringify(sent)}`)
  return sent.value
}

/** What another phone gave this one to send. */
async function carry(disk: Disk, publicKey: string): Promise<void> {
  const other = emptyDisk()
  const { ledger } = await enrolled(other, devices.carried, publicKey)
  await send(ledger, uuid(31), head('household'), householdAnswers({ householdCode: 'H-031' }))
  ledger.lock()
  const file = await openCourier(other).writeFile()
  if (file.ok) await openCourier(disk).takeFile(file.value.text)
}

export async function writeBook(): Promise<BookImage> {
  const [disk, serverKey, register] = [emptyDisk(), await generateServerKey(), new Register()]
  const { vaults, ledger } = await enrolled(disk, devices.own, serverKey.publicKey)
  await vaults.addPasskey(ledger, { credentialId: 'c1', salt: new Uint8Array(32).fill(3), prf: world.prf, pin: world.pin })
  await ledger.saveHolder({ userId: world.user, username: 'ktor.ninhson', name: 'Ka Tơr Bảy', role: 'member', communes: [{ code: world.commune, name: 'Ninh Sơn' }] })
  await ledger.replica.saveContext(world.commune, {
    hash: 'h', commune: { code: world.commune, name: 'Ninh Sơn', province: 'Khánh Hòa', provinceCode: '56' }, people: [], extensions: [],
    hamlets: [{ id: world.hamlet, code: 'T1', name: 'Thôn 1', labourTarget: 0, asxhTarget: 0 }], settings: { minAge: 15, autoLockMinutes: 5 },
  })
  const pull = () => ledger.replica.applyPage(world.commune, register.page())
  const settle = (operation: Operation) =>
    ledger.outbox.settle(world.commune, [{ counter: operation.counter, outcome: register.judge(devices.own, operation), receipt: `22810-${operation.counter}` }])

  register.colleague(h1, head('household'), householdAnswers())
  register.colleague(h2, head('household'), householdAnswers({ householdCode: 'H-002', headName: 'Pi Năng Thị Sinh' }))
  register.colleague(p1, head('person', h1), personAnswers({ personalId: '056090001234' }))
  register.colleague(p2, head('person', h1), personAnswers({ fullName: 'Ka Tơr Thị Mai', born: '1965', sex: '2' }))
  register.colleague(p3, head('person', h2), personAnswers({ fullName: 'Chamaléa Thị Ới', sex: '2' }))
  register.colleague(returned, head('labour', h2, p3), labourAnswers({ fullName: 'Chamaléa Thị Ới', sex: '2' }))
  register.other(devices.desk, { type: 'return', counter: 1, record: returned, base: 1, at: AT, notes: [{ field: 'activityStatus', text: 'Hỏi lại' }] })
  await settle(await send(ledger, h3, head('household'), householdAnswers({ householdCode: 'H-003', headName: 'Bo Bo Hùng' })))
  await pull()
  // Made on what is not the newest any more: held.
  const held = await send(ledger, p3, head('person', h2), { fullName: 'Chamaléa Thị Ơi' })
  register.colleague(p3, head('person', h2), { fullName: 'Chamaléa Thị Ời' }, 1)
  await settle(held)
  await settle(await send(ledger, hOut, head('household', null, null, world.otherHamlet), householdAnswers({ householdCode: 'H-004' })))
  await pull()
  // Taken, and not shown by a pull yet.
  await settle(await send(ledger, p4, head('person', h3), personAnswers({ fullName: 'Bo Bo Thị Xuân', sex: '2' })))

  const sent = await send(ledger, labour, head('labour', h1, p1), labourAnswers())
  await ledger.outbox.markSent(world.commune, [sent.counter])
  const taken = await ledger.photos.keep({ commune: world.commune, record: asxh, bytes: photo(1) })
  await send(ledger, asxh, head('asxh', h1, p2), { ...disabledElder, ...(taken.ok && { decisionPhoto: taken.value }) })
  await send(ledger, h1, head('household'), { headName: 'Lò Thị Bân' })

  const aPhoto = await ledger.photos.keep({ commune: world.commune, record: begun, bytes: photo(2) })
  const half = { commune: world.commune, reasons: {}, savedAt: '2026-11-25T02:09:00.000Z' } as const
  const drafts: readonly Draft[] = [
    { ...half, id: begun, head: head('asxh', h2, p3), form: formOf('asxh'), base: 0, answers: { fullName: 'Chamaléa Thị Ới', ...(aPhoto.ok && { decisionPhoto: aPhoto.value }) }, place: 'benefits', told: { fullName: 'offered' }, others: [p1] },
    { ...half, id: beginning, head: head('household'), form: formOf('household'), base: 0, answers: { headName: 'Pi Năng Bình' }, reasons: { 'HH-1': 'Hộ mới đến' } },
    { ...half, id: h2, head: head('household'), form: formOf('household'), base: 1, seen: householdAnswers({ householdCode: 'H-002', headName: 'Pi Năng Thị Sinh' }), answers: householdAnswers({ householdCode: 'H-002', headName: 'Pi Năng Thị Sính' }) },
  ]
  for (const each of drafts) await ledger.saveDraft(each)
  const notes = { [p1]: { fullName: 'Xem lại tên' } }
  for (const [record, change] of Object.entries(notes)) await ledger.saveNotes(record, change)
  const apart = [[p1, p2]] as const
  for (const pair of apart) await ledger.tellApart(...pair)
  await ledger.settled()

  const said = {
    pending: (await ledger.pending()).map(({ operation, trouble }) => ({ operation, trouble: trouble?.kind ?? null })),
    taken: (await ledger.taken(10)).map(({ operation }) => operation.counter),
    cards: ledger.cards().map(({ id, name, status, notes }) => [id, name, status, notes] as const),
    photos: [[asxh, taken, photo(1)] as const, [begun, aPhoto, photo(2)] as const].flatMap(([record, kept, bytes]) => (kept.ok ? [{ record, hash: kept.value, bytes }] : [])),
  }
  ledger.lock()
  await carry(disk, serverKey.publicKey)
  return { disk: await imageOf(disk), serverKey, judged: register.judged, drafts, notes, apart, ...said, carried: (await openCourier(disk).count()).carried.waiting }
}
