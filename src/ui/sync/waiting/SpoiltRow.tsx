import { Link } from 'wouter'
import { AskFirst, type AskFirstProps } from '../../parts/AskFirst'
import { Icon } from '../../parts/Icon'
import { useServices } from '../../services'

interface SpoiltRowProps {
  readonly record: string
  /** What it is and what is to be done. */
  readonly words: string
  /** Absent = it leaves by itself. */
  readonly letGo?: AskFirstProps
}

/** Something that cannot be read any more: the way to its record, where it is done again, and one to be rid of it. */
export function SpoiltRow({ record, words, letGo }: SpoiltRowProps) {
  const { holder } = useServices()
  return (
    <li>
      <Link className="row" href={holder.role === 'supervisor' ? `/kiem-tra/${record}` : `/phieu/${record}`}>
        <div className="t md">{words}</div>
        <Icon name="next" />
      </Link>
      {letGo && <div className="pad fx"><AskFirst {...letGo} /></div>}
    </li>
  )
}
