import type { AnswerValue } from '../../../domain/forms/answers'
import { sameNumber } from '../../../domain/records/cards/findTwins'
import { useServices } from '../../services'
import { twinTexts } from '../../text/twins'
import { useText } from '../../text/useText'
import { OnAnother } from './OnAnother'

/** Tells that somebody else on this device has the typed personal number, while the papers are still on the table. It never stops anything. */
export function NumberTwin({ number, person }: { readonly number: AnswerValue | undefined; readonly person: string }) {
  const t = useText(twinTexts)
  const { ledger } = useServices()
  const digits = typeof number === 'string' ? number.replace(/\D/g, '') : ''
  if (digits.length !== 12) return null
  const other = sameNumber(ledger.cards(), digits, person)
  return other ? <OnAnother words={t.sameNumber} to={`/nguoi/${other.id}`} name={other.name} /> : null
}
