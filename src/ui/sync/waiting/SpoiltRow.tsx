import { Link } from 'wouter'
import { AskFirst, type AskFirstProps } from '../../parts/AskFirst'
import { Icon } from '../../parts/Icon'
import { useServices } from '../../services'

interface SpoiltRowProps {
  readonly record: string
  /** Says what is spoilt and what to do. */
  readonly words: string
  /** Absent = it leaves the device by itself. */
  readonly letGo?: AskFirstProps
}

/** One spoilt thing: a link to its record, where it can be done again, and a button to let go of it. */
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
