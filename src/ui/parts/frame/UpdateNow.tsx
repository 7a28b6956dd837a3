import { useState, type ReactNode } from 'react'
import type { Platform } from '../../platform'
import { updateTexts } from '../../text/update'
import { useText } from '../../text/useText'
import { Button } from '../Button'

/** A button that switches to the newest version. While a form is open in another window it says so instead. */
export function UpdateNow({ update, children }: Pick<Platform, 'update'> & { readonly children?: ReactNode }) {
  const t = useText(updateTexts)
  const [state, setState] = useState<'ready' | 'busy' | 'formOpen'>('ready')
  const apply = async (): Promise<void> => {
    setState('busy')
    setState((await update.apply()) ? 'ready' : 'formOpen')
  }
  return (
    <>
      <div className="fx box-a"><Button busy={state === 'busy'} onClick={() => void apply()}>{t.updateNow}</Button>{children}</div>
      <div role="status">{state === 'formOpen' && <p className="sm">{t.formOpen}</p>}</div>
    </>
  )
}
