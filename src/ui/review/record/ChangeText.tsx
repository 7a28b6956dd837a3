import type { FieldChange } from '../../../domain/records/record'
import type { Field } from '../../../domain/forms/form'
import { answerWords } from '../../../domain/forms/words'
import { useLanguage } from '../../text/language'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { AnswerText } from './AnswerText'
import { secrecyOf } from './secrecy'

/** A change as old and new value; covered values are not shown here at all, only that they changed. */
export function ChangeText({ field, change, covered }: { readonly field: Field; readonly change: FieldChange; readonly covered: boolean }) {
  const t = useText(reviewTexts)
  const { language } = useLanguage()
  if (covered || secrecyOf(change.field, field, change.from) !== null || secrecyOf(change.field, field, change.to) !== null) {
    return <><del>{change.from === undefined ? t.record.blank : <AnswerText fieldId={change.field} field={field} value={change.from} covered={covered} />}</del> → <ins>{change.to === undefined ? t.record.blank : <AnswerText fieldId={change.field} field={field} value={change.to} covered={covered} />}</ins></>
  }
  const from = change.from === undefined ? t.record.blank : answerWords(field, change.from, language)
  if (change.to === undefined) return <><del>{from}</del> <span className="sm mut">{t.record.dropped}</span></>
  return <><del>{from}</del> <span aria-hidden="true">→</span><span className="vh"> {t.record.to} </span> <ins>{answerWords(field, change.to, language)}</ins></>
}
