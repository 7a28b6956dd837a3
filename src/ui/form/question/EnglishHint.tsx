import { englishHints } from '../../../domain/forms/wording/englishHints'

/** A hint for who reads English. What is to be asked aloud follows as the officer says it: the villager is asked in Vietnamese. */
export default function EnglishHint({ hint }: { readonly hint: string }) {
  const english = englishHints[hint]
  if (!english) return <span lang="vi">{hint}</span>
  const spoken = /^Hỏi: (“.+”)$/.exec(hint)?.[1]
  return <>{english}{spoken && <>: <span lang="vi">{spoken}</span></>}</>
}
