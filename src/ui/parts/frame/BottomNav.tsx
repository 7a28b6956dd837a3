import { Link } from 'wouter'
import { displayState } from '../../../domain/records/cards/card'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Icon } from '../Icon'
import type { IconName } from '../iconPaths'
import { useCards } from '../reading/useCards'
import { useSyncState } from '../reading/useSyncState'

export type PhonePlace = 'thon' | 'viec' | 'dong-bo' | 'cua-toi'

/** The four places of the phone. A red number counts what needs a person, an indigo number what the phone does by itself. */
export function BottomNav({ current }: { readonly current: PhonePlace }) {
  const t = useText(partTexts)
  const due = useCards().filter((card) => ['returned', 'action'].includes(displayState(card))).length
  const { waiting } = useSyncState()
  const places: readonly { place: PhonePlace; icon: IconName; words: string; count: number; act?: boolean }[] = [
    { place: 'thon', icon: 'home', words: t.nav.thon, count: 0 },
    { place: 'viec', icon: 'todo', words: t.nav.viec, count: due, act: true },
    { place: 'dong-bo', icon: 'sync', words: t.nav.dongBo, count: waiting },
    { place: 'cua-toi', icon: 'user', words: t.nav.cuaToi, count: 0 },
  ]
  return (
    <nav className="nav" aria-label={t.main}>
      {places.map(({ place, icon, words, count, act }) => (
        <Link key={place} href={`/${place}`} aria-current={place === current ? 'page' : undefined}>
          <Icon name={icon} />
          <span>{words}</span>
          {count > 0 && <span className={act ? 'n act' : 'n'}>{count > 99 ? '99+' : count}</span>}
        </Link>
      ))}
    </nav>
  )
}
