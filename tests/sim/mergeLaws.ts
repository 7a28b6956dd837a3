import { isDeepStrictEqual } from 'node:util'
import { DUPLICATE_NUMBER } from '../../src/domain/records/judging/serverWarnings'
import type { SubmitOperation } from '../../src/domain/records/operation'
import type { RecordKind, RecordStatus, RegisterRecord } from '../../src/domain/records/record'
import type { Entry, SimServer } from './simServer'

/*
 * What the history of a register must say of itself, whoever wrote the merge: rules S15 to S18, and who shares a personal number, told a second time, from the
 * answers alone, in another way than the product tells them.
 */

interface Write { readonly version: number; readonly device: string; readonly seq: number }

/** What the history says of one record. */
class Told {
  constructor(readonly id: string) {}

  readonly answers = new Map<string, unknown>()
  readonly writes = new Map<string, Write[]>()
  readonly versions: Write[] = []
  /** Change number of the entry that is being read. */
  seq = 0
  status: RecordStatus | null = null
  /** Which version brought it there, as far as somebody decided or sent it again. */
  statusSince = 0
  round = 1
  /** The answers that were returned last; `null` = it never was. */
  returned: ReadonlyMap<string, unknown> | null = null
  /** Fields whose answers stand as they were offered. */
  readonly confirmed = new Set<string>()
  /** Of whom the answers are. */
  sentBy: string | null = null
  /** Where it lies. */
  hamlet: string | null = null
  kind: RecordKind | null = null
  /** Of a form: whose it is. */
  person: string | null = null
  sameAs: string | null = null
  /** Values that wait for a person, as `device:counter:field`. */
  readonly held = new Map<string, { readonly value: unknown; readonly isLocked: boolean }>()

  get version(): number { return this.versions.at(-1)?.version ?? 0 }

  /** The number that is taken through it. */
  get number(): string | null {
    const value = this.answers.get('personalId')
    return this.kind !== 'household' && this.sameAs === null && typeof value === 'string' ? value : null
  }

  laterByOthers(device: string, base: number, of: readonly Write[] = this.versions): boolean {
    return of.some((write) => write.device !== device && write.version > base)
  }

  write(device: string, version: number, values: ReadonlyMap<string, unknown>): void {
    const write = { version, device, seq: this.seq }
    this.versions.push(write)
    for (const [field, value] of values) {
      this.confirmed.delete(field)
      this.answers.set(field, value)
      this.writes.set(field, [...(this.writes.get(field) ?? []), write])
    }
  }
}

/** Where the history breaks a rule of the merge, in words. */
export function brokenLaws(server: SimServer): readonly string[] {
  const told = new Map<string, Told>()
  const broken: string[] = []
  for (const [at, entry] of server.log.entries()) {
    const { operation } = entry
    if (!operation || entry.kind === 'refused') continue
    const record = told.get(operation.record) ?? new Told(operation.record)
    told.set(operation.record, record)
    const { version } = record
    record.seq = at + 1
    // What is new or moved lies where what it hangs on lies by then; one that was set aside is where that one is.
    const place = operation.type === 'submit' ? (record.hamlet === null ? operation.head : null) : operation.type === 'move' ? operation : null
    if (place) record.hamlet = whole(told, place.person ?? place.household)?.hamlet ?? place.hamlet
    // What went along stays with its person, set aside or not.
    if (place) record.person = (entry.counter === null ? place.person : whole(told, place.person)?.id) ?? null
    if (operation.type === 'submit') record.kind ??= operation.head.kind
    const isAside = operation.type === 'move' && typeof operation.same === 'string' && told.get(operation.same)?.sameAs
    const broke = [...(isAside ? ['is said to be the same as what was set aside'] : []), ...brokenBy(record, entry, server)]
    if (record.version > Math.max(version, entry.when.floor) + 1 || (entry.counter === null && record.version === version)) broke.push(`is of version ${record.version} after ${version}`)
    broken.push(...broke.map((what) => `${entry.device}:${entry.counter} ${what}`))
  }
  if (!isDeepStrictEqual(server.holders().map(({ hash, record, person }) => `${hash}:${record}:${person}`).sort(), holdersOf(told).sort())) broken.push('the registry of numbers is not what the history says')
  broken.push(...brokenWarnings(told, server))
  for (const [id, { answers, held }] of told) {
    const record = server.record(id)
    const above = [record?.household, record?.person].filter((each) => typeof each === 'string')
    if (above.some((each) => !server.record(each))) broken.push(`${id}: hangs on what is not there`)
    if (above.some((each) => server.record(each)?.hamlet !== record?.hamlet)) broken.push(`${id}: lies in another hamlet than what it hangs on`)
    if (record?.kind === 'person' && server.record(record.household ?? '')?.answers.sameAs) broken.push(`${id}: hangs on a household that was set aside`)
    if (record?.person && server.record(record.person)?.household !== record.household) broken.push(`${id}: is in another household than its person`)
    const wrong = [...answers].filter(([field, value]) => !isDeepStrictEqual(record?.answers[field] ?? null, value))
    if (wrong.length > 0) broken.push(`${id}: ${wrong.map(([field]) => field).join()} is not what the history says`)
    broken.push(...otherStanding(told.get(id)!, record).map((what) => `${id}: ${what} is not what the history says`))
    const holds = new Map(record?.holds.map((hold) => [hold.id, hold.value]))
    if (!isDeepStrictEqual([...holds].sort(), [...held].map(([hold, { value }]) => [hold, value]).sort())) broken.push(`${id}: what waits for a person is not what the history says`)
  }
  return broken
}

