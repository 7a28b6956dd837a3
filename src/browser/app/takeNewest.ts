type NewerWorker = Pick<ServiceWorker, 'state' | 'postMessage' | 'addEventListener'>

interface Registration {
  readonly waiting: NewerWorker | null
  readonly installing: NewerWorker | null
  update(): Promise<unknown>
}

interface Taking {
  readonly registration: Registration | undefined
  /** Whether a form is open in any window of the app. */
  readonly isFormOpen: () => Promise<boolean>
  readonly reload: () => void
}

/**
 * Switches to the newest version and starts it. If none is waiting, it asks the server for one first. If there is nothing newer, no
 * network or no service worker, it restarts the app all the same, so that the button always does something.
 *
 * @returns false = nothing was done, because a form is or may be open: the switch would remove the files it needs. True = the app was
 *   restarted, or the newer version could not be fetched whole
 */
export async function takeNewest({ registration, isFormOpen, reload }: Taking): Promise<boolean> {
  if (!registration?.waiting) await registration?.update().catch(() => undefined)
  const next = registration?.waiting ?? registration?.installing
  // If the browser cannot tell whether a form is open, one may be.
  if (next && (await isFormOpen().catch(() => true))) return false
  if (!next) {
    reload()
    return true
  }
  return new Promise((done) => {
    const follow = (): void => {
      if (next.state === 'installed') next.postMessage({ type: 'SKIP_WAITING' })
      if (next.state === 'activated') reload()
      if (next.state === 'activated' || next.state === 'redundant') done(true)
    }
    next.addEventListener('statechange', follow)
    follow()
  })
}
