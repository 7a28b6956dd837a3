import type { SyncState } from '../../../sync/control'
import type { IconName } from '../iconPaths'

export type ChipState = 'off' | 'wait' | 'send' | 'ok' | 'bad' | 'idle'

export const chipIcons: { readonly [state in ChipState]: IconName } = { off: 'off', wait: 'tray', send: 'sync', ok: 'check', bad: 'stop', idle: 'sync' }

/**
 * The one state for the chip in the bar. No network is the normal state and never red. `bad` means that a person
 * must do something: sign in again, update the app, look at the device's storage. `idle`: no run has finished yet, so nothing is
 * claimed.
 */
export function chipState(state: SyncState): ChipState {
  if (state.phase !== 'idle') return 'send'
  switch (state.trouble?.kind) {
    case 'signedOut': case 'revoked': case 'oldClient': case 'storage': return 'bad'
    case 'offline': return 'off'
    case 'busy': case 'serverFault': case 'notUnderstood': case undefined: break
  }
  if (state.waiting > 0 || state.trouble) return 'wait'
  return state.lastSuccessAt === null ? 'idle' : 'ok'
}
