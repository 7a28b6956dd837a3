import type { ReactNode } from 'react'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Bar, type BarProps } from './Bar'
import { BottomNav, type PhonePlace } from './BottomNav'
import { UpdateOffer } from './UpdateOffer'

interface PhonePageProps extends BarProps {
  /** Which of the four places of the bottom bar this screen is; absent = no bottom bar. */
  readonly nav?: PhonePlace
  /** Buttons at the bottom, within reach of the thumb. They replace the bottom bar. */
  readonly foot?: ReactNode
  /** No padding: lists run from edge to edge. */
  readonly flush?: boolean
  readonly children: ReactNode
}

/** One phone screen: bar, content, and a foot or the bottom bar. */
export function PhonePage({ nav, foot, flush = false, children, ...bar }: PhonePageProps) {
  const t = useText(partTexts)
  return (
    <div className="app">
      <button type="button" className="to-main" onClick={() => document.getElementById('main')?.focus()}>{t.toMain}</button>
      <Bar {...bar} />
      <main id="main" tabIndex={-1} className={`main${flush ? ' flush' : ''}`}>{nav && nav !== 'cua-toi' && !foot && <UpdateOffer />}{children}</main>
      {foot ? <footer className="foot">{foot}</footer> : nav && <BottomNav current={nav} />}
    </div>
  )
}
