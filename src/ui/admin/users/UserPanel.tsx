import type { User } from '../../../protocol/api'
import type { Hamlet } from '../../../protocol/messages'
import { Button } from '../../parts/Button'
import { Kv } from '../../parts/Kv'
import { adminTexts } from '../../text/admin'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import type { FreshPassword } from './PasswordDialog'
import { useAreaWords } from './useAreaWords'
import { UserActions } from './UserActions'

interface UserPanelProps {
  readonly user: User
  readonly hamlets: readonly Hamlet[]
  readonly onEdit: () => void
  readonly onDone: (words: string) => void
  readonly onPassword: (fresh: FreshPassword) => void
}

/** One account and what can be done with it. */
export function UserPanel({ user, hamlets, onEdit, onDone, onPassword }: UserPanelProps) {
  const t = useText(adminTexts)
  const parts = useText(partTexts)
  const words = useAreaWords(hamlets)
  return (
    <aside className="panel" aria-label={user.name}>
      <header><h2>{user.name}</h2></header>
      <div className="pb st">
        <Kv rows={[[t.users.username, user.username], [t.users.role, parts.role[user.role]], [t.users.area, words(user.areas)]]} />
        <Button icon="pencil" onClick={onEdit} aria-label={t.users.editOf(user.name)}>{t.users.edit}</Button>
      </div>
      <footer><UserActions user={user} onDone={onDone} onPassword={onPassword} /></footer>
    </aside>
  )
}
