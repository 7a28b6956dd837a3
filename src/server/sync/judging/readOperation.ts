import { operationSchema, type Operation } from '../../../domain/records/operation'

/** An operation as it arrived. Its counter must be readable, or it cannot be judged at all. */
export interface Incoming {
  readonly counter: number
  readonly raw: unknown
}

const MAX_BYTES = 200_000
const MAX_KEPT_BYTES = 20_000
/** Finds in JSON text a NUL or half a surrogate pair, which PostgreSQL cannot store. An escaped backslash before `u` is not such an escape. */
const UNKEEPABLE = /(?:^|[^\\])(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/

/** Operations in counter order. Of several with one counter, the first is taken. Items without a valid counter are left out. */
export function incoming(ops: readonly unknown[]): readonly Incoming[] {
  const byCounter = new Map<number, unknown>()
  for (const raw of ops) {
    const counter = (raw as { readonly counter?: unknown } | null)?.counter
    if (typeof counter !== 'number' || !Number.isSafeInteger(counter) || counter < 1) continue
    if (!byCounter.has(counter)) byCounter.set(counter, raw)
  }
  return [...byCounter].map(([counter, raw]) => ({ counter, raw })).sort((a, b) => a.counter - b.counter)
}

/** Parses an operation. `undefined` = it is not valid: it is refused as malformed, and its text is kept. */
export function readOperation({ counter, raw }: Incoming): Operation | undefined {
  const text = JSON.stringify(raw) ?? ''
  if (text.length > MAX_BYTES || UNKEEPABLE.test(text)) return undefined
  const operation = operationSchema.safeParse(raw).data
  return operation?.counter === counter ? operation : undefined
}

/** The beginning of an unreadable operation, as text that any database can store. The log keeps it. */
export function textOf(raw: unknown): { readonly text: string } {
  return { text: Buffer.from(JSON.stringify(raw) ?? '').subarray(0, MAX_KEPT_BYTES).toString() }
}
