import { useEffect, useState } from 'react'
import type { Losses, VaultInfo } from '../../../storage/vaultTypes'
import { useOutside } from '../../outside'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { forgotTexts } from '../../text/forgot'
import { useText } from '../../text/useText'
import { GateFrame } from '../GateFrame'
import { sealedLeft } from './sealedLeft'
import { WhatIsLost } from './WhatIsLost'

interface ForgotScreenProps {
  readonly info: VaultInfo
  readonly onForgotten: () => void
  readonly onBack: () => void
}

/**
 * A forgotten passphrase. First the sealed queue is handed in. Then the book is forgotten, and its drafts and photos are handed in.
 * Anything that could not be sent stays sealed on the device and is sent later by itself. A fresh download follows.
 */
export default function ForgotScreen({ info, onForgotten, onBack }: ForgotScreenProps) {
  const { vaults, platform } = useOutside()
  const { sealedDrafts, sealedPhotos } = info
  const t = useText(forgotTexts)
  const [left, setLeft] = useState(info.sealedCount)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [losses, setLosses] = useState<Losses | null>(null)
  useEffect(() => {
    void vaults.lossesOf(info.userId).then(setLosses)
  }, [vaults, info.userId])

  const handIn = async (): Promise<void> => {
    setBusy(true)
    await platform.handInSealed()
    setLeft((await sealedLeft(vaults, info.userId)).sealedCount)
    setTried(true)
    setBusy(false)
  }
  const forget = async (): Promise<void> => {
    setBusy(true)
    await vaults.forget(info.userId)
    // Now nobody goes on with the drafts here, so they go to the server, and from there into the new book.
    void platform.handInSealed().then(() => platform.registerBackgroundSync())
    onForgotten()
  }

  return (
    <GateFrame title={t.title} sub={info.username}>
      <div className="st4">
        <p>{t.what}</p>
        <Box icon="lock" role="status"><p>{left === 0 ? t.none : tried ? t.left(left) : t.waiting(left)}</p></Box>
        {left > 0 && <Button kind="pri" large wide icon="tray" busy={busy} onClick={() => void handIn()}>{t.handIn(left)}</Button>}
        {sealedDrafts > 0 && <Box kind="ok" icon="pencil"><p>{t.drafts(sealedDrafts)}</p></Box>}
        {sealedPhotos > 0 && <Box kind="ok" icon="check"><p>{t.photos(sealedPhotos)}</p></Box>}
        {losses && (left === 0 || tried) && (
          <>
            <WhatIsLost losses={losses} />
            <Button kind="dan" large wide busy={busy} onClick={() => void forget()}>{t.go}</Button>
          </>
        )}
        <p className="center"><Button kind="quiet" onClick={onBack}>{t.back}</Button></p>
      </div>
    </GateFrame>
  )
}
