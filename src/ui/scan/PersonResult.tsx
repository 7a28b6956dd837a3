import { useLocation } from 'wouter'
import type { Answers } from '../../domain/forms/answers'
import { findForm } from '../../domain/forms/registry'
import type { CardText } from '../../domain/identity/cardText'
import type { Card } from '../../domain/records/card'
import { useWorkingDraft } from '../form/useWorkingDraft'
import { LinkButton } from '../parts/LinkButton'
import { useToast } from '../parts/useToast'
import { useServices } from '../services'
import { collectTexts } from '../text/collect'
import { scanTexts } from '../text/scan'
import { useText } from '../text/useText'
import { CardResult } from './CardResult'

interface PersonResultProps {
  readonly card: CardText
  readonly person: Card
  readonly onAgain: () => void
}

/** A card beside its person's record. What is taken from it goes into a draft, to be looked over and sent like any correction. */
export function PersonResult({ card, person, onAgain }: PersonResultProps) {
  const t = useText(scanTexts)
  const words = useText(collectTexts)
  const { ledger, now } = useServices()
  const toast = useToast()
  const [, navigate] = useLocation()
  const draft = useWorkingDraft(person)
  const form = draft && findForm(draft.form)
  if (!draft || !form) return null
  const use = async (chosen: Answers): Promise<void> => {
    if (Object.keys(chosen).length === 0) return navigate(`/nguoi/${person.id}`, { replace: true })
    const saved = await ledger.saveDraft({ ...draft, answers: { ...draft.answers, ...chosen }, savedAt: new Date(now()).toISOString() })
    if (saved.ok) navigate(`/phieu/${person.id}`, { replace: true })
    else toast.show(words.saveFailed)
  }
  return (
    <div className="st4">
      <CardResult card={card} form={form} answers={draft.answers} onUse={(chosen) => void use(chosen)} onAgain={onAgain} />
      <LinkButton to={`/nguoi/${person.id}`} wide>{t.openPerson}</LinkButton>
    </div>
  )
}
