import type { User } from '../../../protocol/api'
import type { Hamlet } from '../../../protocol/messages'
import { Pill } from '../../parts/Pill'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { momentWords } from '../../text/moments'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { useAreaWords } from './useAreaWords'

interface UserTableProps {
  readonly users: readonly User[]
  readonly hamlets: readonly Hamlet[]
  readonly currentId: string | null
  readonly onChoose: (id: string) => void
}

/** The accounts, one per line. The name opens the account's panel. */
export function UserTable({ users, hamlets, currentId, onChoose }: UserTableProps) {
  const t = useText(adminTexts)
  const parts = useText(partTexts)
  const { now } = useServices()
  const words = useAreaWords(hamlets)
  return (
    <div className="tw">
      <table className="tb">
        <caption className="vh">{t.users.caption}</caption>
        <thead>
          <tr><th scope="col">{t.users.name}</th><th scope="col" className="wrap">{t.users.username}</th><th scope="col">{t.users.role}</th><th scope="col">{t.users.area}</th><th scope="col" className="wrap">{t.users.seen}</th><th scope="col">{t.users.state}</th></tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id} data-row aria-selected={user.id === currentId} onClick={() => onChoose(user.id)}>
              <td className="nw"><button type="button" className="link b" aria-expanded={user.id === currentId} onClick={() => onChoose(user.id)}>{user.name}</button></td>
              <td className="nw">{user.username}</td>
              <td>{parts.role[user.role]}</td>
              <td>{words(user.areas)}</td>
              <td className="nw">{user.lastSeenAt ? momentWords(user.lastSeenAt, now()) : <span className="mut">{t.never}</span>}</td>
              <td><Pill state={user.disabled ? 'none' : 'accepted'} text={user.disabled ? t.users.disabled : t.users.active} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
