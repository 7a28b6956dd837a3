import { mayReadHivGroups } from '../../../domain/access'
import type { AnswerValue } from '../../../domain/forms/answers'
import { namesHivGroup } from '../../../domain/forms/subjects/hivGroups'
import { useServices } from '../../services'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'

/** Who mends what is kept from whoever fills the form: without it a note there would be a dead end. */
export function KeptHelp() {
  const { keptHelp } = useText(formTexts)
  return <p className="sm">{keptHelp}</p>
}

/** The same, of a question some of whose lines are kept. */
export function KeptRowsHelp({ rows }: { readonly rows: AnswerValue | undefined }) {
  const { holder } = useServices()
  return !mayReadHivGroups(holder.role) && namesHivGroup(rows) ? <KeptHelp /> : null
}
