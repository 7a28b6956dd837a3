import { findCode } from '../../codes/codeList'
import { checkPersonalNumber } from '../../identity/personalNumber'
import { checkPhone, normalisePhone } from '../../identity/phone'
import { dateProblem } from './dateProblem'
import type { Field } from '../form'
import { isHouseLocation } from '../subjects/houseLocation'
import { PHOTO_HASH } from '../subjects/photos'
import { tidyAnswer } from '../tidy'
import type { Problem } from './valueProblem'

/** The problem with a value that is stored as text. `null` = none. */
export function textProblem(field: Field, value: string): Problem | null {
  if (value.trim() === '') return { problem: 'blank' }
  switch (field.kind) {
    case 'date': return dateProblem(field, value)
    case 'choice': return field.options?.some((option) => option.code === value) ? null : { problem: 'choice' }
    case 'code': return field.codeList && findCode(field.codeList, value) ? null : { problem: 'choice' }
    case 'commune': return /^\d{5}$/.test(value) ? null : { problem: 'commune' }
    case 'personalId': return personalIdProblem(value)
    case 'digits': return digitsProblem(value, field.lengths ?? [])
    case 'phone': return phoneProblem(value)
    case 'photo': return PHOTO_HASH.test(value) ? null : { problem: 'photo' }
    case 'place': return isHouseLocation(value) ? null : { problem: 'place' }
    case 'email': return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value) ? null : { problem: 'email' }
    default: return freeTextProblem(field, value)
  }
}

function freeTextProblem(field: Field, value: string): Problem | null {
  const max = field.maxLength ?? (field.kind === 'longText' ? 2000 : 200)
  if (value.length > max) return { problem: 'tooLong', max }
  return tidyAnswer(field, value) === value ? null : { problem: 'untidy' }
}

function personalIdProblem(value: string): Problem | null {
  const check = checkPersonalNumber(value)
  if (check.ok) return null
  return check.error === 'length' ? { problem: 'digits', have: value.length, need: 12 } : { problem: check.error }
}

function digitsProblem(value: string, lengths: readonly number[]): Problem | null {
  if (!/^\d+$/.test(value)) return { problem: 'notDigits' }
  const need = lengths.find((length) => length >= value.length) ?? lengths.at(-1)
  return need === undefined || lengths.includes(value.length) ? null : { problem: 'digits', have: value.length, need }
}

function phoneProblem(value: string): Problem | null {
  const check = checkPhone(value)
  if (check.kind === 'wrong') return { problem: 'phone' }
  if (check.kind === 'converted') return { problem: 'oldPhone', now: check.value }
  return normalisePhone(value) === value ? null : { problem: 'untidy' }
}
