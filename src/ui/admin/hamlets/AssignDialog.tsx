import { useState } from 'react'
import { ok, type Result } from '../../../domain/result'
import type { User } from '../../../protocol/api'
import type { Hamlet } from '../../../protocol/messages'
import type { RemoteFailure } from '../../../remote/remote'
import { Checkbox } from '../../parts/fields/Checkbox'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { useText } from '../../text/useText'
import { FailureBox } from '../FailureBox'
import { FormDialog } from '../FormDialog'
import { useAction } from '../useAction'
import { useCommune } from '../useCommune'
import { areasToSend, seenOf } from '../users/userDraft'
import { withHamlet, worksIn } from './assignment'

interface AssignDialogProps {
  readonly hamlet: Hamlet
  readonly users: readonly User[]
  readonly onSaved: () => void
  /** An account was changed by somebody else meanwhile: the list must be loaded again. */
  readonly onChangedSince: () => void
  readonly onClose: () => void
}

/** Gives a hamlet to members or takes it back. A member's only hamlet cannot be taken: an account that is no longer needed is disabled instead. */
export function AssignDialog({ hamlet, users, onSaved, onChangedSince, onClose }: AssignDialogProps) {
  const t = useText(adminTexts)
  const { remote } = useServices()
  const { code } = useCommune()
  const { busy, failure, run } = useAction()
  const members = users.filter((user) => user.role === 'member' && !user.disabled)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(members.filter((user) => worksIn(user, hamlet.id)).map((user) => user.id)))
  const changed = members.filter((user) => worksIn(user, hamlet.id) !== chosen.has(user.id))
  const save = async (): Promise<Result<null, RemoteFailure>> => {
    for (const user of changed) {
      const areas = withHamlet(user.areas, code, hamlet.id, chosen.has(user.id))
      const answer = await remote.updateUser(user.id, { areas: areasToSend(areas), seen: seenOf(user) })
      if (!answer.ok) return answer
    }
    return ok(null)
  }
  const toggle = (id: string, isOn: boolean): void => setChosen((old) => new Set(isOn ? [...old, id] : [...old].filter((each) => each !== id)))
  return (
    <FormDialog title={t.hamlets.assignTitle(hamlet.name)} busy={busy} off={changed.length === 0} onSave={() => run(save, onSaved)} onClose={failure?.error === 'changedSince' ? onChangedSince : onClose}>
      <p className="sm mut">{members.length === 0 ? t.hamlets.noMembers : t.hamlets.assignHint}</p>
      <div className="opts">
        {members.map((user) => {
          const isOnly = worksIn(user, hamlet.id) && withHamlet(user.areas, code, hamlet.id, false).length === 0
          return <Checkbox key={user.id} label={user.name} hint={isOnly && t.hamlets.lastHamlet(user.name)} disabled={isOnly} checked={chosen.has(user.id)} onChange={(isOn) => toggle(user.id, isOn)} />
        })}
      </div>
      <FailureBox failure={failure} />
    </FormDialog>
  )
}
