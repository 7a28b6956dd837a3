import { amend, amendedId } from '../domain/records/amended'
import type { RegisterRecord } from '../domain/records/record'
import type { SyncPage } from '../protocol/messages'
import type { EngineOutbox, EngineReplica } from './enginePorts'

export interface WholeInput {
  readonly outbox: EngineOutbox
  readonly replica: EngineReplica
  readonly commune: string
}

/**
 * The page's records, with amended ones put together from what is stored here.
 * @returns `null` = too little is stored of an amended one, so the page must be requested with whole records
 */
export async function wholeRecords({ outbox, replica, commune }: WholeInput, { records, amended = [] }: SyncPage): Promise<readonly RegisterRecord[] | null> {
  if (amended.length === 0) return records
  const operations = await outbox.findOperations(commune, amended.flatMap(({ own }) => own))
  const earlier = amended.filter(({ from }) => from > 0).flatMap((each) => amendedId(each, operations) ?? [])
  const held = { commune, operations, records: await replica.findRecords(commune, earlier) }
  const now = amended.flatMap((each) => amend(each, held) ?? [])
  return now.length === amended.length ? [...records, ...now] : null
}
