import { Box } from '../../parts/Box'
import { useSyncState } from '../../parts/reading/useSyncState'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'

const TOLERATED_MS = 5 * 60_000

/** A wrong clock is shown, not obeyed: nothing about sending depends on it. */
export function ClockNotice() {
  const t = useText(syncTexts)
  const { clockSkewMs } = useSyncState()
  if (clockSkewMs === null || Math.abs(clockSkewMs) < TOLERATED_MS) return null
  return <Box kind="warn" icon="hist"><p>{t.clock(Math.round(Math.abs(clockSkewMs) / 60_000), clockSkewMs > 0)}</p></Box>
}
