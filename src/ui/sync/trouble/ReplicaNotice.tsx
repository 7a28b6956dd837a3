import { Box } from '../../parts/Box'
import { useSyncState } from '../../parts/reading/useSyncState'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'

/** Shown when the replica differed from the server: tells what was done about it. */
export function ReplicaNotice() {
  const t = useText(syncTexts)
  const { replica } = useSyncState()
  if (replica === 'same') return null
  return <Box kind={replica === 'mended' ? 'ok' : 'warn'} icon={replica === 'mended' ? 'checks' : 'alert'}><p>{t.replica[replica]}</p></Box>
}
