import type { SeenLine } from '../../support/plantedRuns'

/* What goes wrong around the judgement, where a server reads, writes, pages and answers, a line each, and where it is seen. */

const sync = (name: string): string => `src/server/sync/${name}.ts`
const store = (name: string): string => `src/server/store/${name}.ts`
const test = (name: string): string => `tests/server/sync/${name}.test.ts`

export const mutants: readonly SeenLine[] = [
  { what: 'what comes beyond the next counter is judged', file: sync('judging/applyBatch'), find: '.filter((op, index) => op.counter === last + 1 + index)', put: '', by: test('push'), tests: /with a gap/ },
  { what: 'another operation under a counter is answered as the first', file: sync('judging/applyBatch'), find: 'isDeepStrictEqual(payload, payloadOf(repeated.get(counter)!))', put: 'true', by: test('restored'), tests: /S16/ },
  { what: 'nobody hears that a record left their hamlet', file: sync('judging/applyBatch'), find: 'await renewScopes(tx, commune, leftHamlets([...changed.values()]))', put: '', by: test('goAlong'), tests: /go its people/ },
  { what: 'a revoked device decides', file: sync('judging/applyBatch'), find: "input.mayOnlySubmit && op.type !== 'submit'", put: 'false as boolean', by: test('envelopes'), tests: /decides nothing/ },
  { what: 'what a revoked device brings is not marked', file: sync('judging/applyBatch'), find: 'if (!input.mayOnlySubmit) return { ...applied, hasChanged: true }', put: 'if (true as boolean) return { ...applied, hasChanged: true }', by: test('envelopes'), tests: /marked/ },
  { what: 'how far the device came is told as before', file: sync('judging/applyBatch'), find: 'last: last + fresh.length', put: 'last', by: test('push'), tests: /with a gap/ },
  { what: 'what went along is not in the history', file: sync('judging/applyBatch'), find: 'for (const gone of judged.along) log(', put: 'for (const gone of judged.along.slice(9)) log(', by: test('goAlong'), tests: /go its people/ },
  { what: 'a code is taken twice, and nobody is told', file: sync('judging/codeBook'), find: "kind === 'household' && answers.sameAs === undefined ?", put: "kind === 'labour' ?", by: test('doubles'), tests: /one code of two households/ },
  { what: 'two who give one code at the same moment do not wait for each other', file: sync('judging/lockTouched'), find: ', ...[...values.codes].map(codeHash)', put: '', by: test('doubles'), tests: /one code of two households/ },
  { what: 'who shares what was given up is not looked at again', file: sync('judging/renewShared'), find: 'const hashes = [had, has,', put: 'const hashes = [has,', by: test('renewed'), tests: /nothing of it stays/ },
  { what: 'forms are not looked at again for the number when their person is merged', file: sync('judging/renewShared'), find: 'if (was === is) return []', put: 'if (true as boolean) return []', by: test('renewed'), tests: /lies with another person/ },
  { what: 'who shares a number is not among what is judged', file: sync('judging/lockTouched'), find: 'counts.get(hash)! <= MOST_LOOKED_AT + ops', put: 'counts.get(hash)! < 0', by: test('renewed'), tests: /nothing of it stays/ },
  { what: 'what is given up may be taken at the same moment', file: sync('judging/lockTouched'), find: "(op) => op.type === 'resolve' || says(op, field)", put: "(op) => op.type === 'resolve'", by: test('renewed'), tests: /gave it up at the same moment/ },
  { what: 'a reason outlives the warning it explains', file: sync('judging/renewWarning'), find: ', reasons: standingReasons(record.reasons, warnings)', put: '', by: test('renewed'), tests: /explained with a reason/ },
  { what: 'a digest keeps what a record was before', file: store('saveBatch'), find: 'before: before?.record, after', put: 'before: undefined, after', by: test('digest') },
  { what: 'a refused operation does not take its counter', file: store('saveBatch'), find: '...entries.flatMap(({ counter }) => counter ?? [])', put: "...entries.flatMap(({ counter, outcome }) => (outcome.kind === 'refused' ? [0] : (counter ?? [])))", by: test('envelopes'), tests: /refused by the rules/ },
  { what: 'what is written after a restore has versions of the day that was lost', file: sync('judging/applyBatch'), find: 'check, floor, extensions', put: 'check, extensions', by: test('lostFuture'), tests: /S15/ },
  { what: 'the first version after a restore amends one that nobody has', file: 'src/domain/records/amended.ts', find: 'version === floor + 1 ? Math.min(floor, 1) : version - 1', put: 'version - 1', by: test('lostFuture'), tests: /S13/ },
  { what: 'a restore gives out the versions of another restore of the same backup', file: 'src/server/database/instance.ts', find: 'seconds > before ? seconds : before + STEP', put: 'before + STEP', by: test('lostFuture'), tests: /2 times/ },
  { what: 'what others wrote is not amended', file: store('reading/writtenSince'), find: 'for (const { field } of changes) known.fields.add(field)', put: 'void changes', by: test('pull'), tests: /S13/ },
  { what: 'what a device sent is not its own', file: store('reading/writtenSince'), find: 'if (own) known.own.push(own)', put: '', by: test('pull'), tests: /S13/ },
  { what: 'a page passes over the record that did not fit', file: store('reading/readPage'), find: 'bytes += jsonBytes\n', put: 'bytes += jsonBytes\n      last = rows[at]?.seq ?? last\n', by: test('pull'), tests: /S10/ },
  { what: 'the last record of a page comes again', file: store('reading/readPage'), find: ".where('seq', '>', after)", put: ".where('seq', '>=', after)", by: test('pull'), tests: /nothing else/ },
  { what: 'only the last part of a long request is answered', file: sync('pushOperations'), find: 'outcomes.push(...result.outcomes)', put: 'outcomes.splice(0, outcomes.length, ...result.outcomes)', by: test('push'), tests: /than one transaction/ },
  { what: 'an operation between two parts is passed over', file: sync('pushOperations'), find: 'ops.slice(start, start + PART)', put: 'ops.slice(start, start + PART - 1)', by: test('push'), tests: /than one transaction/ },
  { what: 'envelopes are judged in the order they came', file: sync('receiveEnvelopes'), find: 'list.sort((a, b) => a.counter - b.counter)', put: 'list', by: test('envelopes'), tests: /whatever order/ },
  { what: 'an envelope of a copy of the disk is taken for received', file: sync('receiveEnvelopes'), find: ' && !pushed.taken.includes(counter)', put: '', by: test('envelopes'), tests: /S16/ },
  { what: 'a disabled account decides', file: sync('receiveEnvelopes'), find: 'known.isRevoked || author.isDisabled', put: 'known.isRevoked', by: test('envelopes'), tests: /disabled account/ },
  { what: 'an envelope that came twice keeps the next waiting', file: sync('receiveEnvelopes'), find: '.filter((op, index, all) => op.counter !== all[index - 1]?.counter)', put: '', by: test('envelopes'), tests: /twice in one request/ },
  { what: 'nobody hears that a revoked device handed in', file: sync('receiveEnvelopes'), find: 'ops.some(({ counter }) => counter === known.lastCounter + 1)', put: '(false as boolean)', by: test('envelopes'), tests: /written down/ },
  { what: 'a device that counts by another register is judged', file: sync('syncExchange'), find: 'if (ops.length === 0 || !isOurs) return', put: 'if (ops.length === 0) return', by: test('restored'), tests: /S6/ },
  { what: 'somebody speaks for the device of another', file: sync('syncExchange'), find: "if (known.userId !== author.id) return refuse('forbidden')", put: '', by: test('hostile') },
  { what: 'a revoked device is answered', file: sync('syncExchange'), find: "if (known.isRevoked) return refuse('revokedDevice')", put: '', by: test('hostile') },
  { what: 'a replica that starts again is not told its hamlets', file: sync('syncExchange'), find: 'page?.reset ? context.hamlets', put: 'page?.renews ? context.hamlets', by: test('pull'), tests: /S5/ },
  { what: 'the context goes with every answer', file: sync('syncExchange'), find: 'context.hash === request.context ? null : context', put: 'context', by: test('pull'), tests: /context once/ },
]
