import { importColumns } from '../../../protocol/importColumns'
import { useLanguage } from '../../text/language'

/** What a column is called on the screen. In files it keeps the name by which it is found again. */
export function useColumnLabel(): (id: string) => string {
  const { language } = useLanguage()
  return (id) => {
    const column = importColumns.find((each) => each.id === id)
    return (language === 'en' ? column?.labelEn : column?.label) ?? id
  }
}
