import { spellInteger } from '../../domain/forms/wording/spell'
import { useLanguage } from './language'

/** `1.234.567` as written in Viet Nam, `1,234,567` in English: whole numbers in the language of this device. */
export function useNumberWords(): (value: number) => string {
  const { language } = useLanguage()
  return (value) => spellInteger(Math.round(value), language)
}
