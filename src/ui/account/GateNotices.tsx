import { useEffect, useState } from 'react'
import type { Losses, VaultInfo } from '../../storage/vaultTypes'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { gateNoticeTexts } from '../text/gateNotices'
import { useText } from '../text/useText'
import type { GateNoticeProps } from './GateNotice'
import { useLossWords } from './signIn/WhatIsLost'

/** What became of a book that was here: lost by the browser, or of a revoked device: erased, or kept because of what is unsent, and what is to be done. */
export function GateNotices({ erased, isLost, account }: GateNoticeProps & { readonly erased: readonly string[] }) {
  const t = useText(gateNoticeTexts)
  return (
    <>
      {isLost && <Box kind="warn" icon="alert" role="status"><p>{t.lost}</p></Box>}
      {erased.length > 0 && <Box kind="ok" icon="check" role="status"><p>{t.erased(erased.join(', '))}</p></Box>}
      {account?.isRevoked && <Kept key={account.userId} account={account} />}
    </>
  )
}

function Kept({ account: { userId, sealedCount, sealedDrafts, sealedPhotos } }: { readonly account: VaultInfo }) {
  const { vaults } = useOutside()
  const [losses, setLosses] = useState<Losses | null>(null)
  useEffect(() => {
    void vaults.lossesOf(userId).then(setLosses)
  }, [vaults, userId, sealedCount, sealedDrafts, sealedPhotos])
  return losses && <WhatIsLeft losses={losses} sealed={sealedCount} begun={sealedDrafts} photos={sealedPhotos} />
}

function WhatIsLeft({ losses, sealed, begun, photos }: { readonly losses: Losses; readonly sealed: number; readonly begun: number; readonly photos: number }) {
  const t = useText(gateNoticeTexts)
  const unsent = useLossWords(losses)
  const left = [...(sealed > 0 ? [t.sealed(sealed)] : []), ...(begun > 0 ? [t.begun(begun)] : []), ...(photos > 0 ? [t.photos(photos)] : []), ...unsent]
  return (
    <Box kind="err" icon="stop" role="alert" title={t.title}>
      {left.length === 0 ? <p>{t.soon}</p> : <p>{t.kept}</p>}
      <ul>{left.map((words) => <li key={words}>{words}</li>)}</ul>
      {sealed + begun > 0 && <p>{t.send}</p>}
      {unsent.length > 0 && <p>{t.open} {t.forgot}</p>}
    </Box>
  )
}
