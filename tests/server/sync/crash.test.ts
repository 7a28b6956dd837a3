import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/domain/forms/answers'
import type { Operation, SubmitOperation } from '../../../src/domain/records/operation'
import { breakEverywhere, type Scene } from '../../support/database/breakEverywhere'
import { databaseLine, type DatabaseLine } from '../../support/database/databaseLine'
import { NINH_SON } from '../../support/database/serverWorld'
import { injectedPhone } from '../../support/injectedPhone'
import type { MemoryPhone } from '../../support/memory/memoryPhone'
import { village, type TestDevice } from '../../support/syncWorld'
import { DEVICE_TIME, householdAnswers, householdHead, labourAnswers, labourHead, personAnswers, personHead, submit } from '../../support/villageForms'

/* The line to the database breaks at every statement of an exchange, and the phone, with its real engine, goes on. */

let line!: DatabaseLine
const { world, hamlet, otherHamlet, officer, colleague, desk, device } = await village({}, async (url) => (line = await databaseLine(url)).url)
const newId = (): string => world.deps.newId()
/** More than the statements of any scene, twice. */
const SCENES = 90

const rowsOf = (device: string) => world.deps.db.selectFrom('operation').select(['counter', 'outcome', 'payload']).where('device', '=', device).where('counter', 'is not', null).orderBy('counter').execute()

/** What this phone sent last was judged like this, what a person has to hear of is told, and its replica is the server's. */
async function phoneProblems(phone: MemoryPhone, kinds: readonly string[]): Promise<readonly string[]> {
  const rows = await rowsOf(phone.device)
  const said = new Map(phone.trouble.map(({ counter, outcome }) => [counter, outcome]))
  const untold = rows.filter(({ counter, outcome }) => ['held', 'refused'].includes(outcome.kind) && !isDeepStrictEqual(said.get(counter!), outcome))
  const judged = rows.slice(-kinds.length).map(({ outcome }) => outcome.kind)
  return [
    ...(phone.waiting() > 0 ? [`${phone.waiting()} wait`] : []),
    ...(String(judged) === String(kinds) ? [] : [`${judged} instead of ${kinds}`]),
    ...untold.map(({ counter }) => `${counter} waits for somebody who was not told`),
    ...(phone.digest() === (await digestNow()) ? [] : ['the replica is not the server’s']),
  ]
}

async function digestNow(): Promise<string> {
  await officer.pull()
  return (await officer.send(officer.request([], { pull: { cursor: officer.cursor, maxBytes: 60_000 } }))).json().page.digest
}

/** One request, whatever comes of it is right. */
async function send(phone: TestDevice, ops: readonly Operation[]): Promise<void> {
  const { last } = (await phone.send(phone.request(ops))).json()
  if (last !== phone.counter) throw new Error(`crash — ${last} of ${phone.counter} were judged`)
}

const syncing = (phone: MemoryPhone) => async (): Promise<boolean> => {
  const { kind } = await phone.sync()
  return kind === 'done'
}

const patchOf = (answers: Answers) => answers as SubmitOperation['patch']
const number = (n: number): string => `056190${String(n).padStart(6, '0')}`
const forEach = <T>(make: (n: number) => T): readonly T[] => Array.from({ length: SCENES }, (_, n) => make(n))

/** A house with a person who has a number and a form, as the officer sends it. */
function house(n: number, at = hamlet) {
  const [household, person, form] = [newId(), newId(), newId()]
  const head = labourHead(at, household, person)
  const ops = [
    officer.submit(household, householdHead(at), householdAnswers()),
    officer.submit(person, personHead(at, household), personAnswers({ personalId: number(n) })),
    officer.submit(form, head, labourAnswers()),
  ]
  return { household, person, form, head, ops }
}

async function officerScenes(): Promise<(nth: number) => Scene> {
  const phone = await injectedPhone(await device('officer'))
  const houses = forEach((n) => house(n))
  await send(officer, houses.flatMap(({ ops }) => ops))
  await send(colleague, houses.flatMap(({ household, form, head }) => [colleague.submit(household, householdHead(hamlet), { phone: '0905123456' }, 1), colleague.submit(form, head, { generalEducation: '2' }, 1)]))
  await send(desk, houses.map(({ form }) => desk.op({ type: 'return', record: form, base: 2, notes: [{ field: 'born', text: 'Xem lại.' }] })))
  return (n) => {
    const { household, form, head } = houses[n]!
    const [home, person] = [newId(), newId()]
    const made = (record: string, where: typeof head, patch: SubmitOperation['patch'], base = 0) => phone.add((counter) => submit(counter, record, where, patch, base))
    const queue = (): void => {
      made(form, head, { generalEducation: '4', technicalLevel: '2' }, 1)
      made(household, householdHead(hamlet), { address: 'Số 7' }, 1)
      made(household, householdHead(hamlet), { phone: '0905999999' }, 1)
      made(home, householdHead(hamlet), patchOf(householdAnswers({ householdCode: 'H-002' })))
      made(person, personHead(hamlet, home), patchOf(personAnswers({ personalId: number(n) })))
      made(newId(), labourHead(hamlet, home, person), patchOf(labourAnswers()))
      made(newId(), labourHead(hamlet, home, person), {})
    }
    return { begin: queue, work: syncing(phone), problems: () => phoneProblems(phone, ['held', 'merged', 'held', 'accepted', 'accepted', 'accepted', 'refused']) }
  }
}

