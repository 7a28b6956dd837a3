import type { ReactNode } from 'react'

/** A polite live region: what appears inside is read out when the reader is free. `hidden` = for the ear only. */
export function Status({ children, hidden = false }: { readonly children?: ReactNode; readonly hidden?: boolean }) {
  return <div role="status" className={hidden ? 'vh' : undefined}>{children}</div>
}
