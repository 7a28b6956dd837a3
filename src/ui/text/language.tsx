import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { keep, recall } from '../keep'

export type Language = 'vi' | 'en'

interface LanguageChoice {
  readonly language: Language
  readonly choose: (language: Language) => void
}

const KEY = 'sothon-lang'
const LanguageContext = createContext<LanguageChoice>({ language: 'vi', choose: () => {} })

/** Vietnamese until somebody chooses otherwise on this device. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (recall(KEY) === 'en' ? 'en' : 'vi'))
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(() => ({
    language,
    choose(next: Language) {
      keep(KEY, next)
      setLanguage(next)
    },
  }), [language])
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return use(LanguageContext)
}
