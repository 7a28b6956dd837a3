import { mayReadHivGroups } from '../../../domain/access'
import { codeList, findCode, type CodeItem } from '../../../domain/codes/codeList'
import { namesHivGroup } from '../../../domain/forms/subjects/hivGroups'
import { foldName } from '../../../domain/identity/nameKey'
import { useServices } from '../../services'
import { useLanguage } from '../../text/language'
import { labelId, type InputProps } from './inputProps'
import { PickList } from './PickList'

const SHOWN = 60

/** Makes "Ra-glai", "Raglai" and "ra glai" the same text for searching. */
const squashed = (text: string): string => foldName(text).replace(/[\s-]/g, '')

/** An entry of an official code list, searched without diacritics by name, short name, code or everyday name. */
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
    // Entries that begin with the text come before entries that contain it; each part in the official order.
    const hits = [...named.filter(({ place }) => place === 0), ...named.filter(({ place }) => place > 0)].map(({ item }) => item)
    return { items: hits.slice(0, SHOWN).map(itemOf), total: hits.length }
  }
  return <PickList id={id} label={label} labelId={labelId(id)} chosen={chosen && itemOf(chosen)} find={find} onPick={onChange} onBlur={onBlur} describedBy={describedBy} />
}
