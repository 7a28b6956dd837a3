import type { ReactNode } from 'react'
import { useScreenTitle } from '../parts/Bar'
import { Icon } from '../parts/Icon'

/** Screens before the book is open: the mark, a title, one column. */
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
        </div>
        {children}
      </main>
    </div>
  )
}
