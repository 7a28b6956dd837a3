import type { Card } from '../../../domain/records/cards/card'
import { Box } from '../../parts/Box'
import { LinkButton } from '../../parts/LinkButton'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'

/** For a household or person that was set aside: a link to the record it is the same as. Empty for other records. */
export function MergedBox({ card: { kind, sameAs } }: { readonly card: Card }) {
  const t = useText(requestTexts)
  if (sameAs === undefined) return null
  return <Box kind="warn" icon="users" title={t.merged}><LinkButton to={`${kind === 'household' ? '/ho' : '/nguoi'}/${sameAs}`}>{t.openMerged}</LinkButton></Box>
}
