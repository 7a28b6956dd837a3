import { useState } from 'react'
import RescueFile from '../../courier/RescueFile'
import { WhatIsLost } from '../../account/signIn/WhatIsLost'
import { useOutside } from '../../outside'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { LinkButton } from '../../parts/LinkButton'
import { useServices } from '../../services'
import { failureTexts } from '../../text/failures'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'
import { useHandIn, type Left } from './useHandIn'

/**
 * For a revoked device: hands in its sealed queue and photos; then the book is locked and erased (S29, S40). A book in which something is
 * still unsent is erased only by hand, after that was named.
 */
export function RevokedBox() {
  const { vaults } = useOutside()
  const { holder, lock } = useServices()
  const handInAll = useHandIn()
  const t = useText(syncTexts)
  const failures = useText(failureTexts)
  const [left, setLeft] = useState<Left | null>(null)
  const [busy, setBusy] = useState(false)

  const handIn = async (): Promise<void> => {
    setBusy(true)
    setLeft(await handInAll('asked'))
    setBusy(false)
  }
  const wipe = async (): Promise<void> => {
    setBusy(true)
    await vaults.forget(holder.userId)
    lock()
  }

  const isAllIn = left?.forms === 0 && left.begun === 0 && left.sealedPhotos === 0
  const leftWords = !left ? '' : left.forms > 0 ? t.handInLeft(left.forms) : left.begun > 0 ? t.handInBegunLeft(left.begun) : left.sealedPhotos > 0 ? t.handInPhotosLeft(left.sealedPhotos) : t.handedIn
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
          {left.drafts + left.begun > 0 && <LinkButton to="/viec" wide icon="pencil">{t.openDrafts}</LinkButton>}
          <Button kind="dan" large wide busy={busy} onClick={() => void wipe()}>{t.wipe}</Button>
        </>
      )}
    </section>
  )
}
