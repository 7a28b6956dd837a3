import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { keep, recall } from './keep'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

interface ThemeChoice {
  readonly theme: Theme
  readonly choose: (theme: Theme) => void
}

const KEY = 'sothon-theme'
const ThemeContext = createContext<ThemeChoice>({ theme: 'system', choose: () => {} })

/** Provides the look chosen on this device. `system` follows the phone's dark setting while the app runs. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(() => themes.find((known) => known === recall(KEY)) ?? 'system')
  useEffect(() => apply(theme), [theme])
  const choice = useMemo(() => ({
    theme,
    choose(next: Theme) {
      keep(KEY, next === 'system' ? null : next)
      setTheme(next)
    },
  }), [theme])
  return <ThemeContext value={choice}>{children}</ThemeContext>
}

export function useTheme(): ThemeChoice {
  return use(ThemeContext)
}

/** Sets the theme on the page. `system` keeps following the phone; the returned function ends that. */
function apply(theme: Theme): (() => void) | undefined {
  const root = document.documentElement
  if (theme !== 'system') {
    root.dataset.theme = theme
    return undefined
  }
  const dark = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null
  const follow = (): void => {
    // Without the attribute the colours follow prefers-contrast by themselves.
    if (dark?.matches) root.dataset.theme = 'dark'
    else delete root.dataset.theme
  }
  follow()
  dark?.addEventListener('change', follow)
  return () => dark?.removeEventListener('change', follow)
}
