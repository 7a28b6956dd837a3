import type { DisplayState } from '../../domain/records/cards/card'
import { partTexts } from '../text/parts'
import { useText } from '../text/useText'
import { Icon } from './Icon'
import type { IconName } from './iconPaths'

export type PillState = DisplayState | 'warn'

const icons: { readonly [state in PillState]: IconName | null } = {
  none: null, draft: 'pencil', queued: 'tray', sent: 'check', returned: 'ret', accepted: 'checks', action: 'stop', live: null, warn: 'alert',
}

interface PillProps {
  readonly state: PillState
  /** Shown instead of the state's own word. */
  readonly text?: string
  /** Shown after the word: `Chờ gửi 3`. */
  readonly count?: number
}

/** The state of a record, shown by shape, word and lightness. */
export function Pill({ state, text, count }: PillProps) {
  const t = useText(partTexts)
  const words = text ?? t.state[state]
  const icon = icons[state]
  return (
    <span className={`pill p-${state === 'live' ? 'none' : state}`}>
      {icon && <Icon name={icon} small />}
      {count === undefined ? words : t.count(words, count)}
    </span>
  )
}
