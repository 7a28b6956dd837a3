import { Box } from '../../parts/Box'
import { useServices } from '../../services'
import { formTexts } from '../../text/form'
import { momentWords } from '../../text/moments'
import { useText } from '../../text/useText'

interface NoteBoxProps {
  readonly note: { readonly text: string; readonly by: string; readonly at: string }
  /** Label of the question, if the note is not shown at the question. */
  readonly about?: string
}

/** A note by the supervisor on one question. */
export function NoteBox({ note, about }: NoteBoxProps) {
  const t = useText(formTexts)
  const { ledger, now } = useServices()
  const people = ledger.communes.flatMap((commune) => ledger.context(commune)?.people ?? [])
  const who = people.find((person) => person.id === note.by)?.name ?? t.somebody
  return (
    <Box kind="ret" icon="note">
      <p className="sm"><b>{t.note(who, momentWords(note.at, now()))}</b></p>
      {about && <p className="sm">{t.noteAbout(about)}</p>}
      <p>{note.text}</p>
    </Box>
  )
}
