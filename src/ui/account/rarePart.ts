import { lazy, type ComponentType } from 'react'

type RareParts = typeof import('./rareParts')

/** A lazy part from `rareParts`. If it cannot be fetched, it draws nothing: a rarely needed part must keep nobody out of their book. */
export function rarePart<P extends object>(choose: (parts: RareParts) => ComponentType<P>) {
  return lazy(() => import('./rareParts').then((parts) => ({ default: choose(parts) }), () => ({ default: Nothing })))
}

const Nothing = (): null => null
