import { Link } from 'wouter'
import type { AnswerValue } from '../../../domain/forms/answers'
import { sameNumber } from '../../../domain/records/cards/findTwins'
import { Icon } from '../../parts/Icon'
import { useServices } from '../../services'
import { twinTexts } from '../../text/twins'
import { useText } from '../../text/useText'

/** The number of a person on somebody else of this device: said while the papers are still on the table. Never a stop. */
export function NumberTwin({ number, person }: { readonly number: AnswerValue | undefined; readonly person: string }) {
  const t = useText(twinTexts)
  const { ledger } = useServices()
  const digits = typeof number === 'string' ? number.replace(/\D/g, '') : ''
  if (digits.length !== 12) return null
  const other = sameNumber(ledger.cards(), digits, person)
  if (!other) return null
  return (
    <p className="chk warn" role="status">
      <Icon name="alert" small />
      <span>{t.sameNumber}: <Link href={`/nguoi/${other.id}`}>{other.name}</Link></span>
    </p>
  )
}
