import { Link } from 'wouter'
import type { Role } from '../../../domain/access'
import { waitsForReview } from '../../../domain/records/cards/card'
import { useServices } from '../../services'
import { openRequests } from '../../requests/openRequests'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { Icon } from '../Icon'
import type { IconName } from '../iconPaths'
import { useCards } from '../reading/useCards'
import { useSyncState } from '../reading/useSyncState'

export type DeskPlace = 'kiem-tra' | 'dot' | 'so' | 'yeu-cau' | 'tien-do' | 'dong-bo' | 'cua-toi' | 'nhap-tep' | 'nguoi-dung' | 'may' | 'thon-ban' | 'ky-dieu-tra'

/** The places of each role. A place that is not allowed is absent, not grey. */
const deskPlaces: { readonly [role in Role]: readonly DeskPlace[] } = {
  member: [],
  officer: [],
  supervisor: ['kiem-tra', 'dot', 'so', 'yeu-cau', 'tien-do', 'dong-bo', 'cua-toi'],
  admin: ['nhap-tep', 'nguoi-dung', 'may', 'thon-ban', 'ky-dieu-tra', 'cua-toi'],
}

const looks = {
  'kiem-tra': ['todo', 'kiemTra'], dot: ['tray', 'dot'], so: ['home', 'so'], 'yeu-cau': ['ret', 'yeuCau'], 'tien-do': ['chart', 'tienDo'], 'dong-bo': ['sync', 'dongBo'],
  'cua-toi': ['user', 'cuaToi'], 'nhap-tep': ['file', 'nhapTep'], 'nguoi-dung': ['users', 'nguoiDung'], may: ['dev', 'may'], 'thon-ban': ['home', 'thonBan'],
  'ky-dieu-tra': ['cal', 'kyDieuTra'],
} as const satisfies { readonly [place in DeskPlace]: readonly [IconName, string] }

/** Side bar of the desk: places by role, with counts, and who is signed in. */
export function SideBar({ current }: { readonly current: DeskPlace }) {
  const t = useText(partTexts)
  const { holder } = useServices()
  const cards = useCards()
  const { waiting } = useSyncState()
  const counts: { readonly [place in DeskPlace]?: number } = { 'kiem-tra': cards.filter(waitsForReview).length, 'yeu-cau': openRequests(cards).length, 'dong-bo': waiting }
  return (
    <nav className="side" aria-label={t.main}>
      <div className="logo">
        <Icon name="book" />
        <span>{t.appName}<small>{holder.communes.map((commune) => commune.name).join(', ')}</small></span>
      </div>
      {deskPlaces[holder.role].map((place) => (
        <Link key={place} href={`/${place}`} aria-current={place === current ? 'page' : undefined}>
          <Icon name={looks[place][0]} />
          {t.nav[looks[place][1]]}
          {(counts[place] ?? 0) > 0 && <span className="n">{counts[place]}</span>}
        </Link>
      ))}
      <div className="me"><b>{holder.name}</b><br />{t.role[holder.role]}</div>
    </nav>
  )
}
