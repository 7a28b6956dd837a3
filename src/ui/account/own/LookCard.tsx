import { RadioCards } from '../../parts/fields/RadioCards'
import { NoEnglish } from '../../parts/states/NoEnglish'
import { useLanguage, type Language } from '../../text/language'
import { mineTexts } from '../../text/mine'
import { useText } from '../../text/useText'
import { themes, useTheme, type Theme } from '../../theme'

/** Chooses the colours and the language of this device. */
export function LookCard() {
  const t = useText(mineTexts)
  const { theme, choose } = useTheme()
  const { language, awaited, choose: speak } = useLanguage()
  const isComing = awaited === 'coming'
  const languages = [{ value: 'vi', label: t.vietnamese }, { value: 'en', label: t.english, ...(isComing && { busy: true, hint: <ComingEnglish /> }) }] as const
  return (
    <div className="card">
      <RadioCards<Theme> legend={t.look} options={themes.map((value) => ({ value, label: t.theme[value], hint: t.themeHint[value] }))} value={theme} onChange={choose} />
      <RadioCards<Language> legend={t.language} options={languages} value={isComing ? 'en' : language} onChange={speak} row />
      <NoEnglish />
    </div>
  )
}

/** In both languages, written here: the English words are still on their way. */
const ComingEnglish = () => <>Đang tải… <span lang="en">Loading…</span></>
