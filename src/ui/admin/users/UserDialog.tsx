import { useState } from 'react'
import { roles, type Role } from '../../../domain/access'
import type { User } from '../../../protocol/api'
import type { Hamlet } from '../../../protocol/messages'
import { SelectField } from '../../parts/fields/SelectField'
import { TextField } from '../../parts/fields/TextField'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { partTexts } from '../../text/parts'
import { useText } from '../../text/useText'
import { FailureBox } from '../FailureBox'
import { FormDialog } from '../FormDialog'
import { useAction } from '../useAction'
import { useCommune } from '../useCommune'
import { AreaFields } from './AreaFields'
import { MOST_OF_USERNAME, suggestUsername, tidyUsername } from './suggestUsername'
import { areasToSend, changeOf, draftOf, nameToSend, problemsOf, withRole, type UserDraft, type UserProblem } from './userDraft'

interface UserDialogProps {
  /** `null` = a new account. */
  readonly user: User | null
  readonly hamlets: readonly Hamlet[]
  readonly onCreated: (user: User, password: string) => void
  readonly onSaved: (user: User) => void
  /** The account was changed by somebody else meanwhile: the list must be loaded again. */
  readonly onChangedSince: () => void
  readonly onClose: () => void
}

/** Name, role and areas of an account. A new account also gets its user name here, and its password from the server. */
export function UserDialog({ user, hamlets, onCreated, onSaved, onChangedSince, onClose }: UserDialogProps) {
  const t = useText(adminTexts)
  const parts = useText(partTexts)
  const { remote } = useServices()
  const { code: commune } = useCommune()
  const { busy, failure, run } = useAction()
  const [draft, setDraft] = useState<UserDraft>(() => draftOf(user, commune))
  const [hasOwnUsername, setHasOwnUsername] = useState(user !== null)
  const [problems, setProblems] = useState<readonly UserProblem[]>([])
  const isTaken = failure?.error === 'taken'
  const errorOf = (problem: UserProblem): string | undefined => (problems.includes(problem) ? t.user.errors[problem] : undefined)
  const tidy = (): UserDraft => {
    const tidied = { ...draft, username: tidyUsername(draft.username) }
    setDraft(tidied)
    return tidied
  }
  const save = (): void => {
    const tidied = tidy()
    const found = problemsOf(tidied, user === null)
    setProblems(found)
    if (found.length > 0) return
    const { username, role, areas } = tidied
    if (user) void run(() => remote.updateUser(user.id, changeOf(user, tidied) ?? {}), onSaved)
    else void run(() => remote.createUser({ username, name: nameToSend(tidied), role, areas: areasToSend(areas) }), (made) => onCreated(made.user, made.password))
  }
  const setName = (name: string): void => setDraft({ ...draft, name, username: hasOwnUsername ? draft.username : suggestUsername(name) })
  return (
    <FormDialog
      title={user ? t.user.editTitle(user.name) : t.user.addTitle} {...(!user && { doIt: t.user.create })} busy={busy} off={user !== null && changeOf(user, draft) === null}
      onSave={save} onClose={failure?.error === 'changedSince' ? onChangedSince : onClose}
    >
      <TextField label={t.users.name} value={draft.name} onChange={setName} error={errorOf('name')} autoComplete="off" />
      {!user && (
        <TextField
          label={t.users.username} hint={t.user.usernameHint} value={draft.username} autoComplete="off" spellCheck={false} autoCapitalize="none" maxLength={MOST_OF_USERNAME}
          error={isTaken ? t.user.errors.taken : errorOf('noUsername') ?? errorOf('shortUsername') ?? errorOf('strangeUsername')}
          onChange={(username) => { setHasOwnUsername(true); setDraft({ ...draft, username }) }} onBlur={tidy}
        />
      )}
      <SelectField
        label={t.user.role} hint={t.user.roleHint[draft.role]} value={draft.role} onChange={(role) => setDraft(withRole(draft, role as Role))}
        options={roles.map((role) => ({ value: role, label: parts.role[role] }))}
      />
      <AreaFields role={draft.role} commune={commune} hamlets={hamlets} areas={draft.areas} onChange={(areas) => setDraft({ ...draft, areas })} error={errorOf('hamlets') ?? errorOf('communes')} />
      {!isTaken && <FailureBox failure={failure} />}
    </FormDialog>
  )
}
