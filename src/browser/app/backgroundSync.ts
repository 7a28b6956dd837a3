/** Tag of the Background Sync in which the service worker sends the sealed queue. */
export const QUEUE_TAG = 'sothon-queue'
const STANDING_TAG = 'sothon-standing'
const STANDING_EVERY_MS = 12 * 3_600_000

/** The members that the standard library's types lack. */
interface WakingRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> }
  readonly periodicSync?: { register(tag: string, options: { minInterval: number }): Promise<void> }
}

/** Asks the browser to send the sealed queue when it is next online, even with the app closed. False = the browser cannot. Never throws. */
export async function registerBackgroundSync(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const { sync, periodicSync }: WakingRegistration = await navigator.serviceWorker.ready
  // Some browsers wake an installed app from time to time. There, a lost phone is erased even if nothing waits on it and nobody opens it.
  periodicSync?.register(STANDING_TAG, { minInterval: STANDING_EVERY_MS }).catch(() => undefined)
  if (!sync) return false
  return sync.register(QUEUE_TAG).then(() => true, () => false)
}
