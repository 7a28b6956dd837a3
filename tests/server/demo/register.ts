import { createHash } from 'node:crypto'
import { operationSchema } from '../../../src/domain/records/operation'
import type { Outcome } from '../../../src/domain/records/outcome'
import type { RegisterRecord } from '../../../src/domain/records/record'
import { demoPlace } from '../../../src/server/demo/demoPlace'
import type { DemoCommune } from '../../../src/server/demo/demoCommune'
import type { CrewKey } from '../../../src/server/demo/history/crew'
import { openCodeBook } from '../../../src/server/sync/judging/codeBook'
import { openFormBook } from '../../../src/server/sync/judging/formBook'
import { judgeOperation, type Register } from '../../../src/server/sync/judging/judgeOperation'
import { openNumberBook } from '../../../src/server/sync/judging/numberBook'
import { checkContext } from '../../../src/server/sync/settings'

export interface JudgedCommune {
  readonly records: readonly RegisterRecord[]
  readonly outcomes: readonly Outcome[]
  /** Of everything that was sent. */
  readonly digest: string
}

/** The whole history of the demo commune judged by the server's own rules, without a database. */
export function judged(commune: DemoCommune): JudgedCommune {
  const hamlets = new Set(commune.hamlets.map(({ id }) => id))
  const states: Register['states'] = new Map()
  const register: Register = { states, hamlets, numbers: openNumberBook([], (number) => number, states), codes: openCodeBook([]), forms: openFormBook([], []) }
  const outcomes: Outcome[] = []
  const hash = createHash('sha256')
  for (const batch of commune.batches()) {
    hash.update(JSON.stringify(batch))
    const author = authorOf(commune, batch.by)
    const ctx = { commune: demoPlace.commune, author, device: batch.by, run: batch.run, receivedAt: batch.receivedAt, check: checkContext(batch.receivedAt, 15) }
    outcomes.push(...batch.ops.map((raw) => judgeOperation(register, operationSchema.parse(raw), author, ctx).outcome))
  }
  return { records: [...register.states.values()].map(({ record }) => record), outcomes, digest: hash.digest('hex') }
}

function authorOf({ crew, hamlets }: DemoCommune, key: CrewKey) {
  const { id, role } = crew[key]
  const own = hamlets.filter(({ plan }) => plan.collector === key).map((hamlet) => hamlet.id)
  return { id, role: role === 'admin' ? ('officer' as const) : role, scopeVersion: 1, areas: [{ commune: demoPlace.commune, hamlets: role === 'member' ? own : null }] }
}
