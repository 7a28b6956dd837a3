import type { CodeItem } from '../codes/codeItem'
import type { CodeListName } from '../codes/codeList'
import type { FormKey, RecordKind } from '../records/record'
import type { Answers, MissingReason, Scalar } from './answers'
import type { Condition } from './asking/condition'
import type { CheckContext, Severity } from './checking/finding'

export type { Condition } from './asking/condition'

const fieldKinds = [
  'text', 'longText', 'date', 'choice', 'multi', 'yesNo', 'integer', 'money', 'personalId', 'digits', 'phone', 'email',
  'commune', 'code', 'rows', 'photo', 'place',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** Sensitivity by Nghị định 356/2025/NĐ-CP Điều 3-4. `health` is the sensitive data that lists and prints mask. */
export type Sensitivity = 'basic' | 'sensitive' | 'health'

/** One question. Its key in `fields` is its stable id: never reused, and never renamed after release. */
export interface Field {
  readonly kind: FieldKind
  readonly label: string
  readonly labelEn?: string
  /** Name in lists and short messages. Absent = the label. */
  readonly short?: string
  /** How to ask the question, in Vietnamese. The English text is in `englishHints`. */
  readonly hint?: string
  /** For `choice` and `multi`. */
  readonly options?: readonly CodeItem[]
  /** For `code`. */
  readonly codeList?: CodeListName
  /** For `rows`: flat columns. Their conditions read earlier columns of the same row. */
  readonly columns?: Readonly<Record<string, Field>>
  readonly required: boolean | Condition
  readonly askIf?: Condition
  /** Missing reasons that are allowed in place of a value. */
  readonly mayMiss?: readonly MissingReason[]
  readonly sensitive?: Sensitivity
  readonly unit?: string
  /** Least precision of a `date`. Absent = `day`. */
  readonly datePrecision?: 'day' | 'month' | 'year'
  /** For `text` and `longText`. Absent = 200 and 2000 characters. */
  readonly maxLength?: number
  /** A `text` that is written without spaces, e.g. an account number. */
  readonly compact?: true
  /** For `digits`: the allowed lengths. */
  readonly lengths?: readonly number[]
  /** For `integer` and `money`, inclusive. Absent = 0 and 10^12. */
  readonly min?: number
  readonly max?: number
  /** Filled in by the app, not asked. */
  readonly system?: true
  /** Computed from other answers (`computedAnswers`). Shown, never stored. */
  readonly computed?: true
}

/** One screen of questions. */
export interface Group {
  readonly id: string
  readonly label: string
  readonly labelEn?: string
  readonly fields: readonly string[]
  readonly askIf?: Condition
}

export type FindingData = { readonly [name: string]: Scalar }

/** Words with places for data: `{name}`, `{name|date}`, `{name|money}`, `{name|number}`, `{name|answer:field}` (words of an answer to
 * that field). Each may end with `|lower`, for the middle of a sentence. */
export interface Words {
  readonly vi: string
  readonly en: string
}
export type Lang = keyof Words

/**
 * A rule across fields. It sees only answers that are asked and well-formed, so it never meets a wrong type.
 * `id` is stable and never reused. `fields` lists the fields it reads; the finding is shown at the first.
 */
export interface Check<A = Answers> {
  readonly id: string
  readonly severity: Severity
  readonly fields: readonly string[]
  readonly words: Words
  /** `false` = no finding. `true`, or data for the words = a finding. Pure. */
  finds(answers: A, ctx: CheckContext): FindingData | boolean
}

export interface FormDefinition {
  readonly key: FormKey
  readonly kind: RecordKind
  readonly version: number
  /** First part of every finding id: `LS`, `BT`, `HH`, `PE`. */
  readonly prefix: string
  readonly title: string
  readonly titleEn: string
  /** The legal text that demands these answers. */
  readonly legalBasis: string
  readonly groups: readonly Group[]
  readonly fields: Readonly<Record<string, Field>>
  readonly checks: readonly Check[]
}
