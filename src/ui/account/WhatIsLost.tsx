import type { Losses } from '../../storage/vaultTypes'
import { Box } from '../parts/Box'
import { lossTexts } from '../text/losses'
import { useText } from '../text/useText'

const kinds = ['drafts', 'photos', 'troubled', 'notes'] as const

/** Counts and names what erasing a book takes for good; says nothing where that is nothing. */
export function WhatIsLost({ losses }: { readonly losses: Losses }) {
  const t = useText(lossTexts)
  const lost = kinds.filter((kind) => losses[kind] > 0)
  if (lost.length === 0) return null
  return (
    <Box kind="warn" icon="alert" title={t.title}>
      <ul>{lost.map((kind) => <li key={kind}>{t.of[kind](losses[kind])}</li>)}</ul>
    </Box>
  )
}
