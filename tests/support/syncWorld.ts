import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { deflateRawSync } from 'node:zlib'
import type { LightMyRequestResponse } from 'fastify'
import type { Answers } from '../../src/domain/forms/answers'
import type { Operation, SubmitOperation } from '../../src/domain/records/operation'
import type { RecordHead, RegisterRecord } from '../../src/domain/records/record'
import { COLUMNS_TYPE, ENCODING_HEADER } from '../../src/protocol/codec'
import type { Cursor, SyncRequest, SyncResponse } from '../../src/protocol/messages'
import { enrolDevice } from '../../src/server/accounts/devices'
import { NINH_SON, serverWorld, type Person, type ServerWorld } from './database/serverWorld'
import { DEVICE_TIME, householdAnswers, householdHead, labourAnswers, labourHead, personAnswers, personHead } from './villageForms'

type Patch = SubmitOperation['patch']
type Draft = Operation extends infer O ? (O extends { counter: number } ? Omit<O, 'counter' | 'at'> : never) : never

/** A phone or desk as the server sees it: it sends operations and receives pages. It keeps a replica, so that tests can check that it missed nothing. */
export class TestDevice {
  readonly id = randomUUID()
  readonly records = new Map<string, RegisterRecord>()
  deviceSecret = ''
  serverKey = { id: '', publicKey: '' }
  cursor: Cursor | null = null
  counter = 0

  constructor(readonly world: ServerWorld, readonly person: Person, readonly commune: string) {}

  async enrol(): Promise<this> {
    const enrolled = await enrolDevice(this.world.deps, { userId: this.person.id, sessionHash: null }, { device: this.id, commune: this.commune, label: 'Máy thử' })
    if (!enrolled.ok) throw new Error(`enrol — ${enrolled.error.error}`)
    const { deviceSecret, serverKey } = enrolled.value
    Object.assign(this, { deviceSecret, serverKey })
    return this
  }

  /** Gives an operation the next counter of this device. */
  op(draft: Draft): Operation {
    return { ...draft, counter: (this.counter += 1), at: DEVICE_TIME } as Operation
  }

  submit(record: string, head: RecordHead, patch: Answers | Patch, base = 0): Operation {
    return this.op({ type: 'submit', record, base, head, form: `${head.kind}@1`, patch: patch as Patch })
  }

  request(ops: readonly unknown[], more: Partial<SyncRequest> = {}): SyncRequest {
    return { protocol: 1, device: this.id, commune: this.commune, run: randomUUID(), ops: [...ops], pull: null, context: null, ...more }
  }

  send(request: unknown): Promise<LightMyRequestResponse> {
    return sendPacked(this.world, this.person, deflateRawSync(JSON.stringify(request)), 'deflate-raw')
  }

  /** Sends the request twice, as a bad line does, and expects the same answers both times. */
  async push(...ops: readonly unknown[]): Promise<SyncResponse> {
    const request = this.request(ops)
    const first = await this.send(request)
    const second = await this.send(request)
    if (!isDeepStrictEqual(second.json(), first.json())) throw new Error(`repeated push — ${first.body} — ${second.body}`)
    return first.json()
  }

  /** Pulls until the server's mark and keeps the replica as a phone would. */
  async pull(maxBytes = 60_000): Promise<void> {
    for (;;) {
      const answer = await this.send(this.request([], { pull: { cursor: this.cursor, maxBytes } }))
      const { page } = answer.json() as SyncResponse
      if (!page) throw new Error(`pull — ${answer.statusCode} — ${answer.body}`)
      if (page.reset) this.records.clear()
      for (const record of page.records) this.records.set(record.id, record)
      this.cursor = page.cursor
      if (page.done) return
    }
  }
}

export function sendPacked(world: ServerWorld, person: Person | null, payload: Buffer, encoding: string): Promise<LightMyRequestResponse> {
  const headers = {
    ...(encoding === 'columns' ? { 'content-type': COLUMNS_TYPE } : { 'content-type': 'application/octet-stream', [ENCODING_HEADER]: encoding }),
    ...(person && { cookie: `sothon=${person.session.token}`, 'x-csrf-token': person.session.csrf }),
  }
  return world.app.inject({ method: 'POST', url: '/api/sync', headers, payload })
}

export interface Village {
  readonly world: ServerWorld
  readonly hamlet: string
  readonly otherHamlet: string
  readonly officer: TestDevice
  readonly colleague: TestDevice
  readonly desk: TestDevice
  /** Makes a device for a new account. */
  device(role: 'member' | 'officer' | 'supervisor', hamlets?: readonly string[] | null): Promise<TestDevice>
  /** A household with one person in the first hamlet, sent by the officer. */
  home(number?: string): Promise<{ readonly household: string; readonly person: string }>
  /** A labour form of a new home, sent by the officer. */
  labour(more?: Answers): Promise<{ readonly id: string; readonly head: RecordHead; readonly household: string; readonly person: string }>
}

/** A commune with two hamlets, two officers and a supervisor, on a real server and database. */
export async function village(...how: Parameters<typeof serverWorld>): Promise<Village> {
  const world = await serverWorld(...how)
  const hamlet = await world.hamlet(NINH_SON, 'T1')
  const otherHamlet = await world.hamlet(NINH_SON, 'T2')
  const device: Village['device'] = async (role, hamlets = null) =>
    new TestDevice(world, await world.person(role, [{ commune: NINH_SON, hamlets }]), NINH_SON).enrol()
  const [officer, colleague, desk] = [await device('officer'), await device('officer'), await device('supervisor')]
  const home: Village['home'] = async (number) => {
    const [household, person] = [world.deps.newId(), world.deps.newId()]
    const sent = await officer.push(
      officer.submit(household, householdHead(hamlet), householdAnswers()),
      officer.submit(person, personHead(hamlet, household), personAnswers(number ? { personalId: number } : {})),
    )
    if (sent.outcomes.some(({ outcome }) => outcome.kind !== 'accepted')) throw new Error(`home — ${JSON.stringify(sent.outcomes)}`)
    return { household, person }
  }
  const labour: Village['labour'] = async (more = {}) => {
    const { household, person } = await home()
    const id = world.deps.newId()
    const head = labourHead(hamlet, household, person)
    const sent = await officer.push(officer.submit(id, head, labourAnswers(more)))
    if (sent.outcomes[0]?.outcome.kind !== 'accepted') throw new Error(`labour — ${JSON.stringify(sent.outcomes)}`)
    return { id, head, household, person }
  }
  return { world, hamlet, otherHamlet, officer, colleague, desk, device, home, labour }
}
