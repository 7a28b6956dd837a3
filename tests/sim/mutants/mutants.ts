import type { PlantedLine } from '../../support/plantedLine'

const afterAnswer = 'src/sync/running/afterAnswer.ts'
const plan = 'src/server/sync/pulling/pullPlan.ts'
const judge = 'src/server/sync/judging/judgeOperation.ts'
const bring = 'src/server/sync/judging/bringAlong.ts'
const along = 'src/server/sync/judging/along.ts'
const numbers = 'src/server/sync/judging/numberBook.ts'
const holders = 'src/server/sync/judging/holderBook.ts'
const shared = 'src/server/sync/judging/renewShared.ts'
const looked = 'src/server/sync/judging/lookedAgain.ts'
const records = (name: string): string => `src/domain/records/${name}.ts`

export const mutants: readonly PlantedLine[] = [
  { what: 'the phone does not settle what the server answered', file: afterAnswer, find: 'if (response.outcomes.length > 0) await', put: 'if (response.outcomes.length > 99) await' },
  { what: 'the phone goes on with a device id that is used twice', file: afterAnswer, find: 'if (response.taken?.length)', put: 'if (response.taken?.length === -1)' },
  { what: 'the phone does not look whether the server lost something', file: afterAnswer, find: "return 'nothing'\n", put: "return 'nothing'\n  if (true as boolean) return 'nothing'\n" },
  { what: 'the phone takes a restored server for one that knows all it has', file: afterAnswer, find: 'isNewEpoch ? 0 : response.last', put: 'response.last' },
  { what: 'the phone never compares its replica', file: afterAnswer, find: 'digest === undefined || digest === digestText(joinDigests([...replica.digests(commune).values()]))', put: 'true' },
  { what: 'the phone is done before the queue is empty', file: 'src/sync/sendOnce.ts', find: 'isAll && counters.length === waiting.length', put: 'true' },
  { what: 'the phone says that all is sent when a hole kept the rest waiting', file: afterAnswer, find: ' || !isAllAnswered(sent, response)', put: '' },
  { what: 'the phone does not mend a replica that differs', file: afterAnswer, find: '!mayMend ||', put: 'true ||' },
  { what: 'a hamlet is renewed from where the replica stands', file: plan, find: 'after: differing ? 0 :', put: 'after: differing ? seq :' },
  { what: 'a renewed hamlet keeps what the server does not have', file: plan, find: 'renews: mended }', put: 'renews: [] }' },
  { what: 'a renewal that was cut is over', file: plan, find: '(mend?.seq ?? 0)', put: 'seq' },
  { what: 'a renewal is the end of the pull', file: plan, find: 'const isLast = seq === head', put: 'const isLast = true' },
  { what: 'a renewal leaves out a hamlet', file: plan, find: '.filter((hamlet) => textOf(hamlet) !==', put: '.filter((hamlet) => hamlet.endsWith("1") && textOf(hamlet) !==' },
  { what: 'the phone takes the outcomes of a copy of its disk for its own', file: 'src/sync/asked.ts', find: 'return isOurs ?', put: 'return true ?' },
  { what: 'a hole in the counters keeps everything behind it waiting', file: 'src/sync/lostOperations.ts', find: 'while (next < counter && ops.length < MOST_LOST)', put: 'while (next > counter && ops.length < MOST_LOST)' },
  { what: 'a page that amends what is not here is stored all the same', file: 'src/sync/wholeRecords.ts', find: 'now.length === amended.length ?', put: 'true ?' },
  { what: 'a page leaves out what the phone itself sent and the server changed', file: records('amended'), find: 'new Set([...fields, ...Object.keys(sent)])', put: 'new Set([...fields].filter((field) => !Object.hasOwn(sent, field)))' },
  { what: 'a page lays the own patches over what the server says', file: records('amended'), find: '[...sent.map((op) => op.patch), patch]', put: '[patch, ...sent.map((op) => op.patch)]' },
  { what: 'the later of two changes of one field wins', file: records('judging/merge'), find: 'overlapping: changes.filter(overlaps)', put: 'overlapping: []' },
  { what: 'what the author saw counts as written since', file: records('writers'), find: 'written[0] > base', put: 'written[0] >= base' },
  { what: 'two changes of one device stand against each other', file: records('writers'), find: 'written !== undefined && written[1] !== device && ', put: 'written !== undefined && ' },
  { what: 'a field is forgotten to have been written', file: records('writers'), find: 'fields.map((field) => [field, metaOf(writer)])', put: 'fields.slice(1).map((field) => [field, metaOf(writer)])' },
  { what: 'an accepted form can be changed', file: records('judging/applySubmit'), find: "state.record.status === 'accepted' ? holdLocked", put: "state.record.status === 'returned' ? holdLocked" },
  { what: 'values that may not be applied are dropped', file: records('judging/applySubmit'), find: "held: overlapping, reason: 'overlap', applied", put: "held: [], reason: 'overlap', applied" },
  { what: 'a decision counts, whatever came since', file: records('judging/applyReview'), find: 'versionByOthers(state.meta, ctx.device) <= op.base', put: 'true' },
  { what: 'a form is decided on twice', file: records('judging/applyReview'), find: "state.record.status !== 'submitted'", put: "state.record.status === 'draft' as never" },
  { what: 'a later word of one device takes the held value of another', file: records('judging/holds'), find: 'hold.id.startsWith(`${device}:`) && spoken', put: 'spoken' },
  { what: 'two values that wait for one field are both taken', file: records('judging/applyResolve'), find: 'if (!isOneWord(choices))', put: 'if (false as boolean)' },
  { what: 'an edit made before the return wipes notes that nobody read', file: records('judging/submitted'), find: ' || op.base < statusVersion(meta)) return false', put: ') return false' },
  { what: 'a mark that an answer stands as offered outlives the answer', file: records('judging/confirmed'), find: 'Object.keys(before).filter((field) => !changed.includes(field))', put: 'Object.keys(before)' },
  { what: 'the reviewer is shown the last edit after a return and not those before', file: records('judging/sinceReturn'), find: 'accumulate(record.changes, changes)', put: 'changes' },
  { what: 'an edit that is no resubmission keeps the name of who sent the form before', file: records('judging/submitted'), find: 'moves || edit.free.length > 0 ? { submission', put: 'moves ? { submission' },
  { what: 'what was sent again still says who had returned it', file: records('judging/submitted'), find: 'notes: [], reviewedBy: null, reviewedAt: null }', put: 'notes: [] }' },
  { what: 'a restored register gives out versions again', file: records('writers'), find: 'Math.max(version, floor) + 1', put: 'version + 1' },
  { what: 'who wrote last before a device itself is forgotten', file: records('writers'), find: 'return meta[OTHER]?.[0] ?? 0', put: 'return 0' },
  { what: 'a member writes outside the own hamlets', file: judge, find: "if (!isInScope(register, op, state, author, ctx.commune))", put: 'if (false as boolean)' },
  { what: 'a form hangs on a person who is not there', file: records('place'), find: '? placeAt(above, head) : null', put: '? placeAt(above, head) : head' },
  { what: 'a decision ends a request that nobody at the desk saw', file: records('judging/applyMove'), find: 'isWrittenByOthers(state, field, op.base, ctx.device)', put: 'isWrittenByOthers(state, field, Infinity, ctx.device)' },
  { what: 'what is new hangs on a household that was set aside', file: records('place'), find: 'const above = rootOf(known, on)', put: 'const above = known.get(on)?.record' },
  { what: 'a part of a form does not say which whole it is of', file: records('shrink'), find: 'shrunk: recordCheck(record) }', put: "shrunk: 'ffff0000ffff0000' }" },
  { what: 'a record is moved, and what hangs on it stays behind', file: bring, find: 'place && !sameHead(place, record)', put: 'place && (false as boolean)' },
  { what: 'what went along is of the version it was of before', file: along, find: 'const version = nextVersion(next, { floor })', put: 'const version = next.record.version' },
  { what: 'what went along is not known to have been written', file: along, find: 'meta: stamp(next.meta, { version, device, counter }, [], false)', put: 'meta: next.meta' },
  { what: 'a record is merged into one that was itself set aside', file: judge, find: "placed.type === 'move' && isSetAside(register, placed.same)", put: 'false as boolean' },
  { what: 'an officer puts in place what only the reviewer may', file: records('judging/applyResolve'), find: "choice.take === 'held' && !mayTake(ctx.author.role, state.record, choice.hold)", put: 'false as boolean' },
  { what: 'a choice counts, whatever was written since', file: records('judging/applyResolve'), find: 'isWrittenByOthers(state, hold.field, op.base, ctx.device)', put: 'isWrittenByOthers(state, hold.field, Infinity, ctx.device)' },
  { what: 'a number is taken twice, and nobody is told', file: looked, find: 'const next = renewWarning(each.state, warning, otherOf(each))', put: 'const next = renewWarning(each.state, warning, undefined)' },
  { what: 'a number that was given up stays with its record', file: holders, find: 'if (isAnother) forget(old)', put: '' },
  { what: 'a number enters the registry only with a new record', file: holders, find: 'if (own) keep(own)', put: 'if (own && !before) keep(own)' },
  { what: 'another number is not looked for in the registry', file: shared, find: 'changes.some((change) => change.field === field)', put: '(false as boolean)' },
  { what: 'who was set aside still has the number', file: numbers, find: ' || answers.sameAs !== undefined) return undefined', put: ') return undefined' },
  { what: 'a form that was given to another person says the number of the one before', file: holders, find: 'if (before?.person === holder.person) return', put: 'if (before) return' },
  { what: 'whoever was written twice shares the number with themselves', file: numbers, find: 'rootOf(people, person)?.id ?? person', put: 'person' },
  { what: 'who had the same number as one that was corrected is not looked at again', file: shared, find: 'const hashes = [had, has,', put: 'const hashes = [has,' },
  { what: 'of several with one number everybody is warned', file: looked, find: 'const named = each === first ? undefined : namedOf(each)', put: 'const named = namedOf(each)' },
  { what: 'who came first is warned of who came second', file: looked, find: 'if (named || each.self === first?.self) return named', put: 'if (named) return named' },
  { what: 'what leaves is not what is kept as sent', file: 'src/sync/sendOnce.ts', find: 'now.get(op.counter) ?? op', put: 'now.size < 0 ? op : op' },
  { what: 'an edit that changed nothing is taken for what made the record', file: records('amended'), find: 'own && own.base > 0 ? 1 : 0', put: 'own && own.base < 0 ? 1 : 0' },
]

