import { useState } from 'react'
import RescueFile from '../courier/RescueFile'
import { sealedLeft } from '../account/sealedLeft'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { useServices } from '../services'
import { failureTexts } from '../text/failures'
import { syncTexts } from '../text/sync'
import { useText } from '../text/useText'
import { forgetLastSuccess } from './lastSuccess'

/** A revoked device hands in its sealed queue first, then the book may be erased from it (protocol rule 29). */
export function RevokedBox() {
  const { vaults, platform } = useOutside()
  const { holder, lock } = useServices()
  const t = useText(syncTexts)
  const failures = useText(failureTexts)
  const [left, setLeft] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)

  const handIn = async (): Promise<void> => {
    setBusy(true)
    await platform.handInSealed()
    setLeft(await sealedLeft(vaults, holder.userId))
    setBusy(false)
  }
  const wipe = async (): Promise<void> => {
    setBusy(true)
    await vaults.forget(holder.userId)
    forgetLastSuccess(holder.userId)
    lock()
  }

  return (
    <section className="card st">
      <Box kind="err" icon="stop" role="alert"><p>{failures.sync.revoked}</p></Box>
      {left !== null && <Box kind={left === 0 ? 'ok' : 'warn'} icon={left === 0 ? 'check' : 'tray'} role="status"><p>{left === 0 ? t.handedIn : t.handInLeft(left)}</p></Box>}
      {left === 0
        ? <><p className="sm">{t.wipeWhat}</p><Button kind="dan" large wide busy={busy} onClick={() => void wipe()}>{t.wipe}</Button></>
        : <><Button kind="pri" large wide icon="tray" busy={busy} onClick={() => void handIn()}>{t.handIn}</Button>{left !== null && <RescueFile />}</>}
    </section>
  )
}
