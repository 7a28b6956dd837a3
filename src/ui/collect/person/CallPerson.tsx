import { refuses } from '../../../domain/consent'
import type { Answers } from '../../../domain/forms/answers'
import type { Card } from '../../../domain/records/cards/card'
import { legalBasisIn } from '../../consent/legalBasisIn'
import { Icon } from '../../parts/Icon'
import { useServices } from '../../services'
import { collectTexts } from '../../text/collect'
import { useText } from '../../text/useText'

/** Calls a person, unless they said no to that: then their number is not at hand here. Nothing until their word was read. */
export function CallPerson({ person: { phone, commune }, answers }: { readonly person: Card; readonly answers: Answers | null }) {
  const { ledger } = useServices()
  const t = useText(collectTexts)
  if (!phone || !answers) return null
  if (refuses(answers, 'contact', legalBasisIn(ledger, commune))) return <p className="sm mut">{t.noCalls}</p>
  return <a className="btn w" href={`tel:${phone}`}><Icon name="phone" />{t.call(phone)}</a>
}
