import type { FormDefinition } from '../../../domain/forms/form'
import type { Hold } from '../../../domain/records/record'
import { useFieldLabel } from '../../answers/useFieldLabel'
import { Box } from '../../parts/Box'
import { LinkButton } from '../../parts/LinkButton'
import { useServices } from '../../services'
import { momentWords } from '../../text/moments'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { useDirectory } from '../useDirectory'

/** The held values of a record, with a link to the conflict screen, where a person chooses. */
export function HoldsBox({ form, id, holds }: { readonly form: FormDefinition; readonly id: string; readonly holds: readonly Hold[] }) {
  const t = useText(reviewTexts)
  const { now } = useServices()
  const directory = useDirectory()
  const labelOf = useFieldLabel(form)
  if (holds.length === 0) return null
  return (
    <Box kind="err" icon="stop" title={t.record.holds(holds.length)}>
      <ul className="sm">
        {holds.map((hold) => (
          <li key={hold.id}><b>{labelOf(hold.field)}</b>: {t.record.holdBy(directory.personName(hold.by), momentWords(hold.at, now()))}</li>
        ))}
      </ul>
      <p className="gap-t"><LinkButton to={`/xung-dot/${id}`}>{t.record.openHolds}</LinkButton></p>
    </Box>
  )
}
