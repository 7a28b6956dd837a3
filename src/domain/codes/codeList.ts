import { banks } from './banks'
import { benefitGroups } from './benefits'
import type { CodeItem } from './codeItem'
import { ethnicities } from './ethnicities'
import { industries } from './industries'
import { occupations } from './occupations'

export type { CodeItem } from './codeItem'

const lists = {
  ethnicity: ethnicities,
  industry: industries,
  occupation: occupations,
  bank: banks,
  benefitGroup: benefitGroups,
} as const satisfies Record<string, readonly CodeItem[]>

/** The big lists that a `code` field may name. Administrative units are separate (`units.ts`) and loaded only when needed. */
export type CodeListName = keyof typeof lists

const labels = new Map<CodeListName, ReadonlyMap<string, CodeItem>>()

/** The whole list in its official order. */
export function codeList(name: CodeListName): readonly CodeItem[] {
  return lists[name]
}

/** The entry with a code. `undefined` = the list has no such code. */
export function findCode(name: CodeListName, code: string): CodeItem | undefined {
  let byCode = labels.get(name)
  if (!byCode) {
    byCode = new Map(lists[name].map((item: CodeItem) => [item.code, item]))
    labels.set(name, byCode)
  }
  return byCode.get(code)
}
