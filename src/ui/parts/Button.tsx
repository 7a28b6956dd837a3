import type { ButtonHTMLAttributes } from 'react'
import { buttonClass, type ButtonLook } from './buttonClass'
import { Icon } from './Icon'
import type { IconName } from './iconPaths'

type ButtonProps = ButtonLook & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  readonly icon?: IconName
  /** Work is under way. The button stays focusable and ignores a second press. */
  readonly busy?: boolean
  /** Cannot be pressed yet; the label says why. It stays focusable so that the label can be read. */
  readonly off?: boolean
}

/** The app's standard button; `type="button"` by default. */
export function Button({ kind, large, wide, icon, busy = false, off = false, className, onClick, children, type = 'button', ...rest }: ButtonProps) {
  const dead = busy || off
  const look: ButtonLook = { ...(kind && { kind }), ...(large && { large }), ...(wide && { wide }) }
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(look, className)}
      aria-disabled={dead || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (dead) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy ? <Icon name="sync" spin /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
