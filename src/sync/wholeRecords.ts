import { amend, amendedId } from '../domain/records/amended'
import type { RegisterRecord } from '../domain/records/record'
import type { SyncPage } from '../protocol/messages'
import type { EngineOutbox, EngineReplica } from './enginePorts'

export interface WholeInput {
  readonly outbox: EngineOutbox
  readonly replica: EngineReplica
  readonly commune: string
}

/** A page's records as they are now; `null` = one is amended of which too little is here, so that it must be asked for whole. */
export async function wholeRecords({ outbox, replica, commune }: WholeInput, { records, amended = [] }: SyncPage): Promise<readonly RegisterRecord[] | null> {
  if (amended.length === 0) return records
  const operations = await outbox.findOperations(commune, amended.flatMap(({ own }) => own))
  const earlier = amended.filter(({ from }) => from > 0).flatMap((each) => amendedId(each, operations) ?? [])
  const held = { commune, operations, records: await replica.findRecords(commune, earlier) }
  const now = amended.flatMap((each) => amend(each, held) ?? [])
  return now.length === amended.length ? [...records, ...now] : null
}
