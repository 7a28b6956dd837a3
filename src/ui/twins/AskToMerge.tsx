import type { Card } from '../../domain/records/cards/card'
import { useRequest, type Request } from '../collect/request/useRequest'
import { Button } from '../parts/Button'
import { MERGE } from '../requests/othersFor'
import { twinTexts } from '../text/twins'
import { useText } from '../text/useText'

interface AskToMergeProps {
  /** The person on whose record the request is written. */
  readonly person: Pick<Card, 'id' | 'commune'>
  /** The person to merge them with: an id (`to`), or a note if they are not on this device. */
  readonly other: Pick<Request, 'to' | 'note'>
  readonly onAsked?: () => void
}

/** Asks the supervisor to merge two recorded people: only the supervisor can set one of them aside. */
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
