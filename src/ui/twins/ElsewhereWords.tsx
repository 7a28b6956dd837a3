import { isReviewed } from '../../domain/records/record'
import type { TwinsElsewhere } from '../../protocol/api'
import type { FormSession } from '../form/filling/useFormSession'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { twinTexts } from '../text/twins'
import { useText } from '../text/useText'
import { AskToMerge } from './AskToMerge'

interface ElsewhereWordsProps {
  readonly session: FormSession
  readonly places: TwinsElsewhere
  readonly onTwo: () => void
  readonly onAsked: () => void
  readonly onDrop: () => void
}

/** Where the twin lives, and the choices. If both are one person, a newcomer's form is dropped; for a recorded person the supervisor is asked to merge. */
export function ElsewhereWords({ session, places, onTwo, onAsked, onDrop }: ElsewhereWordsProps) {
  const t = useText(twinTexts)
  const where = [...places.hamlets, ...(places.otherCommune ? [t.otherCommune] : [])].join(', ')
  return (
    <Box kind="warn" icon="users" title={t.elsewhere(where)}>
      <p className="sm">{t.elsewhereHelp}</p>
      <div className="box-a st2">
        <Button wide onClick={onTwo}>{t.two}</Button>
        {isReviewed(session.form.kind)
          ? <AskToMerge person={{ id: session.draft.head.person ?? '', commune: session.draft.commune }} other={{ note: t.alsoIn(where) }} onAsked={onAsked} />
          : <Button wide onClick={onDrop}>{t.oneElsewhere}</Button>}
      </div>
    </Box>
  )
}
