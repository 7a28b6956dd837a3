import { holdShared } from '../locks/sharedLock'

const FORM_LOCK = 'sothon-form'

/** Says to all tabs that a form is open in this one, until what it returns is called. */
export function keepVersion(): () => void {
  const held = holdShared(FORM_LOCK)
  return () => void held.then((letGo) => letGo())
}

/** Whether one is, in any tab. Without Web Locks nobody can tell: none is. */
export async function isFormOpen(): Promise<boolean> {
  return navigator.locks ? navigator.locks.request(FORM_LOCK, { ifAvailable: true }, (lock) => lock === null) : false
}
