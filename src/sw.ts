import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { newId } from './browser/newId'
import { syncEnded } from './browser/syncLock'
import { postEnvelopes } from './remote/envelopePost'
import { browserFetch, type HttpDeps } from './remote/http'
import { openCarriedQueue } from './storage/carriedQueue'
import { openSealedQueue } from './storage/sealedQueue'
import { handInSealed } from './sync/handIn'

/*
 * The service worker: keeps the app's files, so that it opens without a line, and hands in the sealed queue when the line
 * returns, the book open or not. It keeps no answer of the API: no person's data ever lies in a cache.
 */

declare const self: ServiceWorkerGlobalScope & typeof globalThis & { readonly __WB_MANIFEST: (string | { url: string; revision: string | null })[] }

/** The one-off Background Sync event; not in the standard library's types. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}

const QUEUE_TAG = 'sothon-queue'
const REQUEST_TIMEOUT_MS = 60_000

precacheAndRoute(self.__WB_MANIFEST)
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//] }))

/** Only when the page asks: a form may be open, and its page must not meet the files of another version. */
self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent
  if (tag === QUEUE_TAG) (event as SyncEvent).waitUntil(handIn())
})

async function handIn(): Promise<void> {
  const http: HttpDeps = { fetch: browserFetch, origin: '', timeoutMs: REQUEST_TIMEOUT_MS }
  let left = 0
  await syncEnded()
  for (const queue of [openSealedQueue(), openCarriedQueue()]) left += await handInSealed({ queue, post: (request) => postEnvelopes(http, request), newId })
  // A rejected promise is how the browser is told to wake us again.
  if (left > 0) throw new Error(`service worker — ${left} envelopes still wait`)
}
