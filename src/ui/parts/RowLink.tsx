import type { MouseEvent, ReactNode } from 'react'
import { useRouter } from 'wouter'

export type Go = (to: string) => void

interface RowLinkProps {
  /** Route inside the app, e.g. `/viec`. */
  readonly to: string
  /** The router's navigate function. The screen gets it once for all its rows. */
  readonly go: Go
  readonly children: ReactNode
}

/**
 * A row that links to a screen. Unlike the router's own `Link` it does not listen to the location. On a long list every `Link` would, and would
 * be drawn again at each navigation.
 */
export function RowLink({ to, go, children }: RowLinkProps) {
  const { hrefs } = useRouter()
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(to)
  }
  return <a className="row" href={hrefs(to)} onClick={follow}>{children}</a>
}
