import { expect, it } from 'vitest'
import { englishHints } from '../../../../src/domain/forms/wording/englishHints'
import type { Field } from '../../../../src/domain/forms/form'
import { currentForm } from '../../../../src/domain/forms/registry'
import { releasedForms } from '../../../../src/domain/forms/released'
import { unitWords } from '../../../../src/domain/forms/wording/unitWords'
import { recordKinds } from '../../../../src/domain/records/record'

const hintsIn = (fields: Readonly<Record<string, Field>>): readonly string[] =>
  Object.values(fields).flatMap((field) => [...(field.hint === undefined ? [] : [field.hint]), ...hintsIn(field.columns ?? {})])

it('every hint of the current forms can be read in English', () => {
  const hints = recordKinds.flatMap((kind) => hintsIn(currentForm(kind).fields))

  expect(hints.length).toBeGreaterThan(30)
  expect(hints.filter((hint) => !englishHints[hint])).toEqual([])
})

it('every unit of the current forms can be read in English', () => {
  const units = new Set(recordKinds.flatMap((kind) => Object.values(currentForm(kind).fields).flatMap(({ unit }) => unit ?? [])))

  expect(units.size).toBeGreaterThan(2)
  expect([...units].filter((unit) => unitWords(unit, 'en') === unit)).toEqual([])
})

it('no English hint stands for a text that no form has', () => {
  const hints = new Set(releasedForms.flatMap((form) => hintsIn(form.fields)))

  expect(Object.keys(englishHints).filter((hint) => !hints.has(hint))).toEqual([])
})
