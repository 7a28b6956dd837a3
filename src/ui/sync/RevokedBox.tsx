import { useState } from 'react'
import type { Losses } from '../../storage/vaultTypes'
import RescueFile from '../courier/RescueFile'
import { sealedLeft } from '../account/sealedLeft'
import { WhatIsLost } from '../account/WhatIsLost'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { LinkButton } from '../parts/LinkButton'
import { useServices } from '../services'
import { failureTexts } from '../text/failures'
import { syncTexts } from '../text/sync'
import { useText } from '../text/useText'
import { forgetLastSuccess } from './lastSuccess'

interface Left extends Losses {
  /** Sealed, not taken by the server. */
  readonly forms: number
}

/** A revoked device hands in its sealed queue and photos first, then the book may be erased from it (protocol rule 29). */
export function RevokedBox() {
  const { vaults, platform } = useOutside()
  const { holder, lock, sync } = useServices()
  const t = useText(syncTexts)
  const failures = useText(failureTexts)
  const [left, setLeft] = useState<Left | null>(null)
  const [busy, setBusy] = useState(false)

  const handIn = async (): Promise<void> => {
    setBusy(true)
    await platform.handInSealed()
    await sync.handInPhotos()
    setLeft({ forms: await sealedLeft(vaults, holder.userId), ...(await vaults.lossesOf(holder.userId)) })
    setBusy(false)
  }
  const wipe = async (): Promise<void> => {
    setBusy(true)
    await vaults.forget(holder.userId)
    forgetLastSuccess(holder.userId)
    lock()
  }

  const isAllIn = left?.forms === 0 && left.photos === 0
  const leftWords = !left ? '' : left.forms > 0 ? t.handInLeft(left.forms) : left.photos > 0 ? t.handInPhotosLeft(left.photos) : t.handedIn
  return (
    <section className="card st">
      <Box kind="err" icon="stop" role="alert"><p>{failures.sync.revoked}</p></Box>
      {left && <Box kind={isAllIn ? 'ok' : 'warn'} icon={isAllIn ? 'check' : 'tray'} role="status"><p>{leftWords}</p></Box>}
      {!isAllIn && <Button kind="pri" large wide icon="tray" busy={busy} onClick={() => void handIn()}>{t.handIn}</Button>}
      {left && left.forms > 0 && <RescueFile />}
      {left?.forms === 0 && (
        <>
          <p className="sm">{t.wipeWhat}</p>
          <WhatIsLost losses={left} />
          {left.drafts > 0 && <LinkButton to="/viec" wide icon="pencil">{t.openDrafts}</LinkButton>}
          <Button kind="dan" large wide busy={busy} onClick={() => void wipe()}>{t.wipe}</Button>
        </>
      )}
    </section>
  )
}
