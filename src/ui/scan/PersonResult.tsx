import { useLocation } from 'wouter'
import type { Answers } from '../../domain/forms/answers'
import { findForm } from '../../domain/forms/registry'
import type { CardText } from '../../domain/identity/cardText'
import type { Card } from '../../domain/records/cards/card'
import { useWriteAnswers } from '../collect/answers/useWriteAnswers'
import { useWorkingDraft } from '../form/draft/useWorkingDraft'
import { LinkButton } from '../parts/LinkButton'
import { useToast } from '../parts/toast/useToast'
import { scanTexts } from '../text/scan'
import { useText } from '../text/useText'
import { CardResult } from './CardResult'

interface PersonResultProps {
  readonly card: CardText
  readonly person: Card
  readonly onAgain: () => void
}

/**
 * An identity card beside the record of its person. The values taken are queued at once if nothing is odd about them. Otherwise they go
 * into a draft, to be checked and sent like any correction.
 */
export function PersonResult({ card, person, onAgain }: PersonResultProps) {
  const t = useText(scanTexts)
  const toast = useToast()
  const [, navigate] = useLocation()
  const { write, trouble } = useWriteAnswers(person)
  const draft = useWorkingDraft(person)
  const form = draft && findForm(draft.form)
  if (!draft || !form) return null
  const go = (place: string): void => navigate(place, { replace: true })
  const use = async (chosen: Answers): Promise<void> => {
    if (Object.keys(chosen).length === 0) return go(`/nguoi/${person.id}`)
    const recorded = await write(chosen, { careful: true })
    if (recorded === 'inDraft') go(`/phieu/${person.id}`)
    if (recorded !== 'queued') return
    toast.show(t.taken)
    go(`/nguoi/${person.id}`)
  }
  return (
    <div className="st4">
      {trouble && <p className="f-e" role="alert">{trouble}</p>}
      <CardResult card={card} form={form} answers={draft.answers} onUse={(chosen) => void use(chosen)} onAgain={onAgain} />
      <LinkButton to={`/nguoi/${person.id}`} wide>{t.openPerson}</LinkButton>
    </div>
  )
}
