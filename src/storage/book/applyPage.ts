import { holdId } from '../../domain/records/judging/holds'
import type { RegisterRecord } from '../../domain/records/record'
import type { Cursor } from '../../protocol/messages'
import type { OutboxRow, RecordRow, StateRow } from '../disk/accountDatabase'
import { isAsPlanned, loadPages, planPages, type PagePlan } from './cards/cardPages'
import { forgetOld, keepDone } from './queue/keptOperations'
import type { ReplicaPage } from '../ports/replicaPort'
import { enrolmentOf, type OpenBook } from './openBook'
import { stateKeys } from '../disk/places'
import { keyOf, refreshLocal, sealRecord } from './recordView'
import { asHeld } from './cards/asHeld'
import { rangeOf, readState, sealState } from '../disk/stateRows'
import { untilWritten } from '../disk/untilWritten'

interface Plan {
  readonly page: ReplicaPage
  readonly commune: string
  readonly rows: readonly RecordRow[]
  readonly cursor: StateRow
  /** The cursor row before this page. */
  readonly before: StateRow | undefined
  /** Records that left the scope earlier, but stayed for the work waiting on them. */
  readonly uncounted: readonly string[]
  readonly leaving: Leaving
  readonly cards: PagePlan
}

/**
 * Stores a page in the replica: records, cards, deletions, operations whose effect it shows, and the cursor, in one transaction (S20). Storing the same
 * page again changes nothing.
 * @returns `overtaken` = the replica no longer stands where the page was asked for; nothing was stored
 */
export async function applyPage(book: OpenBook, commune: string, given: ReplicaPage): Promise<'overtaken' | null> {
  const page = { ...given, scope: given.scope ?? hamletsOf(book, commune), records: asHeld(book, commune, given.records) }
  const rows = await Promise.all(page.records.map((record) => sealRecord(book, record)))
  const cursor = await sealState(book, stateKeys.cursor(commune), page.cursor)
  const done = await untilWritten(async () => {
    const before = await book.db.state.get(cursor.key)
    if (page.stood !== undefined && !isSameCursor(page.stood, await readState<Cursor>(book, cursor.key))) return 'overtaken'
    const uncounted = book.cards.uncounted(commune)
    const leaving = await leavingIds(book, { page, commune, uncounted })
    const cards = await planPages(book, page.records, new Set(leaving.gone), leaving.left)
    const shown = await write(book, { page, commune, rows, cursor, before, uncounted, leaving, cards })
    if (shown) return { cards, changed: [...shown, ...leaving.gone] }
    await loadPages(book, [...cards.before.keys()])
    return undefined
  })
  if (done === 'overtaken') return done
  book.cards.setPages(done.cards.pages)
  const ids = [...done.changed, ...page.records.map((record) => record.id)].filter((id) => book.cards.isLocal(id))
  await refreshLocal(book, ids)
  book.changed({ ids, buckets: [...done.cards.before.keys()] })
  return null
}

/** Comparing as text is enough: both were stored as the server sent them. */
const isSameCursor = (one: Cursor | null, other: Cursor | null): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * The scope, when the server says it has not changed. It is still needed: a record that stayed out of scope because work waited on it goes as soon as no
 * work does.
 */
function hamletsOf({ contexts }: OpenBook, commune: string): readonly string[] | null {
  return contexts.get(commune)?.hamlets.map((hamlet) => hamlet.id) ?? null
}

interface Leaving {
  readonly gone: readonly string[]
  /** These must leave too, but work waits on them: they stay until none does. */
  readonly left: readonly string[]
}

/**
 * The records that must leave: those outside the scope; on a reset, or of a renewed hamlet, those not in the page; those of which the server took an edit
 * and that it shows no more; those that left earlier. A record with waiting work stays. Until a pull is done, so does one with work that needs a person.
 * After it, a refused operation stays, but its record, now somebody else's, goes.
 */
