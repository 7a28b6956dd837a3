import { Box } from '../../parts/Box'
import { useSyncState } from '../../parts/reading/useSyncState'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const TOLERATED_MS = 5 * MINUTE_MS

/** Shown when the device's clock is wrong by 5 minutes or more. Only a notice: sending does not depend on the clock (S16). */
export function ClockNotice() {
  const t = useText(syncTexts)
  const { clockSkewMs } = useSyncState()
  const skew = Math.abs(clockSkewMs ?? 0)
  if (clockSkewMs === null || skew < TOLERATED_MS) return null
  const span = skew < 2 * HOUR_MS ? t.minutes(Math.round(skew / MINUTE_MS)) : skew < DAY_MS ? t.hours(Math.round(skew / HOUR_MS)) : t.days(Math.round(skew / DAY_MS))
  return <Box kind="warn" icon="hist"><p>{t.clock(span, clockSkewMs > 0)}</p></Box>
}
