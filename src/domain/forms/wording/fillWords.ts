import type { Scalar } from '../answers'
import { answerWords } from './answerWords'
import type { Field, FindingData, Lang } from '../form'
import { spellDate, spellInteger, spellMoney } from './spell'

/** Fills data into `{name}`, `{name|date}`, `{name|answer:field|lower}` ... A name without data becomes `?`. Never throws. */
export function fillWords(template: string, data: FindingData, fields: Readonly<Record<string, Field>>, lang: Lang): string {
  return template.replace(/\{([^}]+)\}/g, (_, inside: string) => {
    const [name = '', ...pipes] = inside.split('|')
    const value = data[name]
    if (value === undefined) return '?'
    return pipes.reduce<Scalar>((text, pipe) => piped(text, pipe, fields, lang), value).toString()
  })
}

function piped(value: Scalar, pipe: string, fields: Readonly<Record<string, Field>>, lang: Lang): Scalar {
  const [kind, argument = ''] = pipe.split(':')
  const field = fields[argument]
  if (kind === 'answer' && field) return answerWords(field, value, lang)
  if (kind === 'date') return spellDate(String(value))
  if (kind === 'money') return spellMoney(Number(value), lang)
  if (kind === 'number') return spellInteger(Number(value), lang)
  return kind === 'lower' ? String(value).charAt(0).toLowerCase() + String(value).slice(1) : value
}
