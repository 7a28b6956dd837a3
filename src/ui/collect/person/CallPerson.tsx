import type { Card } from '../../../domain/records/cards/card'
import { Icon } from '../../parts/Icon'
import { collectTexts } from '../../text/collect'
import { useText } from '../../text/useText'

interface CallPersonProps {
  readonly person: Card
  /** Whether the person refused to be called; `null` = not looked up yet. */
  readonly refuses: boolean | null
}

/** A button to call a person. If they refused to be called, a sentence says so and the number is not shown. */
export function CallPerson({ person: { phone }, refuses }: CallPersonProps) {
  const t = useText(collectTexts)
  if (!phone || refuses === null) return null
  if (refuses) return <p className="sm mut">{t.noCalls}</p>
  return <a className="btn w" href={`tel:${phone}`}><Icon name="phone" />{t.call(phone)}</a>
}
