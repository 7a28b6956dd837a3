import { refuses } from '../../../domain/consent'
import type { Card } from '../../../domain/records/cards/card'
import { legalBasisIn } from '../../consent/legalBasisIn'
import { Icon } from '../../parts/Icon'
import { useServices } from '../../services'
import { collectTexts } from '../../text/collect'
import { useText } from '../../text/useText'

/** Calls a person, unless they said no to that: then their number is not at hand here. */
export function CallPerson({ person: { phone, commune, refused } }: { readonly person: Card }) {
  const { ledger } = useServices()
  const t = useText(collectTexts)
  if (!phone) return null
  if (refuses(refused, 'contact', legalBasisIn(ledger, commune))) return <p className="sm mut">{t.noCalls}</p>
  return <a className="btn w" href={`tel:${phone}`}><Icon name="phone" />{t.call(phone)}</a>
}
