import { englishHints } from '../../../domain/forms/wording/englishHints'

/** A hint in English. Words to say aloud follow in Vietnamese: the villager is asked in Vietnamese. */
export default function EnglishHint({ hint }: { readonly hint: string }) {
  const english = englishHints[hint]
  if (!english) return <span lang="vi">{hint}</span>
  const spoken = /^Hỏi: (“.+”)$/.exec(hint)?.[1]
  return <>{english}{spoken && <>: <span lang="vi">{spoken}</span></>}</>
}
