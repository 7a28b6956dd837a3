import { useLocation } from 'wouter'
import type { Answers } from '../../domain/forms/answers'
import type { CheckContext } from '../../domain/forms/finding'
import { findings } from '../../domain/forms/findings'
import type { FormDefinition } from '../../domain/forms/form'
import { prune } from '../../domain/forms/prune'
import { findForm } from '../../domain/forms/registry'
import type { CardText } from '../../domain/identity/cardText'
import type { Card } from '../../domain/records/card'
import { useWorkRules } from '../collect/useRound'
import { useWriteAnswers } from '../collect/useWriteAnswers'
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

/**
 * A card beside its person's record. What is taken from it is sent at once where nothing is odd about it then that was not before; else it goes into a draft, to be
 * looked over and sent like any correction.
 */
export function PersonResult({ card, person, onAgain }: PersonResultProps) {
  const t = useText(scanTexts)
  const words = useText(collectTexts)
  const { ledger, now } = useServices()
  const toast = useToast()
  const [, navigate] = useLocation()
  const rules = useWorkRules(person.commune)
  const { write, trouble } = useWriteAnswers(person)
  const draft = useWorkingDraft(person)
  const form = draft && findForm(draft.form)
  if (!draft || !form) return null
  const go = (place: string): void => navigate(place, { replace: true })
  const use = async (chosen: Answers): Promise<void> => {
    if (Object.keys(chosen).length === 0) return go(`/nguoi/${person.id}`)
    const answers = { ...draft.answers, ...chosen }
    const before = new Set(oddities(form, draft.answers, rules))
    if (oddities(form, answers, rules).some((each) => !before.has(each))) {
      const saved = await ledger.saveDraft({ ...draft, answers, savedAt: new Date(now()).toISOString() })
      return saved.ok ? go(`/phieu/${person.id}`) : toast.show(words.saveFailed)
    }
    const recorded = await write(chosen)
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

const oddities = (form: FormDefinition, answers: Answers, rules: CheckContext): readonly string[] => findings(form, prune(form, answers), rules).map(({ id, field }) => `${id} ${field}`)
