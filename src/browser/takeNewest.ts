type NewerWorker = Pick<ServiceWorker, 'state' | 'postMessage' | 'addEventListener'>

interface Registration {
  readonly waiting: NewerWorker | null
  readonly installing: NewerWorker | null
  update(): Promise<unknown>
}

/**
 * Switches to the newest version and starts it; where none waits, the server is asked for one. Nothing newer, no line or no service
 * worker: the app is started again all the same, the press must not lead nowhere. Resolves early only where a newer version could not
 * be fetched whole.
 */
export async function takeNewest(registration: Registration | undefined, reload: () => void): Promise<void> {
  if (!registration?.waiting) await registration?.update().catch(() => undefined)
  const next = registration?.waiting ?? registration?.installing
  if (!next) return reload()
  return new Promise((done) => {
    const follow = (): void => {
      if (next.state === 'installed') next.postMessage({ type: 'SKIP_WAITING' })
      if (next.state === 'activated') reload()
      if (next.state === 'activated' || next.state === 'redundant') done()
    }
    next.addEventListener('statechange', follow)
    follow()
  })
}
