import { vietnamDay } from '../../../domain/time'
import type { Survey } from '../../../protocol/api'
import { Button } from '../../parts/Button'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { dateWords } from '../../text/dateWords'
import { useText } from '../../text/useText'
import { surveyState } from './surveyState'

interface SurveyTableProps {
  readonly surveys: readonly Survey[]
  readonly onEdit: (survey: Survey) => void
  readonly onDrop: (survey: Survey) => void
}

/** The surveys: first day, communes, whether places are recorded, and state. */
export function SurveyTable({ surveys, onEdit, onDrop }: SurveyTableProps) {
  const t = useText(adminTexts)
  const { holder, now } = useServices()
  const today = vietnamDay(now())
  const held = (codes: readonly string[]): string => {
    const names = holder.communes.filter(({ code }) => codes.includes(code)).map(({ name }) => name)
    return names.length > 3 ? t.surveys.communes(names.length) : names.join(', ')
  }
  return (
    <div className="tw">
      <table className="tb">
        <caption className="vh">{t.surveys.title}</caption>
        <thead>
          <tr><th scope="col">{t.surveys.firstDay}</th><th scope="col">{t.surveys.heldIn}</th><th scope="col">{t.surveys.location}</th><th scope="col">{t.surveys.state}</th><th scope="col"><span className="vh">{t.surveys.drop}</span></th></tr>
        </thead>
        <tbody>
          {surveys.map((survey) => {
            const day = dateWords(survey.firstDay)
            return (
              <tr key={`${survey.firstDay} ${survey.located}`}>
                <th scope="row" className="nw">{day}</th>
                <td>{held(survey.communes)}</td>
                <td className="nw">{survey.located ? t.surveys.yes : t.surveys.no}</td>
                <td className="nw">{t.surveys.states[surveyState(survey, surveys, today)]}</td>
                <td className="nw">
                  <Button kind="quiet" aria-label={t.surveys.editOf(day)} onClick={() => onEdit(survey)}>{t.surveys.edit}</Button>
                  <Button kind="quiet" aria-label={t.surveys.dropOf(day)} onClick={() => onDrop(survey)}>{t.surveys.drop}</Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
