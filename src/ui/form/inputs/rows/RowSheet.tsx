import { useId } from 'react'
import type { AnswerRow, AnswerValue, Scalar } from '../../../../domain/forms/answers'
import { pruneAnswer } from '../../../../domain/forms/asking/prune'
import { valueProblem } from '../../../../domain/forms/checking/valueCheck'
import type { Problem } from '../../../../domain/forms/checking/valueProblem'
import { columnIn } from '../../../../domain/forms/columnIn'
import type { Field } from '../../../../domain/forms/form'
import { askedColumns, isColumnRequired } from '../../../../domain/forms/rows'
import { columnProblemWords } from '../../../../domain/forms/wording/words'
import { Button } from '../../../parts/Button'
import { Sheet } from '../../../parts/frame/Sheet'
import { formTexts } from '../../../text/form'
import { useLanguage } from '../../../text/language'
import { useText } from '../../../text/useText'
import { QuestionFrame } from '../../question/QuestionFrame'
import { FieldInput } from '../FieldInput'

interface RowSheetProps {
  readonly title: string
  readonly field: Field
  readonly row: AnswerRow
  /** Whether the group has an error. If the error is in this line, it is shown at its column. */
  readonly isToMend: boolean
  readonly onChange: (row: AnswerRow) => void
  readonly onRemove?: () => void
  readonly onClose: () => void
}

/** One line of a repeated group. Every keystroke reaches the form and its draft at once, so closing only closes. */
export function RowSheet({ title, field, row, isToMend, onChange, onRemove, onClose }: RowSheetProps) {
  const t = useText(formTexts)
  const { language } = useLanguage()
  const id = useId()
  const asked = askedColumns(field, row)
  const columns = field.columns ?? {}
  const problem = isToMend ? problemIn(field, row) : null
  const set = (column: string, value: AnswerValue | undefined): void => onChange({ ...row, [column]: value as Scalar | undefined })
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="in-pad st4">
        {Object.entries(columns).filter(([column]) => asked.has(column)).map(([column, of]) => (
          <QuestionFrame
            key={column} id={`${id}${column}`} field={of} required={isColumnRequired(field, column, row, asked)}
            errors={problem?.column === column ? [columnProblemWords(of, problem, language)] : []}
          >
            {(input) => <FieldInput {...input} name={column} field={columnIn(columns, column, row)} value={row[column]} onChange={(value) => set(column, value)} onBlur={() => {}} />}
          </QuestionFrame>
        ))}
        <div className="fx">
          <Button kind="pri" className="gr" onClick={onClose}>{t.saveRow}</Button>
          {onRemove && <Button kind="dan" onClick={onRemove}>{t.removeRow}</Button>}
        </div>
      </div>
    </Sheet>
  )
}

/** The first problem of the line as it would be sent. Columns that are no longer asked do not count. */
function problemIn(field: Field, row: AnswerRow): Problem | null {
  const sent = pruneAnswer(field, [row])
  return sent === undefined ? null : valueProblem(field, sent)
}
