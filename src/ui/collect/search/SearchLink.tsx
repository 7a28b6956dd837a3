import { Link } from 'wouter'
import { Icon } from '../../parts/Icon'
import { collectTexts } from '../../text/collect'
import { useText } from '../../text/useText'

/** Looks like the search box, opens the search screen with the keyboard up. */
export function SearchLink() {
  const t = useText(collectTexts)
  return <Link href="/tim" className="search search-l"><Icon name="search" /><span>{t.searchLabel}</span></Link>
}
