import type { Answers } from '../../../domain/forms/answers'
import type { Card } from '../../../domain/records/card'
import { useToast } from '../../parts/useToast'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'
import { useWriteAnswers } from '../useWriteAnswers'

/** Writes a request on its record, or takes it back; sent at once where no draft of the record is open. */
export function useRequest(card: Card) {
  const t = useText(requestTexts)
  const toast = useToast()
  const { write, trouble } = useWriteAnswers(card)

  const ask = async (answers: Answers, said: string): Promise<boolean> => {
    const recorded = await write(answers)
    if (recorded !== null) toast.show(recorded === 'inDraft' ? t.inDraft : said)
    return recorded !== null
  }
  return { ask, trouble }
}
