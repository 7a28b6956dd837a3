import { describe, expect, it } from 'vitest'
import type { Field } from '../../../src/domain/forms/form'
import { tidyAnswer } from '../../../src/domain/forms/tidy'

const of = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({ kind, label: kind, required: true, ...more })

describe('tidying an answer as it leaves the field', () => {
  it.each<[string, Field, Parameters<typeof tidyAnswer>[1], unknown]>([
    ['a name', of('text'), '  Ka  Tơr\tMai ', 'Ka Tơr Mai'],
    ['a curly apostrophe', of('text'), 'K’Brơi', "K'Brơi"],
    ['lines of a note stay lines', of('longText'), ' một  hai \n ba ', 'một hai\nba'],
    ['a number read in groups', of('personalId'), '058 194-000.123', '058194000123'],
    ['an account number read in groups', of('text', { compact: true }), '4809 2051 23', '4809205123'],
    ['a phone with +84', of('phone'), '+84 356 112 233', '0356112233'],
    ['a phone that is none stays as typed', of('phone'), '12', '12'],
    ['spaces are no answer', of('text'), '   ', undefined],
    ['no is an answer', of('yesNo'), false, false],
    ['zero is an answer', of('integer'), 0, 0],
    ['don’t know is an answer', of('text'), { missing: 'dontKnow' }, { missing: 'dontKnow' }],
    ['empty rows go', of('rows', { columns: { n: of('text') } }), [{ n: ' a ' }, { n: ' ' }, {}], [{ n: 'a' }]],
    ['no rows are no answer', of('rows', { columns: { n: of('text') } }), [{}], undefined],
  ])('%s', (_, field, typed, kept) => {
    expect(tidyAnswer(field, typed)).toEqual(kept)
  })
})
