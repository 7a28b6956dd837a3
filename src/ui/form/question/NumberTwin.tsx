import type { AnswerValue } from '../../../domain/forms/answers'
import { sameNumber } from '../../../domain/records/cards/findTwins'
import { useServices } from '../../services'
import { twinTexts } from '../../text/twins'
import { useText } from '../../text/useText'
import { OnAnother } from './OnAnother'

/** The number of a person on somebody else of this device: said while the papers are still on the table. Never a stop. */
export function NumberTwin({ number, person }: { readonly number: AnswerValue | undefined; readonly person: string }) {
  const t = useText(twinTexts)
  const { ledger } = useServices()
  const digits = typeof number === 'string' ? number.replace(/\D/g, '') : ''
  if (digits.length !== 12) return null
  const other = sameNumber(ledger.cards(), digits, person)
  return other ? <OnAnother words={t.sameNumber} to={`/nguoi/${other.id}`} name={other.name} /> : null
}
