import { useMemo } from 'react'
import { mayReadHivGroups } from '../../../domain/access'
import { findBenefitGroup } from '../../../domain/codes/benefits'
import type { AmountLine } from '../../../domain/codes/monthlyAmount'
import { computedAnswers, monthlyAllowance } from '../../../domain/forms/asking/computed'
import { namesHivGroup } from '../../../domain/forms/subjects/hivGroups'
import { isCovered } from '../../../domain/forms/subjects/isCovered'
import { answerWords, fieldLabel } from '../../../domain/forms/wording/words'
import { vietnamDay } from '../../../domain/time'
import { useServices } from '../../services'
import { answerTexts } from '../../text/answers'
import { formTexts } from '../../text/form'
import { useLanguage } from '../../text/language'
import { useNumberWords } from '../../text/useNumberWords'
import { useText } from '../../text/useText'
import { useAnswersAt } from '../filling/answerStore'
import type { FormSession } from '../filling/useFormSession'

/** A figure that is computed from the answers, with how it was computed: the officer has to explain it at the table. */
export function Computed({ session: { form, store }, name }: { readonly session: FormSession; readonly name: string }) {
  const answers = useAnswersAt(store, useMemo(() => Object.keys(form.fields), [form]))
  const { now, holder } = useServices()
  const { secret } = useText(answerTexts)
  const { language } = useLanguage()
  const day = vietnamDay(now())
  const field = form.fields[name]
  const value = computedAnswers(form, answers, { today: day })[name]
  if (!field) return null
  const { lines } = monthlyAllowance(form, answers, day)
  const isSaid = lines.length > 0
  if (isSaid && !mayReadHivGroups(holder.role) && isCovered(form, answers, name)) return <div className="f"><p className="f-l">{fieldLabel(field, language)}</p><p>{secret}</p></div>
  return (
    <div className={isSaid ? 'f' : undefined} role="status">
      {isSaid && (
        <>
          <p className="f-l">{fieldLabel(field, language)}</p>
          <p className="b num">{value === undefined ? '–' : answerWords(field, value, language)}</p>
          <ul className="sm num">{lines.map((line) => <Line key={line.row} line={line} />)}</ul>
        </>
      )}
    </div>
  )
}

/** One line of the sum: "Hộ nghèo nuôi con một mình: 540.000 × 1,5 = 810.000 đồng · mức cao nhất". */
function Line({ line: { code, tenths, rate, amount, reason } }: { readonly line: AmountLine }) {
  const t = useText(formTexts)
  const numberWords = useNumberWords()
  const { secret } = useText(answerTexts)
  const { language } = useLanguage()
  const group = findBenefitGroup(code)
  const name = namesHivGroup(code) ? secret : (language === 'en' ? (group?.labelEn ?? group?.label) : group?.label) ?? code
  const isPriced = rate !== null && tenths !== null
  const sum = isPriced ? t.product(numberWords(rate.amount), tenths, numberWords(amount)) : amount > 0 ? t.moneyWords(numberWords(amount)) : ''
  return <li>{name}: {[sum, t.lineReason[reason]].filter(Boolean).join(' · ')}</li>
}
