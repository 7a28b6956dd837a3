import type { Ledger } from '../../../src/storage/ledger'
import type { OutboxPort } from '../../../src/storage/ports/outboxPort'
import type { ReplicaPort } from '../../../src/storage/ports/replicaPort'
import type { Bug } from './bugs'

/** The ports of a book as the engine gets them, with one of them wrong. */
export function withBug({ outbox, replica, getRecord }: Pick<Ledger, 'outbox' | 'replica' | 'getRecord'>, bug: Bug | undefined): { readonly outbox: OutboxPort; readonly replica: ReplicaPort } {
  switch (bug) {
    case 'dropRefused':
      return { replica, outbox: { ...outbox, settle: (commune, outcomes) => outbox.settle(commune, outcomes.map((each) => (each.outcome.kind === 'refused' ? { ...each, outcome: { kind: 'accepted', version: 1 } } : each))) } }
    case 'emptyPage':
      return { outbox, replica: { ...replica, applyPage: (commune, page) => replica.applyPage(commune, { ...page, records: page.records.slice(1) }) } }
    case 'forgetDone':
      return { replica, outbox: { ...outbox, sendAgain: async (commune, epoch) => { await outbox.sendAgain(commune, epoch, Number.MAX_SAFE_INTEGER); return 0 } } }
    case 'thawed':
      return { replica, outbox: { ...outbox, markSent: async () => {} } }
    case 'amendsParts':
      return { outbox, replica: { ...replica, findRecords: async (_commune, ids) => new Map((await Promise.all(ids.map(getRecord))).flatMap((record) => (record?.server ? [[record.server.id, record.server]] : []))) } }
    default:
      return { outbox, replica }
  }
}
