import { useState } from 'react'
import type { User } from '../../../protocol/api'
import { Button } from '../../parts/Button'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { useText } from '../../text/useText'
import { ConfirmDialog } from '../ConfirmDialog'
import { FailureBox } from '../FailureBox'
import { useAction } from '../useAction'
import type { FreshPassword } from './PasswordDialog'

interface UserActionsProps {
  readonly user: User
  /** Called after an action: the list must be loaded again, and `words` say what happened. */
  readonly onDone: (words: string) => void
  readonly onPassword: (fresh: FreshPassword) => void
}

/** Disables or enables an account, resets its password, signs it out everywhere. All but enabling ask first and say what stays safe. */
export function UserActions({ user, onDone, onPassword }: UserActionsProps) {
  const t = useText(adminTexts)
  const { remote, holder } = useServices()
  const [asked, setAsked] = useState<'disable' | 'reset' | 'signOut' | null>(null)
  const close = (): void => setAsked(null)
  const done = (words: string): void => {
    close()
    onDone(words)
  }
  const { busy, failure, run } = useAction()
  const enable = (): void => void run(() => remote.updateUser(user.id, { disabled: false }), () => onDone(t.user.enabledDone(user.name)))
  // Nobody can lock themselves out: another administrator must disable or reset this account.
  const isSelf = user.id === holder.userId
  return (
    <div className="fx" role="group" aria-label={t.user.more}>
      {!isSelf && (user.disabled ? <Button busy={busy} onClick={enable}>{t.user.enable}</Button> : <Button kind="dan" onClick={() => setAsked('disable')}>{t.user.disable}</Button>)}
      {!isSelf && <Button onClick={() => setAsked('reset')}>{t.user.reset}</Button>}
      <Button onClick={() => setAsked('signOut')}>{t.user.signOut}</Button>
      <FailureBox failure={failure} />
      {asked === 'disable' && <ConfirmDialog title={t.user.disableTitle(user.name)} words={t.user.disableWords} doIt={t.user.disable} ask={() => remote.updateUser(user.id, { disabled: true })} onDone={() => done(t.user.disabledDone(user.name))} onClose={close} />}
      {asked === 'reset' && (
        <ConfirmDialog
          title={t.user.resetTitle(user.name)} words={t.user.resetWords} doIt={t.user.reset} ask={() => remote.resetPassword(user.id)}
          onDone={({ password }) => { close(); onPassword({ name: user.name, username: user.username, password }) }} onClose={close}
        />
      )}
      {asked === 'signOut' && <ConfirmDialog title={t.user.signOutTitle(user.name)} words={t.user.signOutWords} doIt={t.user.signOut} ask={() => remote.signOutEverywhere(user.id)} onDone={() => done(t.user.signedOut(user.name))} onClose={close} />}
    </div>
  )
}
