import type { ReactNode } from 'react'

/** A polite live region: a screen reader reads new content when it is free. `hidden` = only for screen readers. */
export function Status({ children, hidden = false }: { readonly children?: ReactNode; readonly hidden?: boolean }) {
  return <div role="status" className={hidden ? 'vh' : undefined}>{children}</div>
}
