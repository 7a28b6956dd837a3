import { holdShared } from '../locks/sharedLock'

const FORM_LOCK = 'sothon-form'

/** Tells all tabs that a form is open in this one, until the returned function is called. */
export function keepVersion(): () => void {
  const held = holdShared(FORM_LOCK)
  return () => void held.then((letGo) => letGo())
}

/** Whether a form is open in any tab. Without Web Locks this cannot be known, and the answer is no. */
export async function isFormOpen(): Promise<boolean> {
  return navigator.locks ? navigator.locks.request(FORM_LOCK, { ifAvailable: true }, (lock) => lock === null) : false
}
