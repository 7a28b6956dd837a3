import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { buttonClass, type ButtonLook } from './buttonClass'
import { Icon } from './Icon'
import type { IconName } from './iconPaths'

interface LinkButtonProps extends ButtonLook {
  /** Route inside the app, e.g. `/viec`. */
  readonly to: string
  readonly icon?: IconName
  readonly className?: string
  readonly children: ReactNode
}

/** A link that looks like a button. */
export function LinkButton({ to, icon, children, className = '', ...look }: LinkButtonProps) {
  return (
    <Link href={to} className={buttonClass(look, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
