/** Tag of the browser's Background Sync under which the service worker sends the sealed queue. */
export const QUEUE_TAG = 'sothon-queue'
const STANDING_TAG = 'sothon-standing'
const STANDING_EVERY_MS = 12 * 3_600_000

/** What is not in the standard library's types. */
interface WakingRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> }
  readonly periodicSync?: { register(tag: string, options: { minInterval: number }): Promise<void> }
}

/** Asks the browser to send the sealed queue when it next has a line, even with the app closed. False where it cannot. */
export async function registerBackgroundSync(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const { sync, periodicSync }: WakingRegistration = await navigator.serviceWorker.ready
  // Some browsers wake an installed app now and then: there a lost phone is erased even if nothing waits on it and nobody opens it.
  periodicSync?.register(STANDING_TAG, { minInterval: STANDING_EVERY_MS }).catch(() => undefined)
  if (!sync) return false
  return sync.register(QUEUE_TAG).then(() => true, () => false)
}
