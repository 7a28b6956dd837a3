import { Box } from '../parts/Box'
import { useServices } from '../services'
import { formTexts } from '../text/form'
import { momentWords } from '../text/moments'
import { useText } from '../text/useText'

/** What the supervisor wrote at a question. */
export function NoteBox({ note }: { readonly note: { readonly text: string; readonly by: string; readonly at: string } }) {
  const t = useText(formTexts)
  const { ledger, now } = useServices()
  const people = ledger.communes.flatMap((commune) => ledger.context(commune)?.people ?? [])
  const who = people.find((person) => person.id === note.by)?.name ?? t.somebody
  return (
    <Box kind="ret" icon="note">
      <p className="sm"><b>{t.note(who, momentWords(note.at, now()))}</b></p>
      <p>{note.text}</p>
    </Box>
  )
}
