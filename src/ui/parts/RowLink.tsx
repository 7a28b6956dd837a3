import type { MouseEvent, ReactNode } from 'react'
import { useRouter } from 'wouter'

export type Go = (to: string) => void

interface RowLinkProps {
  /** Route inside the app, e.g. `/viec`. */
  readonly to: string
  /** The router's own, asked for once by the screen. */
  readonly go: Go
  readonly children: ReactNode
}

/** A row that leads somewhere. Unlike the router's own link it does not listen to where the app is: of a screen full of them each would, and be drawn anew at every step. */
export function RowLink({ to, go, children }: RowLinkProps) {
  const { hrefs } = useRouter()
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(to)
  }
  return <a className="row" href={hrefs(to)} onClick={follow}>{children}</a>
}
