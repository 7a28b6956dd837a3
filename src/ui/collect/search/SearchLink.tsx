import { Link } from 'wouter'
import { Icon } from '../../parts/Icon'
import { collectTexts } from '../../text/collect'
import { useText } from '../../text/useText'

/** A link that looks like the search box. It opens the search screen with the keyboard shown. */
export function SearchLink() {
  const t = useText(collectTexts)
  return <Link href="/tim" className="search search-l"><Icon name="search" /><span>{t.searchLabel}</span></Link>
}
