import { useMemo, useState } from 'react'
import type { RequestKind } from '../../../domain/forms/definitions/requestFields'
import type { Card } from '../../../domain/records/card'
import { vietnamDay } from '../../../domain/time'
import { Button } from '../../parts/Button'
import { RadioCards } from '../../parts/RadioCards'
import { Sheet } from '../../parts/Sheet'
import { TextField } from '../../parts/TextField'
import { useCards } from '../../parts/useCards'
import { MERGE, othersFor, TO_HAMLET } from '../../requests/othersFor'
import { ELSEWHERE, TargetPicker } from '../../requests/TargetPicker'
import { useServices } from '../../services'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'
import { useHamlets } from '../useRound'
import { useRequest } from './useRequest'

const NOTE_MOST = 200

/** Asks the supervisor to move a person or household, or to put away one that is written twice. */
export function RequestSheet({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const t = useText(requestTexts)
  const { holder, now } = useServices()
  const [kind, setKind] = useState<RequestKind | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [isWrong, setWrong] = useState(false)
  const { write, trouble } = useRequest(card)
  const isNoteMissing = to === ELSEWHERE && note.trim() === ''
  const kinds = Object.entries(card.kind === 'person' ? t.kinds.person : t.kinds.household) as [RequestKind, string][]
  const send = async (): Promise<void> => {
    if (kind === null || to === null) return
    if (isNoteMissing) return setWrong(true)
    const request = { request: kind, requestTo: to || undefined, requestNote: note.trim() || undefined, requestedOn: vietnamDay(now()), requestedBy: holder.userId, requestReply: undefined }
    if (await write(request, t.sent)) onClose()
  }
  return (
    <Sheet title={t.title} onClose={onClose}>
      <div className="in-pad st4">
        <RadioCards legend={t.what} value={kind} options={kinds.map(([value, label]) => ({ value, label, ...(value === '1' && { hint: t.splitHelp }) }))} onChange={(next) => { setKind(next); setTo(null) }} />
        {kind !== null && <Target card={card} kind={kind} value={to} onChange={setTo} />}
        {to !== null && <TextField label={t.note} hint={t.noteHint} optional={to !== ELSEWHERE} maxLength={NOTE_MOST} {...(isWrong && isNoteMissing && { error: t.noteNeeded })} value={note} onChange={setNote} />}
        {trouble && <p className="f-e" role="alert">{trouble}</p>}
        <Button kind="pri" large wide off={to === null} onClick={() => void send()}>{kind === null ? t.choose : to === null ? t.chooseTarget : t.send}</Button>
      </div>
    </Sheet>
  )
}

interface TargetProps {
  readonly card: Card
  readonly kind: RequestKind
  readonly value: string | null
  readonly onChange: (value: string) => void
}

function Target({ card, kind, value, onChange }: TargetProps) {
  const t = useText(requestTexts)
  const cards = useCards()
  const hamlets = useHamlets()
  const names = useMemo(() => new Map(hamlets.map(({ id, name }) => [id, name])), [hamlets])
  const hamletName = useMemo(() => (id: string) => names.get(id), [names])
  const others = useMemo(() => othersFor(cards, card, kind), [cards, card, kind])
  if (kind === TO_HAMLET) {
    const options = hamlets.filter(({ id, commune }) => commune === card.commune && id !== card.hamlet).map(({ id, name }) => ({ value: id, label: name }))
    return <RadioCards legend={t.toHamlet} value={value} onChange={onChange} options={[...options, { value: ELSEWHERE, label: t.elsewhere }]} />
  }
  const question = kind !== MERGE ? t.toHousehold : card.kind === 'person' ? t.toPerson : t.sameHousehold
  return <TargetPicker question={question} cards={others} hamletName={hamletName} value={value} onChange={onChange} mayBeElsewhere />
}
