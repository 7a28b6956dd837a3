import type { AnswerValue } from '../../../domain/forms/answers'
import { lastCode, sameCode } from '../../../domain/records/cards/householdCodes'
import { useServices } from '../../services'
import { twinTexts } from '../../text/twins'
import { useText } from '../../text/useText'
import { OnAnother } from './OnAnother'

interface HouseholdCodeProps {
  readonly code: AnswerValue | undefined
  /** Id of the household being written. */
  readonly household: string
}

/**
 * Shown under the household code. Before a code is typed: the last code of the hamlet. After: the household that already has the code. It never
 * stops anything.
 */
export function HouseholdCode({ code, household }: HouseholdCodeProps) {
  const t = useText(twinTexts)
  const { ledger } = useServices()
  const own = ledger.card(household)
  if (!own) return null
  const typed = typeof code === 'string' ? code : ''
  const last = typed === '' ? lastCode(ledger.cards(), own) : undefined
  if (last !== undefined) return <p className="sm mut">{t.lastCode(last)}</p>
  const other = sameCode(ledger.cards(), typed, own)
  return other ? <OnAnother words={t.sameCode} to={`/ho/${other.id}`} name={other.name || other.code || ''} /> : null
}
