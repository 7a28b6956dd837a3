import type { SeenLine } from '../../support/plantedRuns'

/* What goes wrong where a device queues, settles, sends again and hands in, a line each, and where it is seen. */

const queue = (name: string): string => `src/storage/book/queue/${name}.ts`
const outbox = 'tests/storage/book/outbox.test.ts'
const submit = 'tests/storage/book/submit.test.ts'
const settled = 'tests/storage/book/settle.test.ts'
const tabs = 'tests/storage/tabs.test.ts'
const renewed = 'tests/storage/book/renewDevice.test.ts'
const handedIn = 'tests/sync/handIn.test.ts'

export const queueMutants: readonly SeenLine[] = [
  { what: 'what was held leaves as if it had been taken', file: queue('outboxPort'), find: "return kind === 'accepted' || kind === 'merged' ? 'acknowledged' : kind", put: "return kind === 'refused' ? kind : 'acknowledged'", by: outbox },
  { what: 'an outcome that comes twice counts twice', file: queue('outboxPort'), find: "row?.state === 'waiting' ? [row] : []", put: 'row ? [row] : []', by: settled },
  { what: 'what the server has and shows is not kept for one that loses it', file: queue('outboxPort'), find: 'await keepDone(book, over)', put: '', by: settled },
  { what: 'what was judged is still handed in', file: queue('outboxPort'), find: 'await db.sealed.bulkDelete(keys)', put: '', by: outbox },
  { what: 'what waits for a person is over', file: queue('outboxPort'), find: ' && !isHeldBy(server, known)', put: '', by: settled },
  { what: 'what was submitted is not sealed', file: queue('queueOperation'), find: 'await db.sealed.put(sealed)', put: '', by: outbox },
  { what: 'what came in while a form was being queued is not looked at', file: queue('queueOperation'), find: '!(await isUnchanged(book, view)) || ', put: '', by: tabs },
  { what: 'two tabs give one counter twice', file: queue('queueOperation'), find: '((await db.counters.get(device))?.last ?? 0) !== last || ', put: '', by: tabs },
  { what: 'a draft outlives the form it became', file: queue('queueOperation'), find: 'await endDraft(book, view.id)', put: '', by: submit },
  { what: 'what was refused stays beside what was sent in its place', file: queue('queueOperation'), find: 'await db.outbox.bulkDelete(settled.map(({ row }) => keyOf(row)))', put: '', by: outbox },
  { what: 'what was sent once is changed', file: queue('submitForm'), find: " && latest.row.sent === 0", put: '', by: submit },
  { what: 'what was written on an older version takes in what was written on this one', file: queue('submitForm'), find: ' && latest.operation.base === versionOf(view)', put: '', by: submit },
  { what: 'what is sent again is not sealed again', file: queue('sendAgain'), find: 'await db.sealed.bulkPut(sealed)', put: '', by: outbox },
  { what: 'what the server still has is sent again as well', file: queue('sendAgain'), find: '[device, Dexie.maxKey], false, true).toArray()', put: '[device, Dexie.maxKey], true, true).toArray()', by: outbox },
  { what: 'what is held is lost with the server that held it', file: queue('sendAgain'), find: " || state === 'held'", put: '', by: settled },
  { what: 'what went back into the queue is kept as well', file: queue('sendAgain'), find: 'await db.kept.bulkDelete(before.map(keyOf))', put: '', by: outbox },
  { what: 'counters begin anew behind what was renewed', file: 'src/storage/book/devices/renewDevice.ts', find: 'last: renewed.length', put: 'last: 0', by: renewed },
  { what: 'enrolments are written over those of another tab', file: 'src/storage/book/devices/saveEnrolments.ts', find: '!(await areLatest()) || ', put: '', by: 'tests/storage/book/saveEnrolments.test.ts' },
  { what: 'what was handed in and not taken is dropped', file: 'src/sync/handIn.ts', find: "await queue.dropReceived(those('received'))", put: 'await queue.dropReceived(batch)', by: handedIn },
  { what: 'what nobody can read is handed in for ever', file: 'src/sync/handIn.ts', find: "await queue.setAsideUnreadable?.(those('unreadable'))", put: '', by: handedIn },
]
