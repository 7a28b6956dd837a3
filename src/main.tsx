import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { fail, ok, type Result } from './domain/result'
import { bookLocks } from './browser/locks/bookLocks'
import { browserPlatform } from './browser/browserPlatform'
import { newId } from './browser/newId'
import { syncAlone, syncEnded } from './browser/locks/syncLock'
import { trustedScriptUrl } from './browser/trustedScriptUrl'
import type { ClosedBook } from './closedBook'
import { enrolAgain } from './remote/enrolAgain'
import { browserFetch, type HttpDeps } from './remote/http'
import { httpRemote } from './remote/httpRemote'
import { httpTransport } from './remote/httpTransport'
import { photoTransport } from './remote/photoTransport'
import { createSession } from './remote/session'
import argon2WorkerUrl from './storage/argon2Worker?worker&url'
import type { Ledger, StorageFailure } from './storage/ledger'
import { guarded, partGone } from './storage/storageFailure'
import { openVaults } from './storage/vaults'
import type { SyncControl } from './sync/control'
import { createSyncControl } from './sync/syncControl'
import { App } from './ui/App'
import { photoLine } from './ui/photos/photoLine'
import type { Holder } from './storage/holder'
import './ui/styles/app.css'

/* The client's root: the only file that knows every room. It passes the clock, randomness, network and browser to the parts, and mounts the app. */

// zod may build parsers with `new Function`, which our Content-Security-Policy refuses.
z.config({ jitless: true })

const REQUEST_TIMEOUT_MS = 120_000

const now = (): number => Date.now()

const http: HttpDeps = { fetch: browserFetch, origin: '', timeoutMs: REQUEST_TIMEOUT_MS }
const session = createSession(http)
const remote = httpRemote(session)

const vaults = openVaults({ now, locks: bookLocks, startWorker: () => new Worker(trustedScriptUrl(argon2WorkerUrl), { type: 'module' }) })
/** Sync of the book opened last. */
let bookSync: SyncControl | undefined
let closed: ClosedBook | undefined
/** Photos are sent automatically only over a line that costs nothing, or if the officer allowed any line. */
const mayGo = (userId: string): boolean => platform.line() === 'free' || photoLine(userId) === 'any'
/** Runs work of the closed book. Fails if the store, or a part of the app that cannot be loaded now, prevents it; the next call tries again. */
const whileClosed = <T,>(work: (book: ClosedBook) => Promise<T>): Promise<Result<T, StorageFailure>> => guarded(async () => {
  closed ??= (await import('./closedBook').catch(partGone)).closedBook(http, now, mayGo)
  return ok(await work(closed))
})
const platform = browserPlatform({
  handInSealed: async (whose, by) => {
    if (whose === 'carried') return void (await whileClosed((book) => book.handInCarried()))
    // An open book sends its queue itself, in smaller bodies; only the rest goes sealed, afterwards. A locked one answers at once. A revoked one can only
    // send sealed.
    const ended = bookSync?.state().trouble?.kind === 'revoked' ? null : await bookSync?.run(by === 'asked' ? 'photos' : 'online')
    // The server was busy and gave a time to come back.
    if (ended?.trouble?.kind === 'busy') return
    await whileClosed((book) => syncEnded().then(() => book.handIn(by)))
  },
  meetServer: async () => void (await whileClosed((book) => book.meetServer())),
  closedUse: async () => {
    const used = await whileClosed((book) => book.used())
    return used.ok ? used.value : { up: 0, down: 0 }
  },
})

function timer(work: () => void, ms: number): () => void {
  const id = setTimeout(work, ms)
  return () => clearTimeout(id)
}

function makeServices(ledger: Ledger, holder: Holder) {
  const own = session.as(holder.userId)
  const remote = httpRemote(own)
  const sync = createSyncControl({
    outbox: ledger.outbox,
    replica: ledger.replica,
    transport: httpTransport(own),
    pause: (ms) => new Promise((done) => setTimeout(done, ms)),
    hasLine: () => navigator.onLine,
    random: Math.random,
    // An administrator manages accounts and sees no records: there is nothing to sync.
    communes: () => (holder.role === 'admin' ? [] : ledger.communes),
    waitingCount: (commune) => ledger.outbox.waitingCount(commune),
    newDevice: async (commune, again) => {
      const device = newId()
      const enrolled = await enrolAgain(remote, { commune, device, userId: holder.userId, label: platform.deviceLabel })
      if (enrolled.ok) await ledger.outbox.renew({ ...enrolled.value, code: commune, device }, again)
      return enrolled.ok ? ok(null) : enrolled
    },
    handInSealed: async () => {
      const tried = await whileClosed((book) => book.handInForms())
      return tried.ok ? tried.value : fail({ kind: 'storage', failure: tried.error.kind })
    },
    now,
    newId,
    alone: syncAlone,
    timer,
    isRevoked: async () => {
      const said = await whileClosed((book) => book.isRevoked(holder.userId))
      return said.ok && said.value
    },
    takeDrafts: async (commune, isCurrent) => {
      // Loaded only if drafts wait; if that fails, a later run tries again.
      const parts = await Promise.all([import('./sync/takeRescued'), import('./remote/rescuedTransport')]).catch(() => null)
      if (!parts) return 0
      const [{ takeRescued }, { rescuedTransport }] = parts
      const transport = rescuedTransport(own, commune, ledger.outbox.device(commune))
      return takeRescued({ keeper: ledger.rescued, transport, isCurrent, isAlone: () => bookLocks.isAlone(holder.userId) })
    },
    photos: { photos: ledger.photos, transport: photoTransport(own), mayGo: () => mayGo(holder.userId) },
  })
  bookSync = sync
  return { holder, ledger, sync, remote, now, newId }
}

const place = document.getElementById('app')
if (!place) throw new Error('main — no element #app in index.html')
createRoot(place).render(
  <App
    vaults={vaults} remote={remote} makeServices={makeServices} now={now} newId={newId} platform={platform}
    courier={() => import('./storage/courier').then(({ openCourier }) => openCourier())}
  />,
)
