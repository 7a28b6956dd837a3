import type { Missing, Scalar } from './answers'
import type { Field } from './form'

type Fields = Readonly<Record<string, Field>>

type CodeOf<F extends Field> = F extends { readonly options: readonly { readonly code: infer Code extends string }[] } ? Code : string

type RowOf<F extends Field> = F extends { readonly columns: infer Columns extends Fields }
  ? { readonly [C in keyof Columns]?: Extract<ValueOf<Columns[C]>, Scalar> | undefined }
  : never

type ValueOf<F extends Field> = F['kind'] extends 'yesNo'
  ? boolean
  : F['kind'] extends 'integer' | 'money'
    ? number
    : F['kind'] extends 'multi'
      ? readonly CodeOf<F>[]
      : F['kind'] extends 'choice'
        ? CodeOf<F>
        : F['kind'] extends 'rows'
          ? readonly RowOf<F>[]
          : string

/** The answers as checks see them: only values that are asked and well-formed. */
export type ValuesOf<F extends Fields> = { readonly [Id in keyof F]?: ValueOf<F[Id]> | undefined }

/** Answers of a form as they are stored: a value, a missing reason if the field allows it, or nothing. */
export type AnswersOf<Form extends { readonly fields: Fields }> = {
  readonly [Id in keyof Form['fields']]?:
    | ValueOf<Form['fields'][Id]>
    | (Form['fields'][Id] extends { readonly mayMiss: readonly string[] } ? Missing : never)
    | undefined
}
