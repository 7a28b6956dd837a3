import { useState } from 'react'
import { mayReadHivGroups } from '../../../../domain/access'
import type { AnswerRow, AnswerValue } from '../../../../domain/forms/answers'
import { columnIn } from '../../../../domain/forms/columnIn'
import type { Field } from '../../../../domain/forms/form'
import { namesHivGroup } from '../../../../domain/forms/subjects/hivGroups'
import { answerWords, fieldLabel } from '../../../../domain/forms/wording/words'
import { Button } from '../../../parts/Button'
import { useServices } from '../../../services'
import { answerTexts } from '../../../text/answers'
import { formTexts } from '../../../text/form'
import { useLanguage } from '../../../text/language'
import { useText } from '../../../text/useText'
import type { InputProps } from '../inputProps'
import { RowSheet } from './RowSheet'

/** A repeated group, one card for each line. A line is filled in its own sheet. */
export function RowsInput({ id, field, label, value, onChange, onBlur, describedBy, invalid }: InputProps) {
  const t = useText(formTexts)
  const rows = Array.isArray(value) ? (value as readonly AnswerRow[]) : []
  const [open, setOpen] = useState<{ readonly at: number; readonly isNew: boolean } | null>(null)
  const put = (next: readonly AnswerRow[]): void => onChange(next.length > 0 ? next : undefined)
  const close = (): void => {
    setOpen(null)
    onBlur()
  }
  return (
    <div className="st2" id={id}>
      {rows.map((row, at) => <RowCard key={at} field={field} row={row} name={t.row(at + 1)} describedBy={describedBy} onOpen={() => setOpen({ at, isNew: false })} />)}
      <Button icon="plus" wide aria-describedby={describedBy} onClick={() => setOpen({ at: rows.length, isNew: true })}>{t.addRow}</Button>
      {open !== null && (
        <RowSheet
          title={open.isNew ? label : t.editRow} field={field} row={rows[open.at] ?? {}} isToMend={invalid && !open.isNew} onClose={close}
          onChange={(row) => put(rows[open.at] ? rows.map((each, at) => (at === open.at ? row : each)) : [...rows, row])}
          {...(rows[open.at] && { onRemove: () => { put(rows.filter((_, at) => at !== open.at)); close() } })}
        />
      )}
    </div>
  )
}

/** A line that tells who lives with HIV is covered here. Only the line's own sheet shows it, to those who may read it. */
function RowCard({ field, row, name, describedBy, onOpen }: { readonly field: Field; readonly row: AnswerRow; readonly name: string; readonly describedBy: string | undefined; readonly onOpen: () => void }) {
  const t = useText(answerTexts)
  const { language } = useLanguage()
  const { holder } = useServices()
  const isSecret = namesHivGroup([row])
  if (isSecret && !mayReadHivGroups(holder.role)) return <p className="card row-card">{t.secret}</p>
  const columns = field.columns ?? {}
  const lines = Object.entries(columns)
    .map(([column, of]) => [fieldLabel(of, language, true), answerWords(columnIn(columns, column, row), row[column] as AnswerValue | undefined, language)] as const)
    .filter(([, words]) => words !== '')
  return (
    <button type="button" className="card row-card" onClick={onOpen} aria-describedby={describedBy}>
      <span className="vh">{name}. </span>
      {isSecret ? t.secret : lines.map(([label, words]) => <span key={label}><small className="mut">{label}:</small> {words} </span>)}
    </button>
  )
}
