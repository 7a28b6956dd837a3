import { useEffect, type ReactNode } from 'react'
import { useServices } from '../../services'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { useScreenTitle } from './Bar'
import { SideBar, type DeskPlace } from './SideBar'
import { SyncChip } from './SyncChip'
import { UpdateOffer } from './UpdateOffer'

interface DeskPageProps {
  readonly title: string
  readonly sub?: ReactNode
  readonly current: DeskPlace
  /** Buttons to the right of the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/**
 * One desk screen: side bar, head with the sync chip, content. Administrators hold no records, so they get no chip. On a narrow
 * screen the side bar is on top.
 */
export function DeskPage({ title, sub, current, actions, children }: DeskPageProps) {
  const t = useText(partTexts)
  const { holder } = useServices()
  const heading = useScreenTitle()
  useDeskDensity()
  return (
    <div className="desk">
      <button type="button" className="to-main" onClick={() => document.getElementById('main')?.focus()}>{t.toMain}</button>
      <SideBar current={current} />
      <main id="main" tabIndex={-1} className="dmain">
        <div className="dhead">
          <h1 ref={heading} tabIndex={-1}>{title}{sub && <> <span className="mut dsub">{sub}</span></>}</h1>
          {actions}
          {holder.role !== 'admin' && <SyncChip />}
        </div>
        {current !== 'cua-toi' && <UpdateOffer />}
        {children}
      </main>
    </div>
  )
}

/** Smaller targets, but only with a mouse and a wide screen. */
function useDeskDensity(): void {
  useEffect(() => {
    if (typeof matchMedia !== 'function' || !matchMedia('(min-width: 64em) and (pointer: fine)').matches) return
    document.documentElement.dataset.density = 'desk'
    return () => {
      delete document.documentElement.dataset.density
    }
  }, [])
}
