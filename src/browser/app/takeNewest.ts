type NewerWorker = Pick<ServiceWorker, 'state' | 'postMessage' | 'addEventListener'>

interface Registration {
  readonly waiting: NewerWorker | null
  readonly installing: NewerWorker | null
  update(): Promise<unknown>
}

interface Taking {
  readonly registration: Registration | undefined
  /** In any window of the app. */
  readonly isFormOpen: () => Promise<boolean>
  readonly reload: () => void
}

/**
 * Switches to the newest version and starts it; where none waits, the server is asked for one. Nothing newer, no line or no service
 * worker: the app is started again all the same, the press must not lead nowhere. Resolves early only where a newer version could not
 * be fetched whole, or (false) where a form is open, or may be: it would take the files from under that.
 */
export async function takeNewest({ registration, isFormOpen, reload }: Taking): Promise<boolean> {
  if (!registration?.waiting) await registration?.update().catch(() => undefined)
  const next = registration?.waiting ?? registration?.installing
  // Where the browser does not say, one may be.
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
