import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from 'wouter'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Icon } from '../Icon'
import { SyncChip } from './SyncChip'

export interface BarProps {
  readonly title: string
  readonly sub?: ReactNode
  /** Route of the screen before, or `history` for the screen the person came from. */
  readonly back?: string
  /** The arrow becomes a cross: leaving ends something. */
  readonly close?: boolean
  /** No sync chip: before the book is open there is nothing to sync. */
  readonly noChip?: boolean
}

/** Head of a phone screen. */
export function Bar({ title, sub, back, close = false, noChip = false }: BarProps) {
  const heading = useScreenTitle()
  return (
    <header className="bar">
      {back && <BackArrow to={back} close={close} />}
      <h1 ref={heading} tabIndex={-1}>
        {title}
        {sub && <small>{sub}</small>}
      </h1>
      {!noChip && <SyncChip short={Boolean(back)} inForm={close} />}
    </header>
  )
}

function BackArrow({ to, close }: { readonly to: string; readonly close: boolean }) {
  const t = useText(partTexts)
  const label = close ? t.close : t.back
  const icon = <Icon name={close ? 'x' : 'back'} />
  if (to === 'history') return <button type="button" className="ib" aria-label={label} onClick={() => history.back()}>{icon}</button>
  return <Link href={to} className="ib" aria-label={label}>{icon}</Link>
}

/**
 * Moves the focus to the heading when the screen is new, and when the focused element is removed: otherwise the next Tab would begin at the
 * top of the page. The tab title is only the app's name: browsers keep page titles in their history, and a heading is often a person's name.
 */
export function useScreenTitle() {
  const t = useText(partTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = t.appName
  }, [t])
  useEffect(() => {
    const page = heading.current?.closest('.app, .desk')
    if (!page) return
    const focus = (): void => heading.current?.focus({ preventScroll: true })
    if (!page.contains(document.activeElement)) focus()
    let last: EventTarget | null = null
    const remember = (event: Event): void => { last = event.target }
    const watch = new MutationObserver(() => {
      if (document.activeElement === document.body && last instanceof Node && !last.isConnected) focus()
    })
    page.addEventListener('focusin', remember)
    watch.observe(page, { childList: true, subtree: true })
    return () => {
      watch.disconnect()
      page.removeEventListener('focusin', remember)
    }
  }, [])
  return heading
}
