import type { Card } from '../../../domain/records/cards/card'
import { useRefuses } from '../../consent/useRefuses'
import { Icon } from '../../parts/Icon'
import { collectTexts } from '../../text/collect'
import { useText } from '../../text/useText'

/** Calls a person, unless they said no to that: then their number is not at hand here. */
export function CallPerson({ person }: { readonly person: Card }) {
  const t = useText(collectTexts)
  const { phone, commune } = person
  const refuses = useRefuses([person], commune, 'contact')
  if (!phone || refuses === null) return null
  if (refuses) return <p className="sm mut">{t.noCalls}</p>
  return <a className="btn w" href={`tel:${phone}`}><Icon name="phone" />{t.call(phone)}</a>
}
