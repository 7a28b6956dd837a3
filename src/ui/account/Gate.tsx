import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { Me } from '../../protocol/api'
import type { Ledger } from '../../storage/ledger'
import type { VaultInfo } from '../../storage/vaultTypes'
import { finishBeforeLock } from '../beforeLock'
import { useOutside } from '../outside'
import type { Services } from '../services'
import type { Holder } from '../../storage/holder'
import { OpenBook } from '../shell/OpenBook'
import { forgetLastSuccess } from '../sync/lastSuccess'
import { holderOf } from './holderOf'
import { LockScreen } from './lock/LockScreen'
import { loadEnrol } from './signIn/loadEnrol'
import { SignInScreen, type SignInReason } from './signIn/SignInScreen'
import { useMeeting } from './useMeeting'

const EnrolScreen = lazy(loadEnrol)
/** Fetched only when needed: few people ever see it. */
const ForgotScreen = lazy(() => import('./signIn/ForgotScreen'))

type Stage =
  | { readonly at: 'starting' }
  | { readonly at: 'signIn'; readonly reason: SignInReason }
  | { readonly at: 'enrol'; readonly me: Me; readonly password: string }
  | { readonly at: 'lock'; readonly accounts: readonly VaultInfo[]; readonly preferred: string | null }
  | { readonly at: 'forgot'; readonly info: VaultInfo; readonly me: Me; readonly password: string }
  | { readonly at: 'open'; readonly services: Services }

function closed(accounts: readonly VaultInfo[], preferred: string | null): Stage {
  return accounts.length > 0 ? { at: 'lock', accounts, preferred } : { at: 'signIn', reason: { kind: 'first' } }
}

/** Decides which screen stands between a person and the book: sign-in, choosing a passphrase, unlocking, or none. */
export function Gate() {
  const { stage, setStage, toLock, open, signedIn, enrolled } = useStage()
  switch (stage.at) {
    case 'starting': return null
    case 'signIn':
      return (
        <SignInScreen
          reason={stage.reason}
          onSignedIn={(me, password) => signedIn(stage.reason, me, password)}
          {...(stage.reason.kind !== 'first' && { onBack: () => void toLock(null) })}
        />
      )
    case 'enrol':
      return (
        <Suspense fallback={null}>
          <EnrolScreen me={stage.me} accountPassword={stage.password} onEnrolled={(ledger) => enrolled(ledger, stage.me)} />
        </Suspense>
      )
    case 'forgot':
      return (
        <Suspense fallback={null}>
          <ForgotScreen
            info={stage.info}
            onForgotten={() => setStage({ at: 'enrol', me: stage.me, password: stage.password })}
            onBack={() => void toLock(stage.info.userId)}
          />
        </Suspense>
      )
    case 'lock':
      return (
        <LockScreen
          accounts={stage.accounts}
          preferred={stage.preferred}
          onOpened={open}
          onTried={(userId) => toLock(userId)}
          onSignIn={(reason) => setStage({ at: 'signIn', reason })}
        />
      )
    case 'open': return <OpenBook services={stage.services} />
    default: return stage satisfies never
  }
}

/** The current stage before the book is open, and the steps to the next stages. */
function useStage() {
  const { vaults } = useOutside()
  const [stage, setStage] = useState<Stage>({ at: 'starting' })

  const toLock = useCallback(async (preferred: string | null) => setStage(closed(await vaults.list(), preferred)), [vaults])
  useEffect(() => {
    void toLock(null)
  }, [toLock])
  const open = useOpen(setStage, toLock)
  // If somebody opened a book while the list was being read, the stage is no longer `lock` and stays as it is.
  useMeeting(stage.at === 'lock', useCallback(async () => {
    const accounts = await vaults.list()
    setStage((now) => (now.at === 'lock' ? closed(accounts, now.preferred) : now))
  }, [vaults]))

  const signedIn = async (reason: SignInReason, me: Me, password: string): Promise<void> => {
    if (reason.kind === 'forgot') return setStage({ at: 'forgot', info: reason.info, me, password })
    const isKnown = (await vaults.list()).some((account) => account.userId === me.id)
    if (!isKnown) return setStage({ at: 'enrol', me, password })
    await vaults.clearLockOut(me.id)
    return toLock(me.id)
  }

  const enrolled = (ledger: Ledger, me: Me): void => {
    // A book that was erased may have been here before. This one is empty, so its first download is still to come.
    forgetLastSuccess(me.id)
    open(ledger, holderOf(me))
  }
  return { stage, setStage, toLock, open, signedIn, enrolled }
}

/** Old forms shrink only after this time, when the list has been drawn. */
const LIST_FIRST_MS = 5_000

/** Opens the book with its services. Locking happens in order: typed text is saved, sync stops, the keys are dropped. */
function useOpen(setStage: (stage: Stage) => void, toLock: (preferred: string | null) => Promise<void>) {
  const { makeServices, platform } = useOutside()
  const lastUser = useRef<string | null>(null)
  return useCallback((ledger: Ledger, holder: Holder): void => {
    let isClosing = false
    const made = makeServices(ledger, holder)
    const lock = async (): Promise<void> => {
      if (isClosing) return
      isClosing = true
      await finishBeforeLock()
      // A write may still be under way from a screen that was left a moment ago.
      await ledger.settled()
      made.sync.stop()
      ledger.lock()
      await toLock(holder.userId)
      await platform.registerBackgroundSync()
    }
    // Another person starts at the first page, not at the form of the person before.
    if (lastUser.current !== null && lastUser.current !== holder.userId) location.hash = '/'
    lastUser.current = holder.userId
    // A failure is not reported: the next opening tries again.
    setTimeout(() => void ledger.shrinkOld(), LIST_FIRST_MS)
    setStage({ at: 'open', services: { ...made, lock: () => void lock() } })
  }, [makeServices, platform, setStage, toLock])
}
