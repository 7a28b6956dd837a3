import type { RegisterRecord } from '../../../domain/records/record'
import { Box } from '../../parts/Box'
import { useServices } from '../../services'
import { momentWords } from '../../text/moments'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { useDirectory } from '../useDirectory'

/** Why there is nothing to decide: the record needs no review, is decided already, or the decision made here is still to be sent. */
export function RecordState({ record, isWaiting }: { readonly record: RegisterRecord; readonly isWaiting: boolean }) {
  const t = useText(reviewTexts)
  const { now } = useServices()
  const who = useDirectory().personName(record.reviewedBy ?? undefined)
  const when = record.reviewedAt === null ? '' : momentWords(record.reviewedAt, now())
  if (isWaiting) return <Box icon="tray" title={t.record.waiting} />
  if (record.status === 'accepted') return <Box kind="ok" icon="checks" title={t.record.state.accepted(who, when)} />
  if (record.status === 'returned') return <Box kind="ret" icon="ret" title={t.record.state.returned(who, when)} />
  if (record.status === 'live') return <Box icon="info" title={t.record.state.live} />
  return null
}
