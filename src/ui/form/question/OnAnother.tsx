import { Link } from 'wouter'
import { Icon } from '../../parts/Icon'

interface OnAnotherProps {
  readonly words: string
  /** Page of the other record. */
  readonly to: string
  readonly name: string
}

/** Tells at once that another record already has the typed value, with a link to it. It never stops anything. */
export function OnAnother({ words, to, name }: OnAnotherProps) {
  return (
    <p className="chk warn" role="status">
      <Icon name="alert" small />
      <span>{words}: <Link href={to}>{name}</Link></span>
    </p>
  )
}
