import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { newId } from '../../src/browser/newId'
import type { Operation } from '../../src/domain/records/operation'
import type { Outcome } from '../../src/domain/records/outcome'
import { connect } from '../../src/server/database/connect'
import { loadSecrets, type Secrets } from '../../src/server/secrets'
import { demoPassword, type DemoUser } from '../support/browser/people'
import type { Product } from '../support/browser/product'
import { askDatabase } from '../support/browser/productDatabase'
import { httpPhone } from '../support/httpPhone'
import { brokenTables } from '../support/judgedAgain'
import { COMMUNE, type MemoryPhone } from '../support/memory/memoryPhone'

/*
 * Five devices that work on one commune at once, of which two see one hamlet each, and what must be so when all is calm again. They are
 * phones on Maps with the real engine over real HTTP, not books: those are killed in killedPage.test.ts and stormed in tests/sim.
 */

const PEOPLE: readonly DemoUser[] = ['canbo', 'canbo', 'thon1', 'thon2', 'giamsat']
const DESK = 4
/** Of those that make work: the second of the whole commune's, and one of a hamlet's. */
export const READER = 1
export const MEMBER = 2

/** The line they work over: fast, and cut after a frame or after many. */
export const CUTTING = { downBps: 20_000_000, upBps: 20_000_000, roundTripMs: 2, cutBytes: [2_000, 60_000] } as const

export interface Crew {
  readonly phones: readonly MemoryPhone[]
  readonly random: () => number
  /** Of the servers. */
  readonly secrets: Secrets
  /** Another device of the same account, with nothing on it. */
  another(of: number): Promise<MemoryPhone>
}

/** @param product that printed the passwords @param origin where the devices send, as `httpPhone` takes it */
export async function gatherCrew(product: Product, origin: string | readonly string[], random: () => number): Promise<Crew> {
  const another = async (of: number): Promise<MemoryPhone> => {
    const username = PEOPLE[of]!
    const { phone } = await httpPhone({ origin, username, password: demoPassword(product, username), random })
    expect(await phone.sync()).toEqual({ kind: 'done' })
    return phone
  }
  const phones: MemoryPhone[] = []
  for (const at of PEOPLE.keys()) phones.push(await another(at))
  return { phones, random, another, secrets: loadSecrets({ secret: null, dataDir: product.data }) }
}

/** Everybody goes out: a few doors each, of which the desk moves some to another hamlet. */
export function goOut({ phones, random }: Crew, step: number): void {
  for (const [at, phone] of phones.entries()) {
    if (at === DESK) moveSome(phone, random)
    else visit(phone, random, `${step} ${at}`, 1 + Math.floor(random() * 4))
  }
}

/** Doors visited: new households, and old ones that others may be changing too. */
export function visit(phone: MemoryPhone, random: () => number, step: string, doors: number): void {
  const known = householdsOf(phone)
  if (known.length === 0) return
  for (let n = 0; n < doors; n += 1) {
    const door = known[Math.floor(random() * known.length)]!
    const name = `Lò Thị ${step} ${n}`
    if (random() < 0.5) phone.submitHousehold(door.id, door.hamlet, { headName: name })
    else phone.submitHousehold(newId(), door.hamlet, { householdCode: `F-${step}-${n}`, headName: name })
  }
}

/** Who reads only the hamlet a household left has to let go of it. */
function moveSome(desk: MemoryPhone, random: () => number): void {
  const known = householdsOf(desk)
  const hamlets = [...new Set([...desk.records.values()].map(({ hamlet }) => hamlet))]
  for (let n = Math.floor(random() * 3); n > 0; n -= 1) {
    const { id, hamlet } = known[Math.floor(random() * known.length)]!
    const to = hamlets.filter((each) => each !== hamlet)
    if (to.length > 0) desk.moveHousehold(id, to[Math.floor(random() * to.length)]!)
  }
}

/** So few that the devices meet there. */
const householdsOf = (phone: MemoryPhone) => [...phone.records.values()].filter(({ kind }) => kind === 'household').slice(0, 30)

interface LogRow { readonly counter: string; readonly payload: Operation; readonly outcome: Outcome }

/** What may not be done any more once a record was moved: said to its author, who still has it. */
const CROSSED: readonly string[] = ['outOfScope', 'changedSince']

const saidIn = (operation: Operation): unknown => (operation.type === 'submit' ? operation.patch : operation.type === 'move' ? operation.hamlet : operation)

/** On a calm line: everything made is in the log once and in its order, with the answer its device got; every device has what a new one gets; the tables are what the log makes. */
export async function expectNothingLost({ phones, another, secrets }: Crew, url: string): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const phone of phones) await phone.sync()
  for (const phone of phones) {
    expect(phone.waiting()).toBe(0)
    const log = await askDatabase<LogRow>(url, 'SELECT counter, payload, outcome FROM operation WHERE commune = $1 AND device = $2 AND counter IS NOT NULL ORDER BY counter', [COMMUNE, phone.device])
    const made = [...phone.submitted, ...phone.moved]
    expect(log.map((row) => Number(row.counter))).toEqual(made.map((operation) => operation.counter))
    for (const [at, { payload, counter }] of log.entries()) expect(isDeepStrictEqual(saidIn(payload), saidIn(made[at]!)), `${phone.device} ${counter}`).toBe(true)
    const trouble = log.flatMap(({ counter, outcome }) => (outcome.kind === 'refused' || outcome.kind === 'held' ? [{ counter: Number(counter), outcome }] : []))
    expect(trouble.filter(({ outcome }) => outcome.kind === 'refused' && !CROSSED.includes(outcome.reason))).toEqual([])
    expect(phone.trouble).toEqual(trouble)
  }
  for (const [at, phone] of phones.entries()) {
    const fresh = await another(at)
    expect(isDeepStrictEqual(new Map([...fresh.records].sort()), new Map([...phone.records].sort())), `the replica of ${PEOPLE[at]}`).toBe(true)
  }
  const db = connect(url, 1)
  expect(await brokenTables({ db, secrets }, COMMUNE).finally(() => db.destroy())).toEqual([])
}

export const movedBy = ({ phones }: Crew): number => phones[DESK]!.moved.length
