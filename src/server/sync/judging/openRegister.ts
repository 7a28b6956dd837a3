import type { Transaction } from 'kysely'
import type { Operation } from '../../../domain/records/operation'
import { rootOf, sameAsOf, type Known } from '../../../domain/records/place'
import type { RecordState } from '../../../domain/records/recordState'
import type { Database } from '../../database/schema'
import type { ServerDeps } from '../../deps'
import { readForms, readRecords } from '../../store/lockRecords'
import { numberHasher } from '../../store/numberRegistry'
import { readSurveys } from '../../store/surveys'
import { openCodeBook } from './codeBook'
import { openFormBook } from './formBook'
import type { Register } from './judgeOperation'
import { lockTouched } from './lockTouched'
import { openNumberBook } from './numberBook'

/** Reads everything that is needed to judge these operations, and locks what may be changed. */
export async function openRegister(tx: Transaction<Database>, { secrets }: Pick<ServerDeps, 'secrets'>, commune: string, ops: readonly Operation[]): Promise<Register> {
  const { states, numbers, codes } = await lockTouched(tx, secrets, commune, ops)
  const hamlets = await tx.selectFrom('hamlet').select('id').where('commune', '=', commune).execute()
  // The person of a new form is locked, so two phones that add a form for one person at the same moment are judged one after the other.
  const people = unique(ops.flatMap((op) => (op.type === 'submit' && op.base === 0 ? (op.head.person ?? []) : [])))
  const forms = await readForms(tx, commune, unique(people.flatMap((id) => rootOf(states, id)?.id ?? [])))
  const surveys = people.length > 0 ? await readSurveys(tx, commune) : []
  return {
    states,
    hamlets: new Set(hamlets.map(({ id }) => id)),
    numbers: openNumberBook(numbers, numberHasher(secrets), await withSharing(tx, commune, states, numbers.map(({ person }) => person))),
    codes: openCodeBook(codes),
    forms: openFormBook(forms, surveys.map(({ firstDay }) => firstDay)),
  }
}

/** Adds the people who hold the numbers, the people the records are about, and the people they are the same as. They are read without a lock. */
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

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]
