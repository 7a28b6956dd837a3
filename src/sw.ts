import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { QUEUE_TAG } from './browser/app/backgroundSync'
import { lineCost } from './browser/lineCost'
import { syncEnded } from './browser/locks/syncLock'
import { closedBook } from './closedBook'
import { browserFetch } from './remote/http'
import { failureOf } from './remote/transportFailure'

/*
 * The service worker. Keeps the app's files, so that the app opens offline. Hands in the sealed queue when the connection returns, whether the book is
 * open or not, and erases a revoked book. It caches no answer of the API: no person's data is ever in a cache.
 */

declare const self: ServiceWorkerGlobalScope & typeof globalThis & { readonly __WB_MANIFEST: (string | { url: string; revision: string | null })[] }

/** Background Sync, one-off and periodic; not in the standard library's types. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}

const REQUEST_TIMEOUT_MS = 60_000
const book = closedBook({ fetch: browserFetch, origin: '', timeoutMs: REQUEST_TIMEOUT_MS }, Date.now, () => lineCost() === 'free')

precacheAndRoute(self.__WB_MANIFEST)
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//] }))

/** Takes over only when the page asks: a form may be open, and its page must not load files of another version. */
self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent
  if (tag === QUEUE_TAG) (event as SyncEvent).waitUntil(handIn())
})

/** Only an installed app is woken like this; there is just one tag. */
self.addEventListener('periodicsync', (event) => (event as SyncEvent).waitUntil(book.meetServer()))

async function handIn(): Promise<void> {
  await syncEnded()
  const { left, stopped } = await book.handIn()
  // A busy server is not asked anything more.
  if (!stopped || failureOf(stopped).kind !== 'busy') await book.meetServer()
  // Rejecting tells the browser to wake us again.
  if (left > 0) throw new Error(`service worker — ${left} envelopes, drafts and photos still wait`)
}
