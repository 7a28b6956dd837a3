import { operationSchema } from '../../../src/domain/records/operation'
import type { Outcome } from '../../../src/domain/records/outcome'
import type { RecordHead, RegisterRecord } from '../../../src/domain/records/record'
import type { RecordState } from '../../../src/domain/records/recordState'
import { demoPlace } from '../../../src/server/demo/demoPlace'
import type { DemoCommune } from '../../../src/server/demo/demoCommune'
import type { CrewKey } from '../../../src/server/demo/crew'
import { judgeOperation } from '../../../src/server/sync/judgeOperation'
import { numberIn, openNumberBook } from '../../../src/server/sync/numberBook'
import type { NumberHolder } from '../../../src/server/store/numberRegistry'
import { checkContext } from '../../../src/server/sync/settings'

export interface JudgedCommune {
  readonly records: readonly RegisterRecord[]
  readonly outcomes: readonly Outcome[]
}

/** The whole history of the demo commune judged by the server's own rules, without a database. */
export function judged(commune: DemoCommune): JudgedCommune {
  const register = { states: new Map<string, RecordState>(), heads: new Map<string, RecordHead>(), hamlets: new Set(commune.hamlets.map(({ id }) => id)) }
  const holders = new Map<string, NumberHolder[]>()
  const outcomes: Outcome[] = []
  for (const batch of commune.batches()) {
    const author = authorOf(commune, batch.by)
    const ctx = { commune: demoPlace.commune, author, device: batch.by, run: batch.run, receivedAt: batch.receivedAt, check: checkContext(batch.receivedAt) }
    const numbers = openNumberBook(batch.ops.flatMap((op) => (op.type === 'submit' ? (holders.get(numberIn(op.patch.personalId) ?? '') ?? []) : [])), (number) => number)
    outcomes.push(...batch.ops.map((raw) => judgeOperation({ ...register, numbers }, operationSchema.parse(raw), author, ctx).outcome))
    for (const holder of numbers.added) holders.set(holder.hash, [...(holders.get(holder.hash) ?? []), holder])
  }
  return { records: [...register.states.values()].map(({ record }) => record), outcomes }
}

function authorOf({ crew, hamlets }: DemoCommune, key: CrewKey) {
  const { id, role } = crew[key]
  const own = hamlets.filter(({ plan }) => plan.collector === key).map((hamlet) => hamlet.id)
  return { id, role: role === 'admin' ? ('officer' as const) : role, scopeVersion: 1, areas: [{ commune: demoPlace.commune, hamlets: role === 'member' ? own : null }] }
}
