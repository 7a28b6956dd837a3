import { useState } from 'react'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/frame/Dialog'
import { Kv } from '../../parts/Kv'
import { adminTexts } from '../../text/admin'
import { useText } from '../../text/useText'

export interface FreshPassword {
  readonly name: string
  readonly username: string
  readonly password: string
}

/** Shows a generated password, only this once: the server keeps only its hash. It closes when the administrator confirms that it is written down. */
export function PasswordDialog({ fresh, onClose }: { readonly fresh: FreshPassword; readonly onClose: () => void }) {
  const t = useText(adminTexts)
  const [isCopied, setCopied] = useState<boolean | null>(null)
  const copy = async (): Promise<void> => setCopied(await navigator.clipboard.writeText(fresh.password).then(() => true, () => false))
  return (
    <Dialog
      title={t.password.title(fresh.name)}
      actions={<>{'clipboard' in navigator && <Button onClick={() => void copy()}>{t.password.copy}</Button>}<Button kind="pri" onClick={onClose}>{t.password.done}</Button></>}
    >
      <p>{t.password.words}</p>
      {isCopied === false && <Box kind="err" icon="stop" role="alert" title={t.password.notCopied} />}
      {isCopied && <Box kind="ok" icon="check" role="status" title={t.password.copied} />}
      <Kv rows={[[t.password.username, <code key="u" className="secret">{fresh.username}</code>], [t.password.password, <code key="p" className="secret">{fresh.password}</code>]]} />
    </Dialog>
  )
}