/** Where a form stands, who sent it and what was changed since it was returned. */
function otherStanding({ status, round, returned, confirmed, sentBy, answers }: Told, record: RegisterRecord | undefined): readonly string[] {
  const isReviewed = status === 'accepted' || status === 'returned'
  const since = [...(returned ? answers : [])].filter(([field, value]) => !isDeepStrictEqual(returned?.get(field) ?? null, value))
  const pairs: Readonly<Record<string, readonly [here: unknown, told: unknown]>> = {
    'its status': [record?.status, status],
    'its round': [record?.round, round],
    'whether it has notes': [(record?.notes.length ?? 0) > 0, status === 'returned'],
    'whether somebody decided': [record?.reviewedBy !== null && record?.reviewedAt !== null, isReviewed],
    'who sent it': [record?.submission?.device, sentBy],
    'what was confirmed': [Object.keys(record?.submission?.confirmed ?? {}).sort(), [...confirmed].sort()],
    'what changed since it was returned': [new Map(record?.changes.map(({ field, to }) => [field, to ?? null])), new Map(since)],
  }
  return Object.entries(pairs).flatMap(([what, [here, there]]) => (isDeepStrictEqual(here, there) ? [] : [what]))
}

const REQUEST = ['request', 'requestTo', 'requestNote', 'requestedOn', 'requestedBy', 'requestReply']

/** The record, or what it is the same as. */
function whole(told: ReadonlyMap<string, Told>, id: string | null): Told | undefined {
  const record = told.get(id ?? '')
  return record?.sameAs ? whole(told, record.sameAs) : record
}

const selfOf = (told: ReadonlyMap<string, Told>, { id, person }: Told): string | undefined => whole(told, person ?? id)?.id

/**
 * Whoever is warned shares the number with the one that is named, now and not once; of those who share one all are warned but one person's
 * records, so that somebody is to look at it and not everybody.
 */
function brokenWarnings(told: ReadonlyMap<string, Told>, server: SimServer): string[] {
  const numbers = new Set([...told.values()].flatMap(({ number }) => number ?? []))
  const warnedOf = (id: string) => server.record(id)?.warnings.find((warning) => warning.id === DUPLICATE_NUMBER)
  const strays = [...told.values()].flatMap((one) => {
    const warning = warnedOf(one.id)
    const other = told.get(String(warning?.data?.record))
    const isRight = !warning || (other !== undefined && one.number !== null && other.number === one.number && selfOf(told, other) !== selfOf(told, one))
    return isRight ? [] : [`${one.id}: is warned of somebody who does not have its number`]
  })
  const groupsBroken = [...numbers].flatMap((number) => {
    const group = [...told.values()].filter((one) => one.number === number)
    if (new Set(group.map((one) => selfOf(told, one))).size < 2) return []
    const clean = new Set(group.filter(({ id }) => !warnedOf(id)).map((one) => selfOf(told, one)))
    return clean.size === 1 ? [] : [`${group.map(({ id }) => id).join()}: share a number, and ${clean.size} people are not warned`]
  })
  return [...strays, ...groupsBroken]
}

const holdersOf = (told: ReadonlyMap<string, Told>): string[] =>
  [...told.values()].flatMap(({ id, number, person }) => (number === null ? [] : [`${number}:${id}:${person ?? id}`]))

