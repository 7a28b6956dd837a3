import { mayReadHivGroups } from '../../../domain/access'
import type { AnswerValue } from '../../../domain/forms/answers'
import { namesHivGroup } from '../../../domain/forms/subjects/hivGroups'
import { useServices } from '../../services'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'

/** Says who can correct an answer that is hidden from the person filling the form. Without it a note there would be a dead end. */
export function KeptHelp() {
  const { keptHelp } = useText(formTexts)
  return <p className="sm">{keptHelp}</p>
}

/** The same help for a repeated group, if some of its lines are hidden from this person. */
export function KeptRowsHelp({ rows }: { readonly rows: AnswerValue | undefined }) {
  const { holder } = useServices()
  return !mayReadHivGroups(holder.role) && namesHivGroup(rows) ? <KeptHelp /> : null
}
