import { createContext, use, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { keep, recall } from '../keep'
import { loadEnglish, type English } from './loadEnglish'

export type Language = 'vi' | 'en'

interface Spoken {
  /** The English words; `null` while the language is Vietnamese. */
  readonly english: English | null
  /** The English words that were asked for: `coming` = being loaded, `lacking` = could not be loaded, or not yet. */
  readonly awaited: 'nothing' | 'coming' | 'lacking'
}

interface LanguageChoice extends Spoken {
  readonly language: Language
  /** English is used, and remembered, once its words are loaded. */
  readonly choose: (language: Language) => void
}

const KEY = 'sothon-lang'
const LONGEST_BLANK_MS = 5_000
const vietnamese: Spoken = { english: null, awaited: 'nothing' }
const lacking: Spoken = { english: null, awaited: 'lacking' }
const LanguageContext = createContext<LanguageChoice>({ ...vietnamese, language: 'vi', choose: () => {} })

interface LanguageProviderProps {
  readonly children: ReactNode
  /** Loads the English words. */
  readonly load?: typeof loadEnglish
}

/**
 * The language of this device: Vietnamese until somebody chooses English. If English was chosen earlier, nothing is drawn until its words are
 * loaded, for at most `LONGEST_BLANK_MS`, so that nobody sees the other language first.
 */
export function LanguageProvider({ children, load = loadEnglish }: LanguageProviderProps) {
  const [spoken, setSpoken] = useState<Spoken | null>(() => (recall(KEY) === 'en' ? null : vietnamese))
  const language = spoken?.english ? 'en' : 'vi'
  const chosenLast = useRef<Language>(language)
  const choose = useCallback((next: Language) => {
    chosenLast.current = next
    if (next === 'vi') {
      keep(KEY, next)
      return setSpoken(vietnamese)
    }
    setSpoken((now) => now && { ...now, awaited: now.english ? 'nothing' : 'coming' })
    void load().then((loaded) => {
      // If Vietnamese was chosen again meanwhile, it stays.
      if (chosenLast.current !== next) return
      if (loaded.ok) keep(KEY, next)
      setSpoken(loaded.ok ? { english: loaded.value, awaited: 'nothing' } : lacking)
    })
  }, [load])
  useEffect(() => {
    if (spoken) return
    choose('en')
    // The app must not wait for words on a line that hangs: it starts in Vietnamese, and changes when they arrive.
    const late = setTimeout(() => setSpoken((now) => now ?? lacking), LONGEST_BLANK_MS)
    return () => clearTimeout(late)
  }, [spoken, choose])
  // Set together with the words, not after them: screen readers choose the voice by it.
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(() => spoken && { ...spoken, language, choose } as const, [spoken, language, choose])
  return choice && <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return use(LanguageContext)
}
