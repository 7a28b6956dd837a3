import { useEffect, useState } from 'react'
import type { Losses, VaultInfo } from '../../storage/vaultTypes'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { gateNoticeTexts } from '../text/gateNotices'
import { useText } from '../text/useText'
import type { GateNoticeProps } from './GateNotice'
import { useLossWords } from './signIn/WhatIsLost'

/**
 * Tells what happened to a book on this device: lost by the browser; erased because its device was revoked; or kept because something in it is
 * unsent, with what to do about it.
 */
export function GateNotices({ erased, isLost, account, onHandedIn }: GateNoticeProps & { readonly erased: readonly string[] }) {
  const t = useText(gateNoticeTexts)
  return (
    <>
      {isLost && <Box kind="warn" icon="alert" role="status"><p>{t.lost}</p></Box>}
      {erased.length > 0 && <Box kind="ok" icon="check" role="status"><p>{t.erased(erased.join(', '))}</p></Box>}
      {account?.isRevoked && <Kept key={account.userId} account={account} onHandedIn={onHandedIn} />}
    </>
  )
}

function Kept({ account: { userId, sealedCount, sealedDrafts, sealedPhotos }, onHandedIn }: { readonly account: VaultInfo; readonly onHandedIn: GateNoticeProps['onHandedIn'] }) {
  const { vaults } = useOutside()
  const [losses, setLosses] = useState<Losses | null>(null)
  useEffect(() => {
    void vaults.lossesOf(userId).then(setLosses)
  }, [vaults, userId, sealedCount, sealedDrafts, sealedPhotos])
  return losses && <WhatIsLeft losses={losses} sealed={sealedCount} begun={sealedDrafts} photos={sealedPhotos} onHandedIn={onHandedIn} />
}

interface WhatIsLeftProps {
  readonly losses: Losses
  readonly sealed: number
  readonly begun: number
  readonly photos: number
  readonly onHandedIn: GateNoticeProps['onHandedIn']
}

function WhatIsLeft({ losses, sealed, begun, photos, onHandedIn }: WhatIsLeftProps) {
  const t = useText(gateNoticeTexts)
  const unsent = useLossWords(losses)
  const left = [...(sealed > 0 ? [t.sealed(sealed)] : []), ...(begun > 0 ? [t.begun(begun)] : []), ...(photos > 0 ? [t.photos(photos)] : []), ...unsent]
  return (
    <Box kind="err" icon="stop" role="alert" title={t.title}>
      {left.length === 0 ? <p>{t.soon}</p> : <p>{t.kept}</p>}
      <ul>{left.map((words) => <li key={words}>{words}</li>)}</ul>
      {sealed + begun > 0 && <p>{t.send}</p>}
      {photos > 0 && <SendPhotos onHandedIn={onHandedIn} />}
      {unsent.length > 0 && <p>{t.open} {t.forgot}</p>}
    </Box>
  )
}

/** Photos wait for a line that costs nothing, and some devices cannot tell. This button sends them over any line, with the book closed. */
function SendPhotos({ onHandedIn }: Pick<WhatIsLeftProps, 'onHandedIn'>) {
  const { platform } = useOutside()
  const t = useText(gateNoticeTexts)
  const [state, setState] = useState<'idle' | 'sending' | 'tried'>('idle')
  const send = async (): Promise<void> => {
    setState('sending')
    await platform.handInSealed('all', 'asked')
    // This contact erases the book if nothing is left in it.
    await platform.meetServer()
    await onHandedIn?.()
    setState('tried')
  }
  return (
    <>
      {state === 'tried' && <p>{t.photosLeft}</p>}
      <p className="box-a"><Button icon="tray" busy={state === 'sending'} onClick={() => void send()}>{t.sendPhotos}</Button></p>
    </>
  )
}
