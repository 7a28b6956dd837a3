import type { SameShape, TextsOf } from './defineTexts'
import { useLanguage } from './language'

/** The words of an area in the language of this device. */
export function useText<T>(texts: TextsOf<T>): SameShape<T> {
  return texts[useLanguage().language]
}
