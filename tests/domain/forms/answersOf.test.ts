import { expectTypeOf, it } from 'vitest'
import type { Missing } from '../../../src/domain/forms/answers'
import type { AnswersOf, ValuesOf } from '../../../src/domain/forms/answersOf'
import type { asxh1, asxh1Fields } from '../../../src/domain/forms/definitions/asxh/asxh1'
import type { labour1, labour1Fields } from '../../../src/domain/forms/definitions/labour/labour1'

/* These are checked by the compiler: `npm run typecheck` fails when a type no longer follows from the definition. */

it('the type of an answer follows from its field', () => {
  expectTypeOf<AnswersOf<typeof labour1>['activityStatus']>().toEqualTypeOf<'1' | '2' | '3' | undefined>()
  expectTypeOf<AnswersOf<typeof labour1>['hasContract']>().toEqualTypeOf<boolean | undefined>()
  expectTypeOf<AnswersOf<typeof labour1>['priorityGroups']>().toEqualTypeOf<readonly ('1' | '2' | '3' | '4' | '5' | '6')[] | undefined>()
  expectTypeOf<AnswersOf<typeof asxh1>['childrenRaised']>().toEqualTypeOf<number | undefined>()
})

it('only a field that may miss has a reason for a value', () => {
  expectTypeOf<AnswersOf<typeof labour1>['personalId']>().toEqualTypeOf<string | Missing | undefined>()
  expectTypeOf<AnswersOf<typeof labour1>['fullName']>().toEqualTypeOf<string | undefined>()
})

it('checks never meet a reason', () => {
  expectTypeOf<ValuesOf<typeof labour1Fields>['personalId']>().toEqualTypeOf<string | undefined>()
})

it('a row has typed columns', () => {
  type Row = NonNullable<ValuesOf<typeof asxh1Fields>['groups']>[number]
  expectTypeOf<Row['coefficient']>().toEqualTypeOf<'10' | '15' | '20' | '25' | '30' | undefined>()
  expectTypeOf<Row['amount']>().toEqualTypeOf<number | undefined>()
})
