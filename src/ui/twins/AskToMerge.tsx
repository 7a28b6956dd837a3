import type { Card } from '../../domain/records/cards/card'
import { useRequest, type Request } from '../collect/request/useRequest'
import { Button } from '../parts/Button'
import { MERGE } from '../requests/othersFor'
import { twinTexts } from '../text/twins'
import { useText } from '../text/useText'

interface AskToMergeProps {
  /** Somebody of the book. */
  readonly person: Pick<Card, 'id' | 'commune'>
  /** Whom to merge them with. */
  readonly other: Pick<Request, 'to' | 'note'>
  readonly onAsked?: () => void
}

/** Both are in the book: only the supervisor puts one of them away. */
export function AskToMerge({ person, other, onAsked }: AskToMergeProps) {
  const t = useText(twinTexts)
  const { request, trouble } = useRequest(person)
  const ask = async (): Promise<void> => {
    if (await request({ kind: MERGE, ...other })) onAsked?.()
  }
  return (
    <>
      {trouble && <p className="f-e" role="alert">{trouble}</p>}
      <Button kind="pri" large wide onClick={() => void ask()}>{t.merge}</Button>
    </>
  )
}
