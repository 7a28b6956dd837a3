import type { AnswerValue } from '../../domain/forms/answers'
import { household1Fields } from '../../domain/forms/definitions/household/household1'
import { person1Fields } from '../../domain/forms/definitions/person/person1'
import type { Field } from '../../domain/forms/form'
import { tidyAnswer } from '../../domain/forms/tidy'
import { checkPhone } from '../../domain/identity/phone'
import type { ImportColumnId } from '../../protocol/importColumns'
import type { ImportProblem } from '../../protocol/importProblems'
import { readEthnicity, readRelation, readSex } from './readChoice'
import { readDate } from './readDate'

/** The content of a cell: an answer of the household or the person, and perhaps a problem with it. */
export interface ReadCell {
  readonly of: 'household' | 'person'
  readonly field: string
  readonly value?: AnswerValue
  readonly problem?: ImportProblem
}

type Column = Exclude<ImportColumnId, 'hamletCode' | 'hamletName'>

/** Reads one filled cell. A problem without a value is an error, a problem with a value is a warning. */
export function readCell(column: Column, text: string): ReadCell {
  switch (column) {
    case 'householdCode': case 'headName': case 'address': return tidied('household', column, household1Fields[column], text)
    case 'fullName': return tidied('person', column, person1Fields[column], text)
    case 'born': return coded('born', readDate(text), 'date')
    case 'sex': return coded('sex', readSex(text), 'sex')
    case 'ethnicity': return coded('ethnicityCode', readEthnicity(text), 'ethnicity')
    case 'relationToHead': return relation(text)
    case 'personalId': return number(text)
    case 'phone': return phone(text)
    default: return column satisfies never
  }
}

function tidied(of: 'household' | 'person', field: string, definition: Field, text: string): ReadCell {
  const value = tidyAnswer(definition, text)
  return value === undefined ? { of, field } : { of, field, value }
}

function coded(field: string, value: string | undefined, problem: ImportProblem): ReadCell {
  return value === undefined ? { of: 'person', field, problem } : { of: 'person', field, value }
}

function relation(text: string): ReadCell {
  const { code, problem } = readRelation(text)
  return { of: 'person', field: 'relationToHead', value: code, ...(problem && { problem }) }
}

/** Nine digits are the number of an old identity card, which the form keeps in another field. */
function number(text: string): ReadCell {
  const cell = tidied('person', 'personalId', person1Fields.personalId, text)
  return /^\d{9}$/.test(String(cell.value)) ? { ...cell, field: 'oldId9', problem: 'oldNumber' } : cell
}

function phone(text: string): ReadCell {
  const check = checkPhone(text)
  if (check.kind === 'converted') return { of: 'person', field: 'phone', value: check.value, problem: 'phoneConverted' }
  return tidied('person', 'phone', person1Fields.phone, text)
}
