import { useState } from 'react'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { useSyncState } from '../parts/useSyncState'
import { failureTexts } from '../text/failures'
import { syncTexts } from '../text/sync'
import { useText } from '../text/useText'
import { RevokedBox } from './RevokedBox'
import { SignInAgain } from './SignInAgain'

/** Why the last run ended early and what to do; each kind has its own words, and only those for a person are red. */
export function TroubleBox() {
  const failures = useText(failureTexts)
  const { trouble, phase } = useSyncState()
  // What a revoked device handed in stays said while the next run asks again.
  if (!trouble || (phase !== 'idle' && trouble.kind !== 'revoked')) return null
  const words = failures.sync[trouble.kind]
  switch (trouble.kind) {
    case 'offline': return <Box icon="off" role="status"><p>{words}</p></Box>
    case 'busy': case 'serverFault': return <Box icon="info" role="status"><p>{words}</p></Box>
    case 'signedOut': return <SignInAgain />
    case 'revoked': return <RevokedBox />
    case 'oldClient': return <Box kind="err" icon="stop" role="alert"><p>{words}</p><UpdateButton /></Box>
    case 'storage': return <Box kind="err" icon="stop" role="alert"><p>{words} {failures.storage[trouble.failure]}</p></Box>
    default: return trouble satisfies never
  }
}

function UpdateButton() {
  const { platform } = useOutside()
  const t = useText(syncTexts)
  const [busy, setBusy] = useState(false)
  const apply = async (): Promise<void> => {
    setBusy(true)
    await platform.update.apply()
    setBusy(false)
  }
  return <p className="box-a"><Button busy={busy} onClick={() => void apply()}>{t.update}</Button></p>
}
