import type { Card } from '../../../domain/records/cards/card'
import { Icon } from '../../parts/Icon'
import { collectTexts } from '../../text/collect'
import { useText } from '../../text/useText'

interface CallPersonProps {
  readonly person: Card
  /** Whether they said no to being called; `null` = not looked up yet. */
  readonly refuses: boolean | null
}

/** Calls a person, unless they said no to that: then their number is not at hand here. */
export function CallPerson({ person: { phone }, refuses }: CallPersonProps) {
  const t = useText(collectTexts)
  if (!phone || refuses === null) return null
  if (refuses) return <p className="sm mut">{t.noCalls}</p>
  return <a className="btn w" href={`tel:${phone}`}><Icon name="phone" />{t.call(phone)}</a>
}
