import { useEffect, useState } from 'react'
import type { Ledger } from '../../../storage/ledger'
import type { UnlockFailure, VaultInfo } from '../../../storage/vaultTypes'
import type { Holder } from '../../../storage/holder'
import { useOutside } from '../../outside'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { RadioCards } from '../../parts/fields/RadioCards'
import { preloadScreens } from '../../shell/screens'
import { accountTexts } from '../../text/account'
import { useText } from '../../text/useText'
import { GateFrame } from '../GateFrame'
import { GateNotice } from '../GateNotice'
import { LockRescue } from './LockRescue'
import { PasskeyForm } from './PasskeyForm'
import { PassphraseForm } from './PassphraseForm'
import type { SignInReason } from '../signIn/SignInScreen'
import { AUTO_LOCK_MINUTES } from './useAutoLock'
import { useUnlocked } from './useUnlocked'

interface LockScreenProps {
  readonly accounts: readonly VaultInfo[]
  readonly preferred: string | null
  readonly onOpened: (ledger: Ledger, holder: Holder) => void
  /** Called after a wrong try, or after something was handed in: the counts must be read again. */
  readonly onTried: (userId: string) => Promise<void>
  readonly onSignIn: (reason: SignInReason) => void
}

/** The closed book: who holds the device, and their ways to open it. Shows no person's data. */
export function LockScreen({ accounts, preferred, onOpened, onTried, onSignIn }: LockScreenProps) {
  const t = useText(accountTexts).lock
  const [userId, setUserId] = useState(preferred ?? accounts[0]?.userId ?? '')
  const [usesPassphrase, setUsesPassphrase] = useState(false)
  const { opened, trouble } = useUnlocked(onOpened)
  const { vaults } = useOutside()
  useEffect(() => {
    vaults.warm()
    // Offline and not in the cache yet: the screens are fetched again when they are needed, and the failure shows there.
    preloadScreens().catch(() => undefined)
  }, [vaults])
  const account = accounts.find((known) => known.userId === userId) ?? accounts[0]
  if (!account) return null

  const failed = async (failure: UnlockFailure): Promise<void> => {
    if (failure.kind === 'noPasskey') setUsesPassphrase(true)
    await onTried(account.userId)
  }
  const way = { key: account.userId, account, onUnlocked: (ledger: Ledger) => opened(ledger, account), onFailed: failed }
  const hasPasskey = account.hasPasskey && account.state !== 'lockedUntilSignIn'

  return (
    <GateFrame title={t.title} sub={t.sub}>
      <div className="st4">
        <Accounts accounts={accounts} chosen={account} onChoose={setUserId} />
        <GateNotice account={account} onHandedIn={() => onTried(account.userId)} />
        {trouble && <Box kind="warn" icon="alert" role="alert"><p>{trouble}</p></Box>}
        {account.state === 'lockedUntilSignIn' && <LockedOut onSignIn={() => onSignIn({ kind: 'locked', info: account })} />}
        {account.state !== 'lockedUntilSignIn' && (hasPasskey && !usesPassphrase ? <PasskeyForm {...way} key={way.key} /> : <PassphraseForm {...way} key={way.key} />)}
        <div className="center">
          {hasPasskey && (
            <p><Button kind="quiet" onClick={() => setUsesPassphrase(!usesPassphrase)}>{usesPassphrase ? t.withPasskey : t.withPassphrase}</Button></p>
          )}
          <p><Button kind="quiet" onClick={() => onSignIn({ kind: 'forgot', info: account })}>{t.forgot}</Button></p>
          <p><Button kind="quiet" onClick={() => onSignIn({ kind: 'another' })}>{t.another}</Button></p>
        </div>
        <LockRescue />
        <p className="sm mut">{t.note(AUTO_LOCK_MINUTES)}</p>
      </div>
    </GateFrame>
  )
}

function Accounts({ accounts, chosen, onChoose }: { readonly accounts: readonly VaultInfo[]; readonly chosen: VaultInfo; readonly onChoose: (userId: string) => void }) {
  const t = useText(accountTexts).lock
  const options = accounts.map(({ userId, username, sealedCount }) => ({
    value: userId, label: username, hint: sealedCount > 0 ? t.waiting(sealedCount) : t.allSent,
  }))
  return <RadioCards legend={t.who} options={options} value={chosen.userId} onChange={onChoose} />
}

function LockedOut({ onSignIn }: { readonly onSignIn: () => void }) {
  const t = useText(accountTexts).lock
  return (
    <>
      <Box kind="warn" icon="lock"><p>{t.locked}</p></Box>
      <Button kind="pri" large wide onClick={onSignIn}>{t.signInOnline}</Button>
    </>
  )
}
