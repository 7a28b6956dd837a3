import type { ReactNode } from 'react'
import { useScreenTitle } from '../parts/frame/Bar'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { NoEnglish } from '../parts/states/NoEnglish'
import { useLanguage } from '../text/language'

/** The frame of screens before the book is open: the mark, a title, one column. */
export function GateFrame({ title, sub, children }: { readonly title: string; readonly sub?: ReactNode; readonly children: ReactNode }) {
  const heading = useScreenTitle()
  return (
    <div className="app">
      <main className="main gate">
        <div className="fx gate-h">
          <span className="ava brand-mark"><Icon name="book" /></span>
          <div className="gr">
            <h1 ref={heading} tabIndex={-1}>{title}</h1>
            {sub && <p className="sm mut">{sub}</p>}
          </div>
          <LanguageSwitch />
        </div>
        <NoEnglish />
        {children}
      </main>
    </div>
  )
}

/** A button to the other language, named in that language: who cannot read the current language would not find the settings. */
function LanguageSwitch() {
  const { language, awaited, choose } = useLanguage()
  const [other, word] = language === 'vi' ? (['en', 'English'] as const) : (['vi', 'Tiếng Việt'] as const)
  const isComing = awaited === 'coming'
  return <Button kind="quiet" lang={other} busy={isComing} onClick={() => choose(other)}>{isComing ? 'Loading…' : word}</Button>
}
