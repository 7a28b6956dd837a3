import type { ReactNode } from 'react'

interface TagProps {
  readonly pressed: boolean
  readonly onClick: () => void
  readonly count?: number
  readonly children: ReactNode
}

/** A filter that is on or off, with the number of items it would show. */
export function Tag({ pressed, onClick, count, children }: TagProps) {
  return (
    <button type="button" className="tag" aria-pressed={pressed} onClick={onClick}>
      {children}{count !== undefined && ` ${count}`}
    </button>
  )
}
