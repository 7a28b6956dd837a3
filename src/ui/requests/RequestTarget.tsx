import { useMemo } from 'react'
import type { Card } from '../../domain/records/cards/card'
import { RadioCards } from '../parts/fields/RadioCards'
import { useCards } from '../parts/reading/useCards'
import { useServices } from '../services'
import { requestTexts } from '../text/requests'
import { useText } from '../text/useText'
import { MERGE, othersFor, TO_HAMLET } from './othersFor'
import { ELSEWHERE, TargetPicker } from './TargetPicker'

interface RequestTargetProps {
  readonly card: Card
  /** The kind of request, one of `requestKinds`. */
  readonly kind: string
  /** Id of the chosen household, hamlet or person; `ELSEWHERE`; `null` = nothing chosen. */
  readonly value: string | null
  readonly onChange: (value: string) => void
  /** Whether `ELSEWHERE` is offered too. */
  readonly mayBeElsewhere?: boolean
}

/** Chooses the target of a request: a household, hamlet or person of this device. */
export function RequestTarget({ card, kind, value, onChange, mayBeElsewhere = false }: RequestTargetProps) {
  const t = useText(requestTexts)
  const { ledger } = useServices()
  const cards = useCards()
  const hamlets = ledger.context(card.commune)?.hamlets
  const names = useMemo(() => new Map(hamlets?.map(({ id, name }) => [id, name])), [hamlets])
  const hamletName = useMemo(() => (id: string) => names.get(id), [names])
  const others = useMemo(() => othersFor(cards, card, kind), [cards, card, kind])
  if (kind === TO_HAMLET) {
    const options = (hamlets ?? []).filter(({ id }) => id !== card.hamlet).map(({ id, name }) => ({ value: id, label: name }))
    return <RadioCards legend={t.toHamlet} row={!mayBeElsewhere} value={value} onChange={onChange} options={mayBeElsewhere ? [...options, { value: ELSEWHERE, label: t.elsewhere }] : options} />
  }
  const question = kind !== MERGE ? t.toHousehold : card.kind === 'person' ? t.toPerson : t.sameHousehold
  return <TargetPicker question={question} cards={others} hamletName={hamletName} value={value} onChange={onChange} mayBeElsewhere={mayBeElsewhere} />
}
