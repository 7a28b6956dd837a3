import { useState } from 'react'
import type { Answers } from '../../../domain/forms/answers'
import type { Card } from '../../../domain/records/cards/card'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { dateWords } from '../../text/dateWords'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'
import { MergedBox } from './MergedBox'
import { RequestSheet } from './RequestSheet'
import { useRequest } from './useRequest'

/**
 * The request about a household or person: the open one, or the last reply and a button to make a new one.
 * @param answers of the record; `null` while they are read
 */
export function RequestCard({ card, answers }: { readonly card: Card; readonly answers: Answers | null }) {
  const t = useText(requestTexts)
  const [isOpen, setOpen] = useState(false)
  const { withdraw, trouble } = useRequest(card)
  if (!answers || card.version === 0 || card.hasDraft) return null
  const { request, requestedOn, requestReply } = answers
  if (card.sameAs !== undefined) return <MergedBox card={card} />
  if (request !== undefined) {
    return (
      <Box icon="info" title={t.title}>
        <p>{t.waiting(typeof requestedOn === 'string' ? dateWords(requestedOn) : '')}</p>
        {trouble && <p className="f-e" role="alert">{trouble}</p>}
        <p className="box-a"><Button onClick={() => void withdraw()}>{t.withdraw}</Button></p>
      </Box>
    )
  }
  return (
    <>
      {typeof requestReply === 'string' && <Box icon="note" title={t.reply}><p>{requestReply}</p></Box>}
      <Button wide icon="ret" onClick={() => setOpen(true)}>{t.open}</Button>
      {isOpen && <RequestSheet card={card} onClose={() => setOpen(false)} />}
    </>
  )
}
