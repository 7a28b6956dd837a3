import { lazy, type ComponentType } from 'react'

type RareParts = typeof import('./rareParts')

/** Nothing where it cannot be fetched: what hardly anybody needs keeps nobody out of their book. */
export function rarePart<P extends object>(choose: (parts: RareParts) => ComponentType<P>) {
  return lazy(() => import('./rareParts').then((parts) => ({ default: choose(parts) }), () => ({ default: Nothing })))
}

const Nothing = (): null => null
