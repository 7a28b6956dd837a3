import { useLocation } from 'wouter'
import type { Answers } from '../../domain/forms/answers'
import { person2Fields } from '../../domain/forms/definitions/person2'
import { answerWords, fieldLabel } from '../../domain/forms/words'
import type { Card } from '../../domain/records/card'
import { ConsentCard } from '../consent/ConsentCard'
import { draftOf } from '../form/draftOf'
import { Button } from '../parts/Button'
import { Kv } from '../parts/Kv'
import { useToast } from '../parts/useToast'
import { useServices } from '../services'
import { collectTexts } from '../text/collect'
import { useLanguage } from '../text/language'
import { useText } from '../text/useText'

/** What the village team asks of everybody; the second of a pair says why not, or how. */
const checks = ['cardHeld', 'vneidLevel', 'phoneInOwnName', 'residenceState'] as const
/** Group of the person's form in which they begin. */
const FIRST_GROUP = 'papers'

/** What the village team checks on each person, with what nobody has asked yet; one press begins asking. */
export function PersonChecks({ person, answers }: { readonly person: Card; readonly answers: Answers | null }) {
  const { ledger, now } = useServices()
  const t = useText(collectTexts)
  const { language } = useLanguage()
  const toast = useToast()
  const [, navigate] = useLocation()
  if (!answers) return null
  const words = (field: (typeof checks)[number]): string => {
    if (field === 'phoneInOwnName' && answers.phone !== undefined && typeof answers.phone !== 'string') return answerWords(person2Fields.phone, answers.phone, language)
    const said = answerWords(person2Fields[field], answers[field], language)
    const why = field === 'cardHeld' ? answerWords(person2Fields.noCardReason, answers.noCardReason, language) : ''
    return [said || t.notAsked, why].filter(Boolean).join(': ')
  }
  const ask = async (): Promise<void> => {
    const [open, record] = await Promise.all([ledger.findDraft(person.id), ledger.getRecord(person.id)])
    if (!open && record) {
      const saved = await ledger.saveDraft({ ...draftOf({ id: person.id, commune: person.commune, record, now: now() }), place: FIRST_GROUP })
      if (!saved.ok) return toast.show(t.saveFailed)
    }
    navigate(`/phieu/${person.id}`)
  }
  return (
    <>
      <section className="card st2">
        <h2>{t.checks}</h2>
        <Kv rows={checks.map((field) => [fieldLabel(person2Fields[field], language, true), words(field)] as const)} />
        <Button wide icon="todo" onClick={() => void ask()}>{t.ask}</Button>
      </section>
      <ConsentCard person={person} answers={answers} />
    </>
  )
}
