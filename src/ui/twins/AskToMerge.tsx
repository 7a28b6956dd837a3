import { useRequest, type Request } from '../collect/request/useRequest'
import type { FormSession } from '../form/filling/useFormSession'
import { Button } from '../parts/Button'
import { MERGE } from '../requests/othersFor'
import { twinTexts } from '../text/twins'
import { useText } from '../text/useText'

interface AskToMergeProps {
  /** Of a form about somebody of the book. */
  readonly session: FormSession
  /** Whom to merge them with. */
  readonly other: Pick<Request, 'to' | 'note'>
  readonly onAsked: () => void
}

/** Both are in the book: only the supervisor puts one of them away. */
export function AskToMerge({ session: { draft }, other, onAsked }: AskToMergeProps) {
  const t = useText(twinTexts)
  const { request, trouble } = useRequest({ id: draft.head.person ?? '', commune: draft.commune })
  const ask = async (): Promise<void> => {
    if (await request({ kind: MERGE, ...other })) onAsked()
  }
  return (
    <>
      {trouble && <p className="f-e" role="alert">{trouble}</p>}
      <Button kind="pri" large wide onClick={() => void ask()}>{t.merge}</Button>
    </>
  )
}
