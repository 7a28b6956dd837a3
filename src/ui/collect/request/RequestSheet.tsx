import { useRef, useState } from 'react'
import type { RequestKind } from '../../../domain/forms/definitions/requestFields'
import type { Card } from '../../../domain/records/cards/card'
import { Button } from '../../parts/Button'
import { RadioCards } from '../../parts/fields/RadioCards'
import { Sheet } from '../../parts/frame/Sheet'
import { UnsentField } from '../../parts/fields/UnsentField'
import { useUnsentNotes } from '../../parts/fields/useUnsentNotes'
import { RequestTarget } from '../../requests/RequestTarget'
import { ELSEWHERE } from '../../requests/TargetPicker'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'
import { useRequest } from './useRequest'

const NOTE_MOST = 200

/** Asks the supervisor to move a person or household, or to merge one that is recorded twice. */
export function RequestSheet({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const t = useText(requestTexts)
  const [kind, setKind] = useState<RequestKind | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const unsent = useUnsentNotes(card.id)
  const { requestNote: note = '' } = unsent.notes
  const [isWrong, setWrong] = useState(false)
  const noteBox = useRef<HTMLInputElement>(null)
  const { request, trouble } = useRequest(card)
  const isNoteMissing = to === ELSEWHERE && note.trim() === ''
  const kinds = Object.entries(card.kind === 'person' ? t.kinds.person : t.kinds.household) as [RequestKind, string][]
  const send = async (): Promise<void> => {
    if (kind === null || to === null) return
    if (isNoteMissing) {
      noteBox.current?.focus()
      return setWrong(true)
    }
    if (!(await request({ kind, to: to || undefined, note: note.trim() || undefined }))) return
    unsent.write('requestNote', '')
    onClose()
  }
  return (
    <Sheet title={t.open} onClose={onClose}>
      <div className="in-pad st4">
        <RadioCards legend={t.what} value={kind} options={kinds.map(([value, label]) => ({ value, label, ...(value === '1' && { hint: t.splitHelp }) }))} onChange={(next) => { setKind(next); setTo(null) }} />
        {kind !== null && <RequestTarget card={card} kind={kind} value={to} onChange={setTo} mayBeElsewhere />}
        {(to !== null || note !== '') && <UnsentField inputRef={noteBox} at={unsent} field="requestNote" label={t.note} hint={t.noteHint} optional={to !== ELSEWHERE} maxLength={NOTE_MOST} {...(isWrong && isNoteMissing && { error: t.noteNeeded })} />}
        {trouble && <p className="f-e" role="alert">{trouble}</p>}
        <Button kind="pri" large wide off={to === null} onClick={() => void send()}>{kind === null ? t.choose : to === null ? t.chooseTarget : t.send}</Button>
      </div>
    </Sheet>
  )
}
