import type { Card } from '../../../domain/records/cards/card'
import { Box } from '../../parts/Box'
import { LinkButton } from '../../parts/LinkButton'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'

/** Says of a household or person that was set aside which record it is now; nothing of the others. */
export function MergedBox({ card: { kind, sameAs } }: { readonly card: Card }) {
  const t = useText(requestTexts)
  if (sameAs === undefined) return null
  return <Box kind="warn" icon="users" title={t.merged}><LinkButton to={`${kind === 'household' ? '/ho' : '/nguoi'}/${sameAs}`}>{t.openMerged}</LinkButton></Box>
}
