import type { ReactNode } from 'react'
import { Icon } from '../Icon'
import type { IconName } from '../iconPaths'

/** Says that there is nothing here, and offers the next thing to do. */
export function Empty({ icon, title, children }: { readonly icon: IconName; readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p className="b">{title}</p>
      {children}
    </div>
  )
}
