import type { PendingOperation } from '../../../storage/ledger'
import { Box } from '../../parts/Box'
import { useServices } from '../../services'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'
import { oldestOf, waitedFor } from './ageWords'

const WARN_DAYS = 3
/** iOS may erase a site's data after seven days without use. */
const ALARM_DAYS = 6

/** A warning if an operation has waited to be sent for days. */
export function OldestWaits({ pending }: { readonly pending: readonly PendingOperation[] }) {
  const { now } = useServices()
  const t = useText(syncTexts)
  const oldest = oldestOf(pending)
  const days = oldest ? waitedFor(oldest.queuedAt, now()).days : 0
  if (days < WARN_DAYS) return null
  return <Box kind={days >= ALARM_DAYS ? 'err' : 'warn'} icon={days >= ALARM_DAYS ? 'stop' : 'alert'}><p>{t.oldWarning(days)}</p></Box>
}
