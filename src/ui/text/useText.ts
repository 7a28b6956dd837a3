import type { Area, WordsOf } from './areas'
import type { TextsOf } from './defineTexts'
import { useLanguage } from './language'

/** The words of an area in the language of this device. */
export function useText<A extends Area>(texts: TextsOf<A, WordsOf<A>>): WordsOf<A> {
  return useLanguage().english?.[texts.area] ?? texts.vi
}
