import { useOutside } from '../../outside'
import { Box } from '../../parts/Box'
import { UpdateNow } from '../../parts/frame/UpdateNow'
import { useSyncState } from '../../parts/reading/useSyncState'
import { failureTexts } from '../../text/failures'
import { useText } from '../../text/useText'
import { RevokedBox } from './RevokedBox'
import { SignInAgain } from './SignInAgain'

/** Why the last run ended early and what to do. Trouble that needs a person is a warning or an error; other trouble is only a note. */
export function TroubleBox() {
  const failures = useText(failureTexts)
  const { platform } = useOutside()
  const { trouble, phase } = useSyncState()
  // For a revoked device the box stays while the next run asks again: it tells what was handed in.
  if (!trouble || (phase !== 'idle' && trouble.kind !== 'revoked')) return null
  const words = failures.sync[trouble.kind]
  switch (trouble.kind) {
    case 'offline': return <Box icon="off" role="status"><p>{words}</p></Box>
    case 'busy': case 'serverFault': case 'notUnderstood': return <Box icon="info" role="status"><p>{words}</p></Box>
    case 'signedOut': return <SignInAgain />
    case 'revoked': return <RevokedBox />
    case 'oldClient': return <Box kind="err" icon="stop" role="alert"><p>{words}</p><UpdateNow update={platform.update} /></Box>
    case 'storage': return <Box kind="err" icon="stop" role="alert"><p>{words} {failures.storage[trouble.failure]}</p></Box>
    default: return trouble satisfies never
  }
}