function brokenBy(record: Told, entry: Entry, server: SimServer): string[] {
  const { operation, device, outcome } = entry
  const version = outcome.kind === 'refused' ? 0 : outcome.version
  switch (operation?.type) {
    case 'submit': return [...unshownBy(record, entry, operation, server), ...submitted(record, entry, operation)]
    case 'accept':
    case 'return': {
      const blind = record.laterByOthers(device, operation.base) ? ['decides on what it did not see'] : []
      const again = record.status === 'submitted' ? [] : ['decides on what was decided']
      record.status = operation.type === 'accept' ? 'accepted' : 'returned'
      record.statusSince = version
      if (record.status === 'returned') record.returned = new Map(record.answers)
      record.write(device, version, new Map())
      return [...blind, ...again]
    }
    case 'resolve': {
      const chosen = operation.choices.filter(({ hold }) => record.held.has(hold))
      if (chosen.length === 0) return []
      const taken = chosen.filter(({ take }) => take === 'held').map(({ hold }) => [fieldOf(hold), record.held.get(hold)?.value] as const)
      const blind = chosen.some(({ hold }) => record.laterByOthers(device, operation.base, (record.writes.get(fieldOf(hold)) ?? []).slice(-1)))
      const isReviewers = chosen.some(({ hold, take }) => take === 'held' && (record.status === 'accepted' || record.held.get(hold)?.isLocked))
      for (const { hold } of chosen) record.held.delete(hold)
      record.write(device, version, new Map(taken.filter(([field, value]) => !isDeepStrictEqual(record.answers.get(field) ?? null, value))))
      const isTorn = taken.some(([field, value]) => taken.some(([other, its]) => other === field && !isDeepStrictEqual(its, value)))
      return [
        ...(isTorn ? ['takes two values of one field'] : []),
        ...(blind ? ['chooses between other values than it saw'] : []),
        ...(isReviewers && server.roleOf(device) !== 'supervisor' ? ['takes what only the reviewer may'] : []),
      ]
    }
    case 'move': {
      const { same, reply } = operation
      const ended = REQUEST.filter((field) => record.answers.has(field)).map((field) => [field, null] as const)
      const values = new Map<string, unknown>([...(reply === undefined ? [] : ended), ...(same === undefined ? [] : [['sameAs', same] as const])])
      const unseen = [...values.keys()].some((field) => record.laterByOthers(device, operation.base, (record.writes.get(field) ?? []).slice(-1)))
      record.sameAs = same === undefined ? record.sameAs : same
      record.write(device, version, new Map([...values].filter(([field, value]) => !isDeepStrictEqual(record.answers.get(field) ?? null, value))))
      return unseen ? ['decides on a request it did not see'] : []
    }
    case undefined: return []
  }
}

const fieldOf = (hold: string): string => hold.slice(hold.lastIndexOf(':') + 1)

/**
 * Values of others that a submission replaces, whatever its base says, though its phone was told neither them nor what came after them. A phone may
 * have seen a later version of a day that the server lost.
 */
function unshownBy({ id, answers, writes }: Told, { device, outcome, when }: Entry, { patch }: SubmitOperation, server: SimServer): string[] {
  if (outcome.kind === 'refused' || server.isUntold) return []
  const phone = server.phoneOf(device)
  const held = outcome.kind === 'held' ? outcome.fields : []
  const replaced = Object.entries(patch).filter(([field, value]) => !held.includes(field) && !isDeepStrictEqual(answers.get(field) ?? null, value)).map(([field]) => field)
  const lastWrite = (field: string): Write | undefined => writes.get(field)?.at(-1)
  const isOthers = (field: string): boolean => server.phoneOf(lastWrite(field)?.device ?? device) !== phone
  const isSeen = (field: string): boolean => server.shown.has(phone, id, field, answers.get(field) ?? null) || (lastWrite(field)?.seq ?? 0) <= when.shownUpTo
  const unshown = replaced.filter((field) => isOthers(field) && !isSeen(field))
  return unshown.length > 0 ? [`replaces ${unshown.join()}, which it was never shown`] : []
}

function submitted(record: Told, { device, counter, outcome, when }: Entry, { patch, base, head, confirmed = {} }: SubmitOperation): string[] {
  if (outcome.kind === 'refused') return []
  const isNew = record.status === null
  record.status ??= head.kind === 'labour' || head.kind === 'asxh' ? 'submitted' : 'live'
  const isAccepted = record.status === 'accepted'
  const differing = new Map(Object.entries(patch).filter(([field, value]) => !isDeepStrictEqual(record.answers.get(field) ?? null, value)))
  const contested = [...differing.keys()].filter((field) => record.laterByOthers(device, base, (record.writes.get(field) ?? []).slice(-1)))
  const held = outcome.kind === 'held' ? outcome.fields : []
  const free = new Map([...differing].filter(([field]) => !held.includes(field)))
  const broken: string[] = []
  if (isAccepted && free.size > 0) broken.push('changes an accepted form')
  if (contested.some((field) => !held.includes(field))) broken.push(`overwrites ${contested.join()}, which it did not see`)
  if (held.length > 0 && !isAccepted && !record.laterByOthers(device, base)) broken.push('is held though nobody else wrote')
  if (held.length > 0 && !isAccepted && contested.length === 0) broken.push('is held though nobody else wrote the same')
  if (when.hamlets !== null && record.hamlet !== null && !when.hamlets.includes(record.hamlet)) broken.push('writes outside its scope')
  // A device's later word on a field takes the place of its own that waited.
  for (const field of Object.keys(patch)) for (const id of record.held.keys()) if (id.startsWith(`${device}:`) && id.endsWith(`:${field}`)) record.held.delete(id)
  for (const field of held) record.held.set(`${device}:${counter}:${field}`, { value: patch[field] ?? null, isLocked: outcome.kind === 'held' && outcome.reason === 'locked' })
  record.write(device, outcome.version, free)
  // Who had not seen the return wipes no notes, nor does an edit of which nothing could be applied.
  const isSentAgain = record.status === 'returned' && base >= record.statusSince && (free.size > 0 || held.length === 0)
  if (isSentAgain) [record.status, record.statusSince, record.round] = ['submitted', outcome.version, record.round + 1]
  if (isNew || isSentAgain || free.size > 0) record.sentBy = device
  for (const field of Object.keys(confirmed)) if (free.has(field)) record.confirmed.add(field)
  return broken
}
