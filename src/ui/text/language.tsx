import { createContext, use, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { keep, recall } from '../keep'
import { loadEnglish, type English } from './loadEnglish'

export type Language = 'vi' | 'en'

interface Spoken {
  /** Its words while English is spoken. */
  readonly english: English | null
  /** Of English asked for while Vietnamese is spoken: its words are on their way, or cannot be had now. */
  readonly awaited: 'nothing' | 'coming' | 'lacking'
}

interface LanguageChoice extends Spoken {
  readonly language: Language
  /** English is spoken, and remembered, once its words are there. */
  readonly choose: (language: Language) => void
}

const KEY = 'sothon-lang'
const LONGEST_BLANK_MS = 5_000
const vietnamese: Spoken = { english: null, awaited: 'nothing' }
const lacking: Spoken = { english: null, awaited: 'lacking' }
const LanguageContext = createContext<LanguageChoice>({ ...vietnamese, language: 'vi', choose: () => {} })

interface LanguageProviderProps {
  readonly children: ReactNode
  /** Where the English words come from. */
  readonly load?: typeof loadEnglish
}

/** Vietnamese until somebody chooses otherwise on this device. Nothing is drawn before the words of a choice made earlier are there, for some seconds: nobody sees another language first. */
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
      // Who went back to Vietnamese meanwhile stays there.
      if (chosenLast.current !== next) return
      if (loaded.ok) keep(KEY, next)
      setSpoken(loaded.ok ? { english: loaded.value, awaited: 'nothing' } : lacking)
    })
  }, [load])
  useEffect(() => {
    if (spoken) return
    choose('en')
    // The book is more than its words: whoever waits on a line that hangs goes on in Vietnamese, until they come.
    const late = setTimeout(() => setSpoken((now) => now ?? lacking), LONGEST_BLANK_MS)
    return () => clearTimeout(late)
  }, [spoken, choose])
  // With the words and not after them: a screen reader that meets them reads by it.
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(() => spoken && { ...spoken, language, choose } as const, [spoken, language, choose])
  return choice && <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return use(LanguageContext)
}