/** What goes wrong in the book itself shows only in weeks of real books, a second each: it is looked for near one that does. */
export interface BookMutant extends PlantedLine { readonly near: number }

const page = 'src/storage/book/applyPage.ts'

export const bookMutants: readonly BookMutant[] = [
  { near: 5, what: 'a record that left goes though work waits on it', file: page, find: "new Set(rows.filter(({ state }) => state === 'waiting' || !done).map((row) => row.record))", put: 'new Set<string>()' },
  { near: 0, what: 'what was refused keeps the rest of its record here', file: page, find: "state === 'waiting' || !done)", put: "state !== 'acknowledged' || !done)" },
  { near: 37, what: 'what was sent under a former id is not kept', file: page, find: 'await keepDone(book, over)', put: 'await keepDone(book, over.filter((row) => row.device === device))' },
  { near: 0, what: 'what stays for the work on it is still counted as of the register', file: page, find: 'new Set(leaving.gone), leaving.left)', put: 'new Set(leaving.gone), [])' },
  { near: 5, what: 'what was taken and is out of reach stays for ever', file: page, find: 'isUnshown(row, page) || isOutOfReach(row, page.scope) ||', put: '' },
  { near: 0, what: 'what leaves is gone before its page is written', file: page, find: "return db.transaction('rw', [db.records, db.cards,", put: "await db.records.bulkDelete([...plan.leaving.gone])\n  return db.transaction('rw', [db.records, db.cards," },
  { near: 11, what: 'the cursor has moved before its page is written', file: page, find: 'rows, cursor, before,', put: 'rows, cursor, before: (await book.db.state.put(cursor), cursor),' },
]
