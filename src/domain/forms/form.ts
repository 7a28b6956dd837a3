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

/** Sensitivity by Nghị định 356/2025/NĐ-CP Điều 3-4; `health` is the sensitive data that lists and prints mask. */
export type Sensitivity = 'basic' | 'sensitive' | 'health'

/** One question. Its key in `fields` is its stable id: never reused, never renamed after release. */
export interface Field {
  readonly kind: FieldKind
  readonly label: string
  readonly labelEn?: string
  /** What lists and short messages call it; the label when absent. */
  readonly short?: string
  /** How to ask it, Vietnamese; in English in `englishHints`. */
  readonly hint?: string
  /** `choice` and `multi`. */
  readonly options?: readonly CodeItem[]
  /** `code`. */
  readonly codeList?: CodeListName
  /** `rows`: flat columns; their conditions read earlier columns of the same row. */
  readonly columns?: Readonly<Record<string, Field>>
  readonly required: boolean | Condition
  readonly askIf?: Condition
  /** Reasons that may stand in for a value. */
  readonly mayMiss?: readonly MissingReason[]
  readonly sensitive?: Sensitivity
  readonly unit?: string
  /** Least precision a `date` may have; `day` when absent. */
  readonly datePrecision?: 'day' | 'month' | 'year'
  /** `text` and `longText`; 200 and 2000 characters when absent. */
  readonly maxLength?: number
  /** `text` written without spaces, like an account number. */
  readonly compact?: true
  /** `digits`: the lengths it may have. */
  readonly lengths?: readonly number[]
  /** `integer` and `money`, inclusive; 0 and 10^12 when absent. */
  readonly min?: number
  readonly max?: number
  /** Filled by the app, not asked. */
  readonly system?: true
  /** Follows from other answers (`computedAnswers`); shown, never stored. */
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

/** Words with places for data: `{name}`, `{name|date}`, `{name|money}`, `{name|answer:field}` (read as an
 * answer to that field), each with `|lower` for the middle of a sentence. */
export interface Words {
  readonly vi: string
  readonly en: string
}
export type Lang = keyof Words

/**
 * A rule across fields. It sees only answers that are asked and well-formed, so it never meets a wrong type.
 * `id` is stable and never reused; `fields` lists what it reads, the first is where the finding is shown.
 */
export interface Check<A = Answers> {
  readonly id: string
  readonly severity: Severity
  readonly fields: readonly string[]
  readonly words: Words
  /** `false` = nothing to say; `true` or data for the words = a finding. Pure. */
  finds(answers: A, ctx: CheckContext): FindingData | boolean
}

export interface FormDefinition {
  readonly key: FormKey
  readonly kind: RecordKind
  readonly version: number
  /** Begins every finding id: `LS`, `BT`, `HH`, `PE`. */
  readonly prefix: string
  readonly title: string
  readonly titleEn: string
  /** The text that asks for these answers. */
  readonly legalBasis: string
  readonly groups: readonly Group[]
  readonly fields: Readonly<Record<string, Field>>
  readonly checks: readonly Check[]
}
