/**
 * Holds a lock together with others, over all tabs and the service worker (Web Locks). Without them, or refused, nothing is held.
 * @returns what lets go of it
 */
export async function holdShared(name: string): Promise<() => void> {
  if (!navigator.locks) return () => {}
  let letGo = (): void => {}
  const closed = new Promise<void>((done) => {
    letGo = done
  })
  await new Promise<void>((held) => {
    const hold = (): Promise<void> => {
      held()
      return closed
    }
    // Refused, e.g. to a page that is being left.
    navigator.locks.request(name, { mode: 'shared' }, hold).catch(held)
  })
  return letGo
}
