import type { Transaction } from 'kysely'
import type { Operation } from '../../domain/records/operation'
import type { Database } from '../database/schema'
import type { ServerDeps } from '../deps'
import { lockRecords, readForms, readHeads } from '../store/lockRecords'
import { findHolders, lockNumbers, numberHasher } from '../store/numberRegistry'
import { readSurveys } from '../store/surveys'
import { openFormBook } from './formBook'
import type { Register } from './judgeOperation'
import { numberIn, numbersOf, openNumberBook } from './numberBook'

/** Reads, and locks where it may be changed, everything that judging these operations can ask for. */
export async function openRegister(tx: Transaction<Database>, { secrets }: Pick<ServerDeps, 'secrets'>, commune: string, ops: readonly Operation[]): Promise<Register> {
  // The person of a new form is locked with the records: two phones that fill it at the same moment come one after the other. What
  // something is hung on is locked as well, so that it is not moved meanwhile.
  const people = unique(ops.flatMap((op) => (op.type === 'submit' && op.base === 0 ? (op.head.person ?? []) : [])))
  const states = await lockRecords(tx, commune, unique([...ops.map((op) => op.record), ...people, ...ops.flatMap((op) => hungOn(op) ?? [])]))
  const parents = ops.flatMap(parentsOf).filter((id) => id !== null)
  const theirs = [...states.values()].flatMap(({ record }) => record.household ?? [])
  const heads = await readHeads(tx, commune, unique([...parents, ...theirs]).filter((id) => !states.has(id)))
  for (const [id, { record }] of states) heads.set(id, record)
  const hamlets = await tx.selectFrom('hamlet').select('id').where('commune', '=', commune).execute()
  const hashOf = numberHasher(secrets)
  const proposed = ops.flatMap((op) => (op.type === 'submit' ? (numberIn(op.patch.personalId) ?? []) : []))
  const numbers = unique([...proposed, ...[...states.values()].flatMap(({ record }) => numbersOf(record))]).map(hashOf)
  const mayClaim = proposed.length > 0 || ops.some((op) => op.type === 'resolve')
  await lockNumbers(tx, mayClaim ? numbers : [])
  const holders = await findHolders(tx, numbers)
  const forms = await readForms(tx, commune, people)
  const surveys = people.length > 0 ? await readSurveys(tx, commune) : []
  return { states, heads, hamlets: new Set(hamlets.map(({ id }) => id)), numbers: openNumberBook(holders, hashOf), forms: openFormBook(forms, surveys.map(({ firstDay }) => firstDay)) }
}

/** What a record is about to hang on, directly. */
function hungOn(op: Operation): string | null {
  if (op.type === 'move') return op.person ?? op.household
  return op.type === 'submit' && op.base === 0 ? (op.head.person ?? op.head.household) : null
}

/** Everything an operation says its record hangs on. */
function parentsOf(op: Operation): readonly (string | null)[] {
  if (op.type === 'move') return [op.household, op.person]
  return op.type === 'submit' ? [op.head.household, op.head.person] : []
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]
