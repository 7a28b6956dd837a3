import { amend } from '../domain/records/amended'
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
  const held = await replica.findRecords(commune, amended.filter(({ from }) => from > 0).map(({ id }) => id))
  const operations = await outbox.findOperations(commune, amended.flatMap(({ own }) => own))
  const now = amended.flatMap((each) => amend(each, { commune, record: held.get(each.id), operations }) ?? [])
  return now.length === amended.length ? [...records, ...now] : null
}
