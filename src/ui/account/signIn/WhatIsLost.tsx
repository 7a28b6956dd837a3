import type { Losses } from '../../../storage/vaultTypes'
import { Box } from '../../parts/Box'
import { lossTexts } from '../../text/losses'
import { useText } from '../../text/useText'

const kinds = ['drafts', 'photos', 'troubled', 'notes', 'untaken'] as const

/** Names and counts what erasing the book would lose for good. Draws nothing if that is nothing. */
export function WhatIsLost({ losses }: { readonly losses: Losses }) {
  const t = useText(lossTexts)
  const lost = useLossWords(losses)
  if (lost.length === 0) return null
  return (
    <Box kind="warn" icon="alert" title={t.title}>
      <ul>{lost.map((words) => <li key={words}>{words}</li>)}</ul>
    </Box>
  )
}

/** Words for each kind of loss with a count above 0. */
export function useLossWords(losses: Losses): readonly string[] {
  const { of } = useText(lossTexts)
  return kinds.filter((kind) => losses[kind] > 0).map((kind) => of[kind](losses[kind]))
}
