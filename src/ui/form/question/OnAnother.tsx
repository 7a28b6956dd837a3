import { Link } from 'wouter'
import { Icon } from '../../parts/Icon'

interface OnAnotherProps {
  readonly words: string
  /** Page of the other one. */
  readonly to: string
  readonly name: string
}

/** What is being typed is written down for another already: said at once, with the way there. Never a stop. */
export function OnAnother({ words, to, name }: OnAnotherProps) {
  return (
    <p className="chk warn" role="status">
      <Icon name="alert" small />
      <span>{words}: <Link href={to}>{name}</Link></span>
    </p>
  )
}
