import { codeList, findCode, type CodeItem } from '../../../domain/codes/codeList'
import { foldName } from '../../../domain/identity/nameKey'
import { useLanguage } from '../../text/language'
import type { InputProps } from './inputProps'
import { PickList } from './PickList'

const SHOWN = 60

/** An entry of an official list, found without diacritics by name, short name or code. */
export function CodeInput({ id, field, label, value, onChange, onBlur, describedBy }: InputProps) {
  const { language } = useLanguage()
  const name = field.codeList ?? 'ethnicity'
  const words = (item: CodeItem): string => (language === 'en' ? (item.labelEn ?? item.label) : item.label)
  const itemOf = (item: CodeItem) => ({ code: item.code, label: words(item), ...(item.short && { hint: item.short }) })
  const chosen = typeof value === 'string' ? (findCode(name, value) ?? { code: value, label: value }) : undefined
  const find = (text: string) => {
    const wanted = foldName(text)
    const hits = codeList(name).filter((item) => foldName(`${item.code} ${item.label} ${item.short ?? ''}`).includes(wanted))
    return { items: hits.slice(0, SHOWN).map(itemOf), total: hits.length }
  }
  return <PickList id={id} label={label} chosen={chosen && itemOf(chosen)} find={find} onPick={onChange} onBlur={onBlur} describedBy={describedBy} />
}
