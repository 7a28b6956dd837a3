/**
 * Holds a lock together with others, across all tabs and the service worker. Without Web Locks, or if refused, nothing is held.
 * @returns releases the lock
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
    // E.g. refused to a page that is being left.
    navigator.locks.request(name, { mode: 'shared' }, hold).catch(held)
  })
  return letGo
}
