import type { CodeItem } from '../codes/codeItem'
import { findCode } from '../codes/codeList'
import type { AnswerRow } from './answers'
import type { Field } from './form'
import { spellDate } from './wording/spell'

/**
 * A column as it is asked and read in one row. If `code` names an entry of an official list that has points, the options of the column
 * `subCode` become the points of that entry, in their official words. The definition has only letters, the same for all entries. A
 * value the row already has stays among the options.
 */
export function columnIn(columns: Readonly<Record<string, Field>>, id: string, row: AnswerRow): Field {
  const column = columns[id]!
  const list = columns.code?.codeList
  const points = id === 'subCode' && list ? findCode(list, String(row.code))?.subGroups : undefined
  if (!points) return column
  const options = (column.options ?? []).flatMap((option) => {
    const point = points.find(({ code }) => code === option.code)
    return point ? [pointWords(option, point)] : option.code === row[id] ? [option] : []
  })
  return { ...column, options }
}

function pointWords({ code, label, labelEn = label }: CodeItem, point: CodeItem): CodeItem {
  const until = point.validTo && spellDate(point.validTo)
  return {
    code,
    label: `${label}: ${point.label}${until ? ` (đến ${until})` : ''}`,
    labelEn: `${labelEn}: ${point.labelEn ?? point.label}${until ? ` (until ${until})` : ''}`,
  }
}
