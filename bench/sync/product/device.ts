import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { newId } from '../../../src/browser/newId'
import { httpTransport } from '../../../src/remote/httpTransport'
import { createSession, type Session } from '../../../src/remote/session'
import type { Ledger } from '../../../src/storage/ledger'
import { openVaults } from '../../../src/storage/vaults'
import { createSyncControl } from '../../../src/sync/syncControl'
import { COMMUNE, enrol, httpTo, must, type Account } from './account'
import { answersOf, benchFormKey, benchRecordOf, type BenchRecord } from './benchForm'

interface Edit { readonly id: string; readonly field: string; readonly value: string | number }

const PASSPHRASE = 'trâu lội ao bèo chiều'
/** The pauses between tries: a plain timer, as in the browser. */
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** A phone: the real book on IndexedDB in memory, the real control, engine and transport. */
export async function openPhone(account: Account, direct: string, line: string) {
  const http = httpTo(direct)
  const { me, device, enrolled } = await enrol(http, account)
  const vaults = openVaults({ now: Date.now, indexedDb: { indexedDB: new IDBFactory(), IDBKeyRange }, kdfCost: { memoryKib: 8, passes: 1 } })
  const book = must(await vaults.enrol({ userId: me.id, username: me.username, passphrase: PASSPHRASE, communes: [{ ...enrolled, code: COMMUNE, device }] }), 'vault')
  const session = createSession({ ...http, origin: line })
  session.remember(me)
  const control = controlOf(book, session.as(me.id))
  const sync = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) if ((await control.run('demand')).trouble === null) return
    throw new Error('stopped')
  }
  const fill = async ({ id, ...values }: BenchRecord & { readonly id: string }): Promise<void> => {
    const head = { kind: 'household' as const, hamlet: account.hamlet, household: null, person: null }
    must(await book.submit({ id, commune: COMMUNE, head, form: benchFormKey, answers: answersOf({ id, ...values }), reasons: {} }), 'submit')
  }
  return {
    load: async (records: readonly (BenchRecord & { readonly id: string })[]) => { for (const record of records) await fill(record) },
    edit: async (edits: readonly Edit[]) => { for (const { id, field, value } of edits) await fill({ ...(await shown(book, id)), [field]: value, id }) },
    push: sync,
    pull: sync,
    records: () => Promise.all(book.cards().map(({ id }) => shown(book, id))),
    close: () => book.lock(),
  }
}

async function shown(book: Ledger, id: string): Promise<BenchRecord & { readonly id: string }> {
  const record = await book.getRecord(id)
  if (!record) throw new Error(`bench — the book has no record — ${id}`)
  return { ...benchRecordOf(id, record.answers), id }
}

function controlOf(book: Ledger, session: Session) {
  return createSyncControl({
    outbox: book.outbox,
    replica: book.replica,
    transport: httpTransport(session),
    pause,
    hasLine: () => true,
    random: Math.random,
    communes: () => book.communes,
    waitingCount: (commune) => book.outbox.waitingCount(commune),
    newDevice: async () => { throw new Error('bench — no device id is used twice here') },
    now: Date.now,
    newId,
    alone: (work) => work(),
    timer: () => () => {},
  })
}
