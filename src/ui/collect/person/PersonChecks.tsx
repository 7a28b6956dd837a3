import type { LegalBasisOf } from '../../../domain/consent'
import type { Answers } from '../../../domain/forms/answers'
import { person2Fields } from '../../../domain/forms/definitions/person/person2'
import { answerWords, fieldLabel } from '../../../domain/forms/wording/words'
import type { Card } from '../../../domain/records/cards/card'
import { ConsentCard } from '../../consent/ConsentCard'
import { Kv } from '../../parts/Kv'
import { LinkButton } from '../../parts/LinkButton'
import { collectTexts } from '../../text/collect'
import { useLanguage } from '../../text/language'
import { useText } from '../../text/useText'

/** The questions the village team asks everybody. */
const checks = ['cardHeld', 'vneidLevel', 'phoneInOwnName', 'residenceState'] as const
/** Group of the person's form with the first of them. */
const FIRST_GROUP = 'papers'

interface PersonChecksProps {
  readonly person: Card
  readonly answers: Answers | null
  /** The answers with the person's draft (`newestAnswers`); `undefined` = not read. */
  readonly newest: Answers | undefined
  readonly basis: LegalBasisOf
}

/** The answers to those questions, including the ones nobody has asked yet, and a button to ask them. Below: the notice and the consents. */
export function PersonChecks({ person, answers, newest, basis }: PersonChecksProps) {
  const t = useText(collectTexts)
  const { language } = useLanguage()
  if (!answers) return null
  const words = (field: (typeof checks)[number]): string => {
    if (field === 'phoneInOwnName' && answers.phone !== undefined && typeof answers.phone !== 'string') return answerWords(person2Fields.phone, answers.phone, language)
    const said = answerWords(person2Fields[field], answers[field], language)
    const why = field === 'cardHeld' ? answerWords(person2Fields.noCardReason, answers.noCardReason, language) : ''
    return [said || t.notAsked, why].filter(Boolean).join(': ')
  }
  return (
    <>
      <section className="card st2">
        <h2>{t.checks}</h2>
        <Kv rows={checks.map((field) => [fieldLabel(person2Fields[field], language, true), words(field)] as const)} />
        <LinkButton to={`/phieu/${person.id}?muc=${FIRST_GROUP}`} wide icon="todo">{t.ask}</LinkButton>
      </section>
      <ConsentCard person={person} known={answers} answers={newest ?? answers} basis={basis} />
    </>
  )
}
