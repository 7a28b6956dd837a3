import { findBenefitGroup } from '../../../domain/codes/benefits'
import { answerWords } from '../../../domain/forms/wording/answerWords'
import type { Answers } from '../../../domain/forms/answers'
import { computedAnswers } from '../../../domain/forms/asking/computed'
import { asxh2, asxh2Fields } from '../../../domain/forms/definitions/asxh/asxh2'
import type { Lang } from '../../../domain/forms/form'
import { namesHivGroup } from '../../../domain/forms/subjects/hivGroups'
import type { WordsOf } from '../../text/areas'

/**
 * A beneficiary record in a few lines, to be read aloud at the door. If the record names an HIV group, the groups and the amount
 * are left out, because they would reveal it.
 */
export function recordSummary(answers: Answers, { today, language, t }: { readonly today: string; readonly language: Lang; readonly t: WordsOf<'check'> }): readonly (readonly [string, string])[] {
  const words = (field: keyof typeof asxh2Fields, value = answers[field]): string => answerWords(asxh2Fields[field], value, language)
  const rows: readonly unknown[] = Array.isArray(answers.groups) ? answers.groups : []
  const groups = rows.flatMap((row) => findBenefitGroup(String((row as { readonly code?: unknown }).code)) ?? [])
  const isSecret = namesHivGroup(answers.groups)
  const wants = answers.accountStatus !== 'NONE' || answers.wantsAccount === undefined ? '' : answers.wantsAccount === true ? t.wants : t.wantsNot
  const bank = answers.accountStatus === 'NONE' ? '' : words('bankBin')
  return [
    [t.groups, isSecret ? '' : groups.map((group) => (language === 'en' && group.labelEn) || group.short || group.label).join('; ')],
    [t.amount, isSecret ? '' : words('monthlyAmount', computedAnswers(asxh2, answers, { today }).monthlyAmount)],
    [t.method, words('payMethod')],
    [t.account, [words('accountStatus'), wants, bank].filter(Boolean).join(', ')],
    [t.authorised, answers.accountStatus === 'AUTHORISED' ? words('authorisedFullName') : ''],
  ]
}
