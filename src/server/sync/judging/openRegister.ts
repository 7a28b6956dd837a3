import type { Transaction } from 'kysely'
import type { Operation } from '../../../domain/records/operation'
import { rootOf, sameAsOf, type Known } from '../../../domain/records/place'
import type { RecordState } from '../../../domain/records/recordState'
import type { Database } from '../../database/schema'
import type { ServerDeps } from '../../deps'
import { idsBelow, lockRecords, readForms, readRecords } from '../../store/lockRecords'
import { findHolders, lockNumbers, numberHasher } from '../../store/numberRegistry'
import { readSurveys } from '../../store/surveys'
import { openFormBook } from './formBook'
import type { Register } from './judgeOperation'
import { numberIn, numbersOf, openNumberBook } from './numberBook'

/** Reads, and locks where it may be changed, everything that judging these operations can ask for. */
export async function openRegister(tx: Transaction<Database>, { secrets }: Pick<ServerDeps, 'secrets'>, commune: string, ops: readonly Operation[]): Promise<Register> {
  // The person of a new form is locked with the records: two phones that fill it at the same moment come one after the other. What
  // something is hung on is locked as well, so that it is not moved meanwhile.
  const people = unique(ops.flatMap((op) => (op.type === 'submit' && op.base === 0 ? (op.head.person ?? []) : [])))
  const moved = unique(ops.flatMap((op) => (op.type === 'move' ? op.record : [])))
  const states = await lockAll(tx, commune, [...ops.map((op) => op.record), ...ops.flatMap(hungOn)], moved)
  const hamlets = await tx.selectFrom('hamlet').select('id').where('commune', '=', commune).execute()
  const hashOf = numberHasher(secrets)
  const proposed = ops.flatMap((op) => (op.type === 'submit' ? (numberIn(op.patch.personalId) ?? []) : []))
  const numbers = unique([...proposed, ...[...states.values()].flatMap(({ record }) => numbersOf(record))]).map(hashOf)
  // A choice may take a held number; whoever is moved may be somebody of their own again, with theirs.
  const mayClaim = proposed.length > 0 || ops.some((op) => op.type === 'resolve' || op.type === 'move')
  await lockNumbers(tx, mayClaim ? numbers : [])
  const holders = await findHolders(tx, numbers)
  const sharing = mayClaim ? holders : []
  const forms = await readForms(tx, commune, unique(people.flatMap((id) => rootOf(states, id)?.id ?? [])))
  const surveys = people.length > 0 ? await readSurveys(tx, commune) : []
  return { states, hamlets: new Set(hamlets.map(({ id }) => id)), numbers: openNumberBook(holders, hashOf, await withSharing(tx, commune, states, sharing.map(({ person }) => person))), forms: openFormBook(forms, surveys.map(({ firstDay }) => firstDay)) }
}

/** These, what hangs on those that are moved, and what any of them is the same as. What came before its lock was there is seen in the next round. */
async function lockAll(tx: Transaction<Database>, commune: string, named: readonly string[], moved: readonly string[]): Promise<Map<string, RecordState>> {
  const asked = new Set([...named, ...(await idsBelow(tx, commune, moved))])
  for (;;) {
    const states = await lockRecords(tx, commune, [...asked])
    const more = [...[...states.values()].flatMap(({ record }) => sameAsOf(record) ?? []), ...(await idsBelow(tx, commune, moved))].filter((id) => !asked.has(id))
    if (more.length === 0) return states
    for (const id of more) asked.add(id)
  }
}

/** With the people who hold the numbers, or whom the records are of, and whom they are the same as: these are only looked at. */
async function withSharing(tx: Transaction<Database>, commune: string, states: Register['states'], holding: readonly string[]): Promise<Known> {
  const read = new Map<string, RecordState>()
  const known: Known = { get: (id) => states.get(id) ?? read.get(id) }
  const lacking = (ids: readonly string[]): readonly string[] => unique(ids).filter((id) => !known.get(id))
  let next = holding.length === 0 ? [] : lacking([...holding, ...[...states.values()].flatMap(({ record }) => record.person ?? [])])
  while (next.length > 0) {
    const found = await readRecords(tx, commune, next)
    for (const [id, state] of found) read.set(id, state)
    next = lacking([...found.values()].flatMap(({ record }) => sameAsOf(record) ?? []))
  }
  return known
}

/** What a record is about to hang on, directly, or to be the same as. */
function hungOn(op: Operation): readonly string[] {
  if (op.type === 'move') return [op.person ?? op.household, op.same].filter((id) => typeof id === 'string')
  return op.type === 'submit' && op.base === 0 ? [op.head.person ?? op.head.household].filter((id) => id !== null) : []
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]
