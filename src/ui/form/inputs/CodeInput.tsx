import { mayReadHivGroups } from '../../../domain/access'
import { codeList, findCode, type CodeItem } from '../../../domain/codes/codeList'
import { namesHivGroup } from '../../../domain/forms/subjects/hivGroups'
import { foldName } from '../../../domain/identity/nameKey'
import { useServices } from '../../services'
import { useLanguage } from '../../text/language'
import { labelId, type InputProps } from './inputProps'
import { PickList } from './PickList'

const SHOWN = 60

/** "Ra-glai", "Raglai" and "ra glai" are the same to whoever types. */
const squashed = (text: string): string => foldName(text).replace(/[\s-]/g, '')

/** An entry of an official list, found without diacritics by name, short name, code or what people call it. */
export function CodeInput({ id, field, label, value, onChange, onBlur, describedBy }: InputProps) {
  const { language } = useLanguage()
  const { holder } = useServices()
  const offered = (item: CodeItem): boolean => mayReadHivGroups(holder.role) || !namesHivGroup(item.code)
  const name = field.codeList ?? 'ethnicity'
  const words = (item: CodeItem): string => (language === 'en' ? (item.labelEn ?? item.label) : item.label)
  const itemOf = (item: CodeItem) => ({ code: item.code, label: words(item), ...(item.short && item.short !== words(item) && { hint: item.short }) })
  const chosen = typeof value === 'string' ? (findCode(name, value) ?? { code: value, label: value }) : undefined
  const find = (text: string) => {
    const wanted = squashed(text)
    const named = codeList(name).filter(offered).map((item) => ({ item, place: squashed([words(item), item.short, item.code, item.everyday].join(' ')).indexOf(wanted) }))
    // What begins with the text comes before what contains it; the official order inside each.
    const hits = [...named.filter(({ place }) => place === 0), ...named.filter(({ place }) => place > 0)].map(({ item }) => item)
    return { items: hits.slice(0, SHOWN).map(itemOf), total: hits.length }
  }
  return <PickList id={id} label={label} labelId={labelId(id)} chosen={chosen && itemOf(chosen)} find={find} onPick={onChange} onBlur={onBlur} describedBy={describedBy} />
}
