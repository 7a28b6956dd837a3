import type { Answers } from '../../../domain/forms/answers'
import { requestFields, type RequestKind } from '../../../domain/forms/definitions/requestFields'
import type { Card } from '../../../domain/records/cards/card'
import { vietnamDay } from '../../../domain/time'
import { useToast } from '../../parts/toast/useToast'
import { useServices } from '../../services'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'
import { useWriteAnswers } from '../answers/useWriteAnswers'

export interface Request {
  readonly kind: RequestKind
  /** Id of the household, hamlet or other record; absent if the note names it. */
  readonly to?: string | undefined
  readonly note?: string | undefined
}

/** Writes a request on its record, or withdraws it. It is sent at once, unless it has to wait in a draft of the record. */
export function useRequest(card: Pick<Card, 'id' | 'commune'>) {
  const { holder, now } = useServices()
  const t = useText(requestTexts)
  const toast = useToast()
  const { write, trouble } = useWriteAnswers(card)

  const ask = async (answers: Answers, said: string): Promise<boolean> => {
    const recorded = await write(answers)
    if (recorded !== null) toast.show(recorded === 'inDraft' ? t.inDraft : said)
    return recorded !== null
  }
  const request = ({ kind, to, note }: Request): Promise<boolean> =>
    ask({ request: kind, requestTo: to, requestNote: note, requestedOn: vietnamDay(now()), requestedBy: holder.userId, requestReply: undefined }, t.sent)
  const withdraw = (): Promise<boolean> => ask(Object.fromEntries(Object.keys(requestFields).map((field) => [field, undefined])), t.withdrawn)
  return { request, withdraw, trouble }
}
