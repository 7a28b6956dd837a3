import { useCallback, useState, type ReactNode } from 'react'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/frame/Dialog'
import { useServices } from '../services'
import { reviewTexts } from '../text/review'
import { useText } from '../text/useText'

interface Asked {
  readonly count: number
  readonly answer: (mayEnd: boolean) => void
}

/** Accepting a form discards the notes being written on it. If there are any, `mayEndNotes` asks the supervisor first, in the dialog `question`. */
export function useNotesQuestion(): { readonly mayEndNotes: (record: string) => Promise<boolean>; readonly question: ReactNode } {
  const { ledger } = useServices()
  const [asked, setAsked] = useState<Asked | null>(null)
  const mayEndNotes = useCallback(async (record: string): Promise<boolean> => {
    const count = Object.keys(await ledger.findNotes(record)).length
    if (count === 0) return true
    const may = await new Promise<boolean>((answer) => setAsked({ count, answer }))
    setAsked(null)
    return may
  }, [ledger])
  return { mayEndNotes, question: asked && <NotesQuestion {...asked} /> }
}

function NotesQuestion({ count, answer }: Asked) {
  const t = useText(reviewTexts)
  return (
    <Dialog
      title={t.endNotes.title(count)} onClose={() => answer(false)}
      actions={<><Button kind="pri" onClick={() => answer(false)}>{t.endNotes.keep}</Button><Button kind="dan" onClick={() => answer(true)}>{t.endNotes.accept}</Button></>}
    >
      <p>{t.endNotes.help}</p>
    </Dialog>
  )
}
