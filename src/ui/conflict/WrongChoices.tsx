import { useEffect, useRef } from 'react'
import type { Finding } from '../../domain/forms/checking/finding'
import type { FormDefinition } from '../../domain/forms/form'
import { fieldLabel, findingWords, type Lang } from '../../domain/forms/wording/words'
import { Icon } from '../parts/Icon'
import { collectTexts } from '../text/collect'
import { useLanguage } from '../text/language'
import { useText } from '../text/useText'

interface WrongChoicesProps {
  readonly form: FormDefinition
  readonly errors: readonly Finding[]
  /** Whether this screen has a choice about the field. */
  readonly isChosenHere: (field: string) => boolean
  /** Whether this person may not read the finding of a field: then only the field's name is shown. */
  readonly isKept: (field: string) => boolean
}

/** Why these choices are not saved. The box takes the focus. Its links lead to the choices on this screen. */
export function WrongChoices({ form, errors, isChosenHere, isKept }: WrongChoicesProps) {
  const t = useText(collectTexts)
  const { language } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="esum" role="alert" tabIndex={-1} ref={box}>
      <h2>{t.choiceWrong(errors.length)}</h2>
      <ul>
        {errors.map((finding) => {
          const words = <><Icon name="stop" small /><span>{isKept(finding.field) ? t.choiceWrongAt(labelOf(form, finding, language)) : namedWords(form, finding, language)}</span></>
          const target = questionId(finding.field)
          return (
            <li key={`${finding.id}${finding.field}`}>
              {isChosenHere(finding.field) ? <a href={`#${target}`} onClick={(event) => { event.preventDefault(); goTo(target) }}>{words}</a> : <p className="fx">{words}</p>}
            </li>
          )
        })}
      </ul>
      <p>{t.choiceWrongHelp}</p>
    </div>
  )
}

/** DOM id of the choice about a field. */
export const questionId = (field: string): string => `choice-${field}`

function goTo(id: string): void {
  const question = document.getElementById(id)
  const radio = question?.querySelector<HTMLInputElement>('input:checked') ?? question?.querySelector('input')
  radio?.focus()
}

const labelOf = (form: FormDefinition, { field: id }: Finding, language: Lang): string => {
  const field = form.fields[id]
  return field ? fieldLabel(field, language, true) : id
}

/** The words of a finding. The rest of the form is not on this screen, so words that do not name their question get its name in front. */
function namedWords(form: FormDefinition, finding: Finding, language: Lang): string {
  const words = findingWords(form, finding, language)
  const field = form.fields[finding.field]
  if (!field || [false, true].some((short) => words.includes(fieldLabel(field, language, short)))) return words
  return `${labelOf(form, finding, language)}: ${words}`
}
