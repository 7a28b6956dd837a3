import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from 'kysely'
import type { SyncOutcome } from '../../../protocol/messages'
import type { Operation } from '../../../domain/records/operation'
import type { Applied, ApplyContext, RecordState } from '../../../domain/records/recordState'
import { refused } from '../../../domain/records/judging/refused'
import type { Instant } from '../../../domain/time'
import type { Database } from '../../database/schema'
import type { ServerDeps } from '../../deps'
import { renewScopes } from '../../accounts/areas'
import { judgedBefore } from '../../store/judgedBefore'
import { loggedChanges } from '../../store/loggedChanges'
import { lockDevice } from '../../store/lockDevice'
import { saveHolders } from '../../store/numberRegistry'
import { saveBatch, type ChangedRecord, type LogEntry } from '../../store/saveBatch'
import type { Author } from '../author'
import { alongEntry } from './along'
import { judgeOperation, type Judged, type Register } from './judgeOperation'
import { markedAsRevoked } from './markedAsRevoked'
import { openRegister } from './openRegister'
import { readOperation, textOf, type Incoming } from './readOperation'
import { receiptOf } from '../../store/receipt'
import { checkContext, extensions } from '../settings'

export interface BatchInput {
  readonly commune: string
  readonly device: string
  readonly author: Author
  readonly run: string
  readonly receivedAt: Instant
  /** In counter order. */
  readonly ops: readonly Incoming[]
  /** The type under which new operations are logged. Absent = the operation's own type. */
  readonly logAs?: 'import'
  /** The device is revoked or the account is disabled. Forms are still taken, decisions are refused. */
  readonly mayOnlySubmit?: boolean
}

export interface BatchResult {
  /** The highest counter that was judged, now or before. */
  readonly last: number
  readonly outcomes: readonly SyncOutcome[]
  /** Counters under which another operation was judged before. Then two devices share an id, for example because a disk was copied. */
  readonly taken: readonly number[]
}

/**
 * Judges a batch of one device and writes its effects, all in the given transaction. This must be the last call in that transaction.
 *
 * It is idempotent: an operation that was judged before gets the same answer as then, before anything else is checked. The batch stops at a counter
 * beyond the next one (S7). A refused operation uses its counter and is kept in the log.
 *
 * @returns `undefined` if the commune does not know the device
 */
export async function applyBatch(tx: Transaction<Database>, deps: Pick<ServerDeps, 'secrets' | 'config'>, input: BatchInput): Promise<BatchResult | undefined> {
  const locked = await lockDevice(tx, input.commune, input.device)
  if (!locked) return undefined
  const { last, floor } = locked
  const before = await answerRepeated(tx, input, last)
  const fresh = input.ops.filter((op) => op.counter > last).filter((op, index) => op.counter === last + 1 + index)
  if (fresh.length === 0) return { last, ...before }
  const outcomes = await applyFresh(tx, deps, { ...input, floor, minAge: deps.config.minAge }, fresh)
  return { last: last + fresh.length, outcomes: [...before.outcomes, ...outcomes], taken: before.taken }
}

async function answerRepeated(tx: Transaction<Database>, { commune, device, ops }: BatchInput, last: number): Promise<Pick<BatchResult, 'outcomes' | 'taken'>> {
  const repeated = new Map(ops.filter((op) => op.counter <= last).map((op) => [op.counter, op]))
  const judged = await judgedBefore(tx, commune, device, [...repeated.keys()])
  const known = judged.filter(({ counter, payload }) => isDeepStrictEqual(payload, payloadOf(repeated.get(counter)!)))
  return {
    outcomes: known.map(({ counter, outcome, seq }) => ({ counter, outcome, receipt: receiptOf(commune, seq) })),
    taken: judged.filter((each) => !known.includes(each)).map(({ counter }) => counter),
  }
}

/** An operation as the log returns it, for comparison. */
function payloadOf(item: Incoming): unknown {
  return JSON.parse(JSON.stringify(readOperation(item) ?? textOf(item.raw)))
}

interface Read extends Incoming { readonly op: Operation | undefined }

type FreshInput = BatchInput & { readonly floor: number; readonly minAge: number }

async function applyFresh(tx: Transaction<Database>, deps: Pick<ServerDeps, 'secrets'>, input: FreshInput, fresh: readonly Incoming[]): Promise<readonly SyncOutcome[]> {
  const read: readonly Read[] = fresh.map((item) => ({ ...item, op: readOperation(item) }))
  const register = await openRegister(tx, deps, input.commune, read.flatMap(({ op }) => op ?? []))
  const known = new Map(register.states)
  const changed = new Map<string, ChangedRecord>()
  const entries: LogEntry[] = []
  const log = (entry: LogEntry, state: RecordState | undefined): void => {
    if (state) changed.set(state.record.id, { state, before: known.get(state.record.id), index: entries.length })
    entries.push(entry)
  }
  for (const item of read) {
    const judged = judge(register, item, input)
    log(entryOf(item, judged, input.logAs), judged.hasChanged ? judged.state : undefined)
    for (const gone of judged.along) log(alongEntry(item.op!, gone), gone.state)
  }
  await saveHolders(tx, register.numbers.changes())
  const { commune, device, author, run, receivedAt } = input
  await renewScopes(tx, commune, leftHamlets([...changed.values()]))
  const start = await saveBatch(tx, { commune, device, author: author.id, run, receivedAt, entries, records: [...changed.values()] })
  return entries.flatMap(({ counter, outcome }, index) => (counter === null ? [] : { counter, outcome, receipt: receiptOf(commune, start + index + 1) }))
}

function leftHamlets(changed: readonly ChangedRecord[]): readonly string[] {
  const left = changed.flatMap(({ before, state }) => (before && before.record.hamlet !== state.record.hamlet ? [before.record.hamlet] : []))
  return [...new Set(left)].sort()
}

function judge(register: Register, { op }: Read, input: FreshInput): Judged & { readonly hasChanged: boolean } {
  if (!op) return { ...refused(undefined, 'malformed'), along: [], hasChanged: false }
  if (input.mayOnlySubmit && op.type !== 'submit') return { ...refused(undefined, 'notAllowed'), along: [], hasChanged: false }
  const before = register.states.get(op.record)
  const applied = judgeOperation(register, op, input.author, contextOf(input))
  if (!applied.state || applied.state === before) return { ...applied, hasChanged: false }
  if (!input.mayOnlySubmit) return { ...applied, hasChanged: true }
  const state = markedAsRevoked(applied.state)
  register.states.set(op.record, state)
  return { ...applied, state, hasChanged: true }
}

function contextOf({ commune, author, device, run, receivedAt, floor, minAge }: FreshInput): ApplyContext {
  const check = checkContext(receivedAt, minAge)
  return { commune, author: { id: author.id, role: author.role }, device, run, receivedAt, check, floor, extensions }
}

function entryOf({ counter, raw, op }: Read, { outcome, changes }: Applied, logAs: 'import' | undefined): LogEntry {
  if (!op) return { counter, record: null, type: 'malformed', payload: textOf(raw), outcome, changes, deviceTime: null }
  return { counter, record: op.record, type: logAs ?? op.type, payload: op, outcome, changes: loggedChanges(outcome, changes), deviceTime: op.at }
}
