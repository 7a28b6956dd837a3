import { useId } from 'react'
import type { AnswerRow, AnswerValue, Scalar } from '../../../../domain/forms/answers'
import { columnIn } from '../../../../domain/forms/columnIn'
import type { Field } from '../../../../domain/forms/form'
import { askedColumns } from '../../../../domain/forms/rows'
import { Button } from '../../../parts/Button'
import { Sheet } from '../../../parts/frame/Sheet'
import { formTexts } from '../../../text/form'
import { useText } from '../../../text/useText'
import { QuestionFrame } from '../../question/QuestionFrame'
import { FieldInput } from '../FieldInput'

interface RowSheetProps {
  readonly title: string
  readonly field: Field
  readonly row: AnswerRow
  readonly onChange: (row: AnswerRow) => void
  readonly onRemove?: () => void
  readonly onClose: () => void
}

/** One line of a repeated group. Every keystroke reaches the form and its draft at once; closing only closes. */
export function RowSheet({ title, field, row, onChange, onRemove, onClose }: RowSheetProps) {
  const t = useText(formTexts)
  const id = useId()
  const asked = askedColumns(field, row)
  const columns = field.columns ?? {}
  const set = (column: string, value: AnswerValue | undefined): void => onChange({ ...row, [column]: value as Scalar | undefined })
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="in-pad st4">
        {Object.entries(columns).filter(([column]) => asked.has(column)).map(([column, of]) => (
          <QuestionFrame key={column} id={`${id}${column}`} field={of}>
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
