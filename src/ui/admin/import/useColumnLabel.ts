import { importColumns } from '../../../protocol/importColumns'
import { useLanguage } from '../../text/language'

/** The name of a column on the screen. In files it keeps its Vietnamese name, by which it is recognised again. */
export function useColumnLabel(): (id: string) => string {
  const { language } = useLanguage()
  return (id) => {
    const column = importColumns.find((each) => each.id === id)
    return (language === 'en' ? column?.labelEn : column?.label) ?? id
  }
}
