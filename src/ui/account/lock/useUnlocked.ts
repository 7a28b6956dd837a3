import { useState } from 'react'
import type { Ledger } from '../../../storage/ledger'
import type { VaultInfo } from '../../../storage/vaultTypes'
import { useOutside } from '../../outside'
import type { Holder } from '../../../storage/holder'
import { accountTexts } from '../../text/account'
import { useText } from '../../text/useText'
import { holderOf } from '../holderOf'

/**
 * From keys to a person. A book that was cut off while being enrolled does not know its holder yet; then the server
 * says, and without a network the book stays closed with the reason.
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
