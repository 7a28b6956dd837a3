import { useState } from 'react'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/frame/Dialog'
import { useSyncState } from '../../parts/reading/useSyncState'
import { useServices } from '../../services'
import { failureTexts } from '../../text/failures'
import { mineTexts } from '../../text/mine'
import { useText } from '../../text/useText'

/** Ends the session with the server and locks the book. Nothing is lost; the dialog says so, and says what still waits. */
export function SignOut() {
  const t = useText(mineTexts)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button kind="dan" large wide onClick={() => setAsking(true)}>{t.signOut}</Button>
      {isAsking && <SignOutDialog onClose={() => setAsking(false)} />}
    </>
  )
}

function SignOutDialog({ onClose }: { readonly onClose: () => void }) {
  const { remote, sync, lock } = useServices()
  const t = useText(mineTexts)
  const failures = useText(failureTexts)
  const { waiting, phase, trouble: syncTrouble } = useSyncState()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const signOut = async (): Promise<void> => {
    setBusy(true)
    const answer = await remote.signOut()
    setBusy(false)
    // An ended session counts as signed out. Without a network the session would stay, so show the failure and stay open.
    if (answer.ok || answer.error.error === 'signedOut') return lock()
    setTrouble(failures.remote[answer.error.error])
  }

  return (
    <Dialog
      title={t.signOut}
      onClose={onClose}
      actions={(
        <>
          <Button onClick={onClose}>{t.stay}</Button>
          {waiting > 0 && <Button kind="pri" busy={phase !== 'idle'} onClick={() => void sync.run('demand')}>{t.signOutSend}</Button>}
          <Button kind="dan" busy={busy} onClick={() => void signOut()}>{waiting > 0 ? t.signOutGo : t.signOut}</Button>
        </>
      )}
    >
      <p>{t.signOutWhat}</p>
      {waiting > 0 && <Box kind="warn" icon="tray"><p>{t.signOutWaiting(waiting)}</p></Box>}
      {waiting > 0 && phase === 'idle' && syncTrouble && <Box kind="err" icon="stop" role="alert"><p>{failures.sync[syncTrouble.kind]}</p></Box>}
      {trouble && <Box kind="err" icon="stop" role="alert"><p>{trouble}</p></Box>}
    </Dialog>
  )
}
