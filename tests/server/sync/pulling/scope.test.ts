import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Area, Role } from '../../../../src/domain/access'
import type { Operation } from '../../../../src/domain/records/operation'
import type { Outcome } from '../../../../src/domain/records/outcome'
import { sealEnvelope } from '../../../../src/protocol/sealing/envelope'
import { replaceAreas } from '../../../../src/server/accounts/areas'
import { labourHead } from '../../../support/villageForms'
import { NINH_SON, OTHER_COMMUNE, type Person } from '../../../support/database/serverWorld'
import { TestDevice, village } from '../../../support/syncWorld'

const { world, hamlet, otherHamlet, labour } = await village()

/** Where the account works, seen from the hamlet the record lies in. */
const areas = {
  hamlet: [{ commune: NINH_SON, hamlets: [hamlet] }],
  otherHamlet: [{ commune: NINH_SON, hamlets: [otherHamlet] }],
  commune: [{ commune: NINH_SON, hamlets: null }],
  otherCommune: [{ commune: OTHER_COMMUNE, hamlets: null }],
  nowhere: [],
} as const satisfies Record<string, readonly Area[]>
type AreaName = keyof typeof areas
const areaNames = Object.keys(areas) as AreaName[]
const roleNames: readonly Role[] = ['member', 'officer', 'supervisor', 'admin']

/** By hand: who may do what to a record, and where. Anything not named here is refused. */
const mayRead: Record<Role, readonly AreaName[]> = { member: ['hamlet', 'commune'], officer: ['hamlet', 'commune'], supervisor: ['hamlet', 'commune'], admin: [] }
const maySubmit: Record<Role, readonly AreaName[]> = { member: ['hamlet', 'commune'], officer: ['hamlet', 'commune'], supervisor: [], admin: [] }
const mayReview: Record<Role, readonly AreaName[]> = { member: [], officer: [], supervisor: ['hamlet', 'commune'], admin: [] }

const crossings = roleNames.flatMap((role) => areaNames.map((area) => [role, area] as const))

/** An account that once worked in the commune (so it has a device there) and now has this role and area. */
async function deviceOf(role: Role, area: AreaName): Promise<TestDevice> {
  const person: Person = await world.person('officer', [{ commune: NINH_SON, hamlets: null }])
  const device = await new TestDevice(world, person, NINH_SON).enrol()
  await world.deps.db.updateTable('app_user').set({ role }).where('id', '=', person.id).execute()
  await replaceAreas(world.deps.db, person.id, areas[area])
  return device
}

const form = await labour()
const draft = (device: TestDevice, type: 'edit' | 'create' | 'accept' | 'return'): Operation => {
  if (type === 'edit') return device.submit(form.id, form.head, { phone: '0905123456' }, 1)
  if (type === 'create') return device.submit(world.deps.newId(), labourHead(hamlet, form.household, form.person), {})
  if (type === 'accept') return device.op({ type, record: form.id, base: 0 })
  return device.op({ type, record: form.id, base: 0, notes: [{ field: 'born', text: 'Xem lại' }] })
}
/** Let through by role and area; whatever the rules say then. */
const isLetIn = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && !(outcome.kind === 'refused' && (outcome.reason === 'outOfScope' || outcome.reason === 'notAllowed'))

describe.each(crossings)('%s of %s', (role, area) => {
  it('pulls only what it may read', async () => {
    const device = await deviceOf(role, area)

    const answer = await device.send(device.request([], { pull: { cursor: null, maxBytes: 60_000 } }))

    const records: readonly { readonly id: string }[] = answer.statusCode === 200 ? answer.json().page.records : []
    expect(records.some(({ id }) => id === form.id)).toBe(mayRead[role].includes(area))
  })

  it('reads a record only where it may, and its history where it may review it', async () => {
    const { person } = await deviceOf(role, area)

    const answers = await Promise.all(['', '/history'].map((of) => world.send(person, 'GET', `/api/communes/${NINH_SON}/records/${form.id}${of}`)))

    expect(answers.map(({ statusCode }) => statusCode === 200)).toEqual([mayRead[role].includes(area), mayReview[role].includes(area)])
  })

  it.each(['edit', 'create', 'accept', 'return'] as const)('%ss only where it may, by batch', async (type) => {
    const device = await deviceOf(role, area)

    const answer = await device.send(device.request([draft(device, type)]))

    const outcome = answer.statusCode === 200 ? answer.json().outcomes[0]?.outcome : undefined
    expect(isLetIn(outcome)).toBe((type === 'edit' || type === 'create' ? maySubmit : mayReview)[role].includes(area))
  })

  it.each(['edit', 'accept'] as const)('%ss only where it may, sealed', async (type) => {
    const device = await deviceOf(role, area)
    const envelope = await sealEnvelope({ operation: draft(device, type), device: device.id, commune: NINH_SON, deviceSecret: device.deviceSecret, serverKey: device.serverKey })

    const answer = await world.send(null, 'POST', '/api/envelopes', { run: randomUUID(), envelopes: [envelope] })

    expect(answer.json().results).toEqual([{ device: device.id, counter: 1, result: 'received' }])
    const { outcome } = await world.deps.db.selectFrom('operation').select('outcome').where('device', '=', device.id).executeTakeFirstOrThrow()
    expect(isLetIn(outcome)).toBe((type === 'edit' ? maySubmit : mayReview)[role].includes(area))
  })
})