async function deskScenes(): Promise<(nth: number) => Scene> {
  const phone = await injectedPhone(await device('supervisor'))
  await device('member', [hamlet])
  const houses = forEach((n) => [house(1_000 + n), house(2_000 + n)] as const)
  await send(officer, houses.flatMap(([one, other]) => [...one.ops, ...other.ops]))
  await send(colleague, houses.flatMap(([one, other]) => [colleague.submit(one.form, one.head, { generalEducation: '2' }, 1), colleague.submit(other.household, householdHead(hamlet), { phone: '0905123456' }, 1)]))
  const later = houses.map(([, { household }]) => officer.submit(household, householdHead(hamlet), { phone: '0905999999' }, 1))
  await send(officer, later)
  return (n) => {
    const [one, other] = houses[n]!
    const common = { at: DEVICE_TIME }
    const queue = (): void => {
      phone.add((counter) => ({ type: 'return', counter, record: one.form, base: 1, ...common, notes: [{ field: 'born', text: 'Xem lại.' }] }))
      phone.add((counter) => ({ type: 'accept', counter, record: other.form, base: 1, ...common }))
      phone.add((counter) => ({ type: 'move', counter, record: one.household, base: 1, ...common, hamlet: otherHamlet, household: null, person: null }))
      phone.add((counter) => ({ type: 'resolve', counter, record: other.household, base: 3, ...common, choices: [{ hold: `${officer.id}:${later[n]!.counter}:phone`, take: 'held' }] }))
    }
    return { begin: queue, work: syncing(phone), problems: () => phoneProblems(phone, ['refused', 'accepted', 'accepted', 'accepted']) }
  }
}

/** A replica that has something wrong finds that out, tells it and gets its hamlet anew, while something new is there as well. */
async function pullScenes(): Promise<(nth: number) => Scene> {
  const phone = await injectedPhone(await device('officer'))
  const small = await world.hamlet(NINH_SON, 'T3')
  const { household, ops } = house(3_000, small)
  await send(officer, ops)
  await phone.sync()
  return (n) => {
    const begin = async (): Promise<void> => {
      await send(officer, [officer.submit(household, householdHead(small), { address: `Số ${n}` }, n + 1)])
      const spoilt = phone.records.get(ops[1]!.record)!
      phone.records.set(spoilt.id, { ...spoilt, answers: {} })
    }
    return { begin, work: syncing(phone), problems: () => phoneProblems(phone, []) }
  }
}

/** A part of operations that were judged before, and one with new ones. */
async function repeatedScenes(): Promise<(nth: number) => Scene> {
  const phone = await device('officer')
  const sent = Array.from({ length: 200 }, () => phone.submit(newId(), householdHead(hamlet), householdAnswers()))
  await send(phone, sent)
  return () => {
    sent.push(...[1, 2, 3].map(() => phone.submit(newId(), householdHead(hamlet), householdAnswers())))
    return sending(phone, sent.slice(-203))
  }
}

/** Two parts with new ones. */
async function longScenes(): Promise<(nth: number) => Scene> {
  const phone = await device('officer')
  return () => sending(phone, Array.from({ length: 203 }, () => phone.submit(newId(), householdHead(hamlet), householdAnswers())))
}

function sending(phone: TestDevice, ops: readonly Operation[]): Scene {
  const counters = ops.map(({ counter }) => counter)
  const answered: number[][] = []
  return {
    work: async () => {
      const answer = await phone.send(phone.request(ops))
      if (answer.statusCode === 200) answered.push(answer.json().outcomes.map((each: Operation) => each.counter))
      return answer.statusCode === 200
    },
    problems: async () => {
      const judged = (await rowsOf(phone.id)).slice(-ops.length)
      return [
        ...(isDeepStrictEqual(judged.map(({ payload }) => payload), ops) ? [] : ['what was judged is not what was sent']),
        ...(isDeepStrictEqual(answered.at(-1), counters) ? [] : [`${answered.at(-1)} were answered`]),
      ]
    },
  }
}

const isEndOfPart = (statement: string): boolean => statement === 'commit'

describe('a server that loses its database at any statement', { timeout: 600_000 }, () => {
  it.each([
    ['[S7] [S15] [S17] an officer sends, which crosses a return', officerScenes, ['insert into number_registry', 'with taken as', 'commit']],
    ['[S7] [S17] [S35] the desk decides, and a household goes to another hamlet', deskScenes, ['with people as', 'update "app_user"', 'with taken as', 'commit']],
    ['[S24] a replica that differs is mended', pullScenes, ['insert into "access_log"', 'select count(*)', 'commit']],
    ['[S7] a part of what is sent was judged before', repeatedScenes, ['select "counter", "seq"', 'with taken as', 'commit']],
  ] as const)('%s: nothing is lost, doubled or out of order', async (_what, scenes, among) => {
    const lost = await breakEverywhere({ line, deps: world.deps, scene: await scenes() })

    expect(among.filter((beginning) => !lost.some((statement) => statement.trim().startsWith(beginning)))).toEqual([])
  })

  it('[S7] more is sent than one transaction takes, and either part is lost: the same', async () => {
    const lost = await breakEverywhere({ line, deps: world.deps, scene: await longScenes(), where: isEndOfPart })

    expect(lost).toEqual(['commit', 'commit'])
  })
})
