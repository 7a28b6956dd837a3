import { useState } from 'react'
import type { Platform } from '../../src/ui/platform'
import ReviewRoutes from '../../src/ui/review/ReviewRoutes'
import { appWorld, Around } from './appWorld'

/** The supervisor's screens. */
export function Desk({ platform = {} }: { readonly platform?: Partial<Platform> }) {
  const [outside] = useState(() => appWorld({ platform }).outside)
  return <Around outside={outside}><ReviewRoutes /></Around>
}
