import type { ReactNode } from 'react'
import { Icon } from './Icon'
import type { IconName } from './iconPaths'

interface BoxProps {
  readonly kind?: 'warn' | 'err' | 'ok' | 'ret'
  readonly icon: IconName
  readonly title?: string
  /** `alert` interrupts a screen reader: only for what stops the work. */
  readonly role?: 'alert' | 'status'
  readonly children?: ReactNode
}

/** A message on a tinted background. */
export function Box({ kind, icon, title, role, children }: BoxProps) {
  return (
    <div className={`box${kind ? ` ${kind}` : ''}`} role={role}>
      <Icon name={icon} />
      <div>
        {title && <p className="b">{title}</p>}
        {children}
      </div>
    </div>
  )
}
