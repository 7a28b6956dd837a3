import { useState } from 'react'
import type { Ledger } from '../../../storage/ledger'
import type { VaultInfo } from '../../../storage/vaultTypes'
import { useOutside } from '../../outside'
import type { Holder } from '../../../storage/holder'
import { accountTexts } from '../../text/account'
import { useText } from '../../text/useText'
import { holderOf } from '../holderOf'

/**
 * Finds the holder of an unlocked book. If enrolling was cut off, the book does not know its holder yet. Then the server is asked;
 * without an answer the book is locked again and the reason is shown.
 */
export function useUnlocked(onOpened: (ledger: Ledger, holder: Holder) => void) {
  const { remote } = useOutside()
  const t = useText(accountTexts).lock
  const [trouble, setTrouble] = useState<string | null>(null)
  const opened = async (ledger: Ledger, account: VaultInfo): Promise<void> => {
    const known = ledger.holder()
    if (known) return onOpened(ledger, known)
    const me = await remote.as(account.userId).me()
    if (me.ok && me.value.id === account.userId) {
      await ledger.saveHolder(holderOf(me.value))
      return onOpened(ledger, holderOf(me.value))
    }
    ledger.lock()
    setTrouble(t.unfinished)
  }
  return { opened, trouble }
}
