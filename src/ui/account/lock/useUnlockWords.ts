import type { UnlockFailure } from '../../../storage/vaultTypes'
import { accountTexts } from '../../text/account'
import { failureTexts } from '../../text/failures'
import { useText } from '../../text/useText'

/**
 * What to say after a try that did not open the book.
 * @param fill asks for the passphrase or PIN
 * @param wrong says that the passphrase or PIN was wrong
 */
export function useUnlockWords(fill: string, wrong: (triesLeft: number) => string): (failure: UnlockFailure) => string {
  const t = useText(accountTexts).lock
  const { storage } = useText(failureTexts)
  return (failure) => {
    switch (failure.kind) {
      case 'wrong': return wrong(failure.triesLeft)
      // The button counts the time down. The field must not stay silent, so it asks again.
      case 'waiting': return fill
      case 'lockedUntilSignIn': return t.locked
      case 'noPasskey': return t.noPasskey
      case 'diskFull': case 'storageLost': case 'locked': return storage[failure.kind]
      default: return failure satisfies never
    }
  }
}
