import type { User } from '../../../protocol/api'
import type { Hamlet } from '../../../protocol/messages'
import { Button } from '../../parts/Button'
import { adminTexts } from '../../text/admin'
import { useNumberWords } from '../../text/useNumberWords'
import { useText } from '../../text/useText'
import { worksIn } from './assignment'

interface HamletTableProps {
  readonly hamlets: readonly Hamlet[]
  readonly users: readonly User[]
  readonly onEdit: (hamlet: Hamlet) => void
  readonly onAssign: (hamlet: Hamlet) => void
}

/** Hamlets with targets and the members who work in them. */
export function HamletTable({ hamlets, users, onEdit, onAssign }: HamletTableProps) {
  const t = useText(adminTexts)
  const numberWords = useNumberWords()
  const target = (count: number) => (count === 0 ? <span className="mut">{t.hamlets.noTarget}</span> : numberWords(count))
  return (
    <div className="tw">
      <table className="tb">
        <caption className="vh">{t.hamlets.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.hamlets.code}</th><th scope="col">{t.hamlets.name}</th><th scope="col" className="r">{t.hamlets.labour}</th><th scope="col" className="r">{t.hamlets.asxh}</th>
            <th scope="col">{t.hamlets.people}</th><th scope="col"><span className="vh">{t.hamlets.edit}</span></th>
          </tr>
        </thead>
        <tbody>
          {hamlets.map((hamlet) => {
            const members = users.filter((user) => !user.disabled && worksIn(user, hamlet.id))
            return (
              <tr key={hamlet.id}>
                <td className="nw">{hamlet.code}</td>
                <th scope="row">{hamlet.name}</th>
                <td className="r">{target(hamlet.labourTarget)}</td>
                <td className="r">{target(hamlet.asxhTarget)}</td>
                <td>{members.length === 0 ? <span className="mut">{t.hamlets.nobody}</span> : members.map((user) => user.name).join(', ')}</td>
                <td className="nw">
                  <Button kind="quiet" aria-label={t.hamlets.assignOf(hamlet.name)} onClick={() => onAssign(hamlet)}>{t.hamlets.assign}</Button>
                  <Button kind="quiet" aria-label={t.hamlets.editOf(hamlet.name)} onClick={() => onEdit(hamlet)}>{t.hamlets.edit}</Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
