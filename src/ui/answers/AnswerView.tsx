import { answerTexts } from '../text/answers'
import { useText } from '../text/useText'
import { useAnswer, type AnswerInput } from './useAnswer'

/** An answer to read: places by name, photos behind a button, confidential values covered. */
export function AnswerView(answer: AnswerInput) {
  const t = useText(answerTexts)
  const { words, control } = useAnswer(answer)
  if (answer.value === undefined) return <span className="mut">{t.unanswered}</span>
  return <><span className="pre num">{words}</span>{control && <> {control}</>}</>
}
