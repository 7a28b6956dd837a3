import { cleanName, givenNameOf } from './nameKey'

let collator: Intl.Collator | undefined

/**
 * Order of names in a Vietnamese list: by tên (last word), then by the full name; a < ă < â, d < đ, tones ngang < huyền < hỏi
 * < ngã < sắc < nặng. For `Array.sort`. The collator is made once, because making one costs more than thousands of comparisons.
 */
export function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator('vi')
  return collator.compare(givenNameOf(a), givenNameOf(b)) || collator.compare(cleanName(a), cleanName(b))
}
