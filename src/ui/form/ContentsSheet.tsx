import { isQuestion, whyGroupNotAsked } from '../../domain/forms/asking/ask'
import type { Finding } from '../../domain/forms/checking/finding'
import type { Group } from '../../domain/forms/form'
import { fieldLabel, whyWords } from '../../domain/forms/wording/words'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { Sheet } from '../parts/frame/Sheet'
import { formTexts } from '../text/form'
import { useLanguage } from '../text/language'
import { useText } from '../text/useText'
import { groupLabel, shownGroups } from './groups'
import type { FormSession } from './filling/useFormSession'
import { offeredIn } from './filling/useTold'

interface ContentsProps {
  readonly session: FormSession
  /** The parts that are asked now. Only these are numbered. */
  readonly open: readonly Group[]
  readonly current: string
  readonly onGo: (group: Group) => void
  readonly onClose: () => void
  readonly onDiscard: () => void
  /** Called after the last answer was taken back, with its field. */
  readonly onUndone: (field: string) => void
}

/** All parts of the form: which are done, what is missing in each, and which are not asked and why. */
export function ContentsSheet({ session, open, current, onGo, onClose, onDiscard, onUndone }: ContentsProps) {
  const t = useText(formTexts)
  const { language } = useLanguage()
  const found = session.notice()
  const last = session.lastAnswered()
  const field = last === null ? undefined : session.form.fields[last]
  const undo = (): void => {
    if (last === null) return
    session.undo()
    onUndone(last)
  }
  return (
    <Sheet title={t.contents} onClose={onClose}>
      <ol className="toc">
        {shownGroups(session.form, found).map((group) => <Line key={group.id} session={session} found={found} group={group} place={open.indexOf(group) + 1} isCurrent={group.id === current} onGo={() => onGo(group)} />)}
      </ol>
      <div className="in-pad st2">
        {field && <Button wide icon="ret" onClick={undo}>{t.undoLast(fieldLabel(field, language, true))}</Button>}
        <Button kind="quiet" onClick={onDiscard}>{t.discard}</Button>
      </div>
    </Sheet>
  )
}

function Line({ session, found, group, place, isCurrent, onGo }: { readonly session: FormSession; readonly found: readonly Finding[]; readonly group: Group; readonly place: number; readonly isCurrent: boolean; readonly onGo: () => void }) {
  const t = useText(formTexts)
  const { language } = useLanguage()
  const { form, answers } = session
  const why = whyGroupNotAsked(form, answers(), group)
  const offered = offeredIn(session.known.told, session.asked, group).length
  const errors = found.filter((finding) => finding.severity === 'error' && group.fields.includes(finding.field)).length
  const isTouched = group.fields.some((name) => isQuestion(form.fields[name]) && answers()[name] !== undefined)
  const isDone = isTouched && errors + offered === 0
  if (why) {
    const words = whyWords(form, why, language)
    return (
      <li className="off">
        <span className="dot z" aria-hidden="true">–</span>
        {/* Struck out means "never asked". A part that may still be asked is not struck out. */}
        {why.answer === undefined
          ? <span>{groupLabel(group, language)}<small>{t.notKnown(words)}</small></span>
          : <span><s>{groupLabel(group, language)}</s><small>{t.notAsked(words)}</small></span>}
      </li>
    )
  }
  return (
    <li>
      <button type="button" className="toc-b" aria-current={isCurrent ? 'step' : undefined} onClick={onGo}>
        <span className={`dot ${isCurrent ? 'c' : isDone ? 'd' : ''}`} aria-hidden="true">{isDone && !isCurrent ? <Icon name="check" small /> : place}</span>
        <span><b>{groupLabel(group, language)}</b><small>{[errors > 0 && t.missing(errors), offered > 0 && t.toConfirm(offered)].filter(Boolean).join(', ') || (isTouched ? t.done : t.untouched)}</small></span>
        <Icon name="next" />
      </button>
    </li>
  )
}