async function leavingIds({ db }: OpenBook, { page, commune, uncounted }: Pick<Plan, 'page' | 'commune' | 'uncounted'>): Promise<Leaving> {
  const { reset, renews = [], records, scope, done = false } = page
  const rows = await pendingRows(db, commune)
  const unshown = rows.filter((row) => isUnshown(row, page))

  const hamlets = (await db.records.where('[commune+hamlet]').between(...rangeOf(commune)).uniqueKeys()) as unknown as readonly [string, string][]
  const leaving = hamlets.filter(([, hamlet]) => reset || renews.includes(hamlet) || (scope !== null && !scope.includes(hamlet)))
  const ids = leaving.length === 0 ? [] : await db.records.where('[commune+hamlet]').anyOf(leaving.map((key) => [...key])).primaryKeys()
  const brought = new Set(records.map((record) => record.id))
  const busy = new Set(rows.filter(({ state }) => state === 'waiting' || !done).map((row) => row.record))
  const all = [...new Set([...ids, ...unshown.map((row) => row.record), ...uncounted])].filter((id) => !brought.has(id))
  return { gone: all.filter((id) => !busy.has(id)), left: all.filter((id) => busy.has(id)) }
}

async function pendingRows(db: OpenBook['db'], commune: string): Promise<readonly OutboxRow[]> {
  return db.outbox.where('commune').equals(commune).toArray()
}

/** @returns the records whose operations left the queue; `undefined` if another writer was faster */
async function write(book: OpenBook, plan: Plan): Promise<readonly string[] | undefined> {
  const { db } = book
  return db.transaction('rw', [db.records, db.cards, db.outbox, db.kept, db.sealed, db.state], async () => {
    if (!(await isAsPlanned(book, plan.cards))) return undefined
    if (String((await db.state.get(plan.cursor.key))?.blob) !== String(plan.before?.blob)) return undefined
    if (JSON.stringify(await leavingIds(book, plan)) !== JSON.stringify(plan.leaving)) return undefined
    await db.records.bulkDelete([...plan.leaving.gone])
    await db.records.bulkPut([...plan.rows])
    await db.cards.bulkPut([...plan.cards.rows])
    await db.state.put(plan.cursor)
    return updateQueue(book, plan)
  })
}

async function updateQueue(book: OpenBook, { page, commune, leaving }: Plan): Promise<readonly string[]> {
  const { db } = book
  const records = new Map(page.records.map((record) => [record.id, record]))
  const rows = await pendingRows(db, commune)
  const sealed = new Set((await db.sealed.toCollection().primaryKeys()).map(String))
  const device = enrolmentOf(book, commune).device
  const over = rows.filter((row) => isShown(row, records.get(row.record)) || isUnshown(row, page) || isOutOfReach(row, page.scope) || isForOthers(row, leaving) || (row.device !== device && row.state === 'waiting' && !sealed.has(String(keyOf(row)))))
  await db.outbox.bulkDelete(over.map(keyOf))
  await keepDone(book, over)
  if (page.serverTime) await forgetOld(book, page.serverTime)
  return over.map((row) => row.record)
}

/** Whether the page shows the effect of the operation. A value the server holds still needs a person. */
function isShown(row: OutboxRow, record: RegisterRecord | undefined): boolean {
  if (!record || (row.state !== 'acknowledged' && row.state !== 'held') || record.version < row.version) return false
  return !record.holds.some((hold) => hold.id === holdId(row.device, row.counter, hold.field))
}

/**
 * The server took it and the pull is done, but its record was not shown at that version: the record is out of reach by now. (If the page shows it, the
 * operation leaves the queue anyway.)
 */
const isUnshown = (row: OutboxRow, { done = false, records }: ReplicaPage): boolean => done && row.state === 'acknowledged' && !records.some((record) => record.id === row.record && record.version >= row.version)

/** The server took it, and no pull will ever show it: its hamlet is no longer in this account's scope. */
const isOutOfReach = (row: OutboxRow, scope: readonly string[] | null): boolean => row.state === 'acknowledged' && scope !== null && !scope.includes(row.hamlet)

/** The server holds its value, but somebody else must now choose. */
const isForOthers = (row: OutboxRow, { gone }: Leaving): boolean => row.state === 'held' && gone.includes(row.record)
