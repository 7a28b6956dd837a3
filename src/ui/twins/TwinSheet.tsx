import { useState } from 'react'
import { maskedNumber } from '../../domain/identity/maskedNumber'
import { foldName } from '../../domain/identity/nameKey'
import type { Card } from '../../domain/records/cards/card'
import { isSameBirth } from '../../domain/records/cards/findByCard'
import type { Newcomer } from '../../domain/records/cards/findTwins'
import { isReviewed } from '../../domain/records/record'
import { OfferedChoices } from '../form/question/OfferedChoices'
import type { FormSession } from '../form/filling/useFormSession'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { Sheet } from '../parts/frame/Sheet'
import { useServices } from '../services'
import { dateWords } from '../text/dateWords'
import { twinTexts } from '../text/twins'
import { useText } from '../text/useText'
import { AskToMerge } from './AskToMerge'
import { useSamePerson } from './useSamePerson'
import type { Twins } from './useTwins'

/** Compares the newcomer, or the person the form is about, with a twin. The officer says whether they are one person or two. */
export function TwinSheet({ session, twins, twin }: { readonly session: FormSession; readonly twins: Twins; readonly twin: Card }) {
  const t = useText(twinTexts)
  const [isOne, setOne] = useState(false)
  return (
    <Sheet title={t.title} onClose={twins.close}>
      <div className="in-pad st4">
        {isOne ? <OnePerson session={session} twin={twin} /> : (
          <>
            <Box kind="warn" icon="alert" title={t.likely(1)}><p className="sm">{t.untouched}</p></Box>
            <PairTable session={session} newcomer={twins.newcomer} twin={twin} />
            <div className="st2">
              {isReviewed(session.form.kind)
                ? <AskToMerge person={{ id: session.draft.head.person ?? '', commune: session.draft.commune }} other={{ to: twin.id }} onAsked={() => twins.decided(twin)} />
                : <Button kind="pri" large wide onClick={() => setOne(true)}>{t.one}</Button>}
              <Button large wide onClick={() => twins.areTwo(twin)}>{t.two}</Button>
            </div>
          </>
        )}
      </div>
    </Sheet>
  )
}

function PairTable({ session: { form, draft }, newcomer, twin }: { readonly session: FormSession; readonly newcomer: Newcomer; readonly twin: Card }) {
  const t = useText(twinTexts)
  const { ledger } = useServices()
  const { name, born, number, oldNumber } = newcomer
  const place = (hamlet: string, household: string | null): string =>
    [ledger.context(draft.commune)?.hamlets.find(({ id }) => id === hamlet)?.name, ledger.card(household ?? '')?.name].filter(Boolean).join(', ')
  const masked = (digits: string | undefined): string => (digits ? maskedNumber(digits) : t.none)
  const day = (birth: string | undefined): string => (birth ? dateWords(birth) : t.none)
  const rows: readonly (readonly [label: string, typed: string, inBook: string, isSame: boolean])[] = [
    [t.name, name, twin.name, foldName(name) === foldName(twin.name)],
    [t.born, day(born), day(twin.born), Boolean(born && twin.born) && isSameBirth(born, twin.born)],
    [t.number, masked(number), masked(twin.number), number !== undefined && number === twin.number],
    ...(oldNumber !== undefined && oldNumber === twin.oldNumber ? [[t.oldNumber, masked(oldNumber), masked(twin.oldNumber), true] as const] : []),
    [t.where, place(draft.head.hamlet, draft.head.household), place(twin.hamlet, twin.household), draft.head.household === twin.household],
  ]
  return (
    <div className="tw">
      <table className="tb pairs">
        <thead><tr><th scope="col">{isReviewed(form.kind) ? t.thisOne : t.typed}</th><th scope="col">{t.inBook}</th></tr></thead>
        {rows.map(([label, typed, inBook, isSame]) => (
          <tbody key={label}>
            <tr><th scope="rowgroup" colSpan={2}>{label}{isSame && <span className="same"> <Icon name="check" small /> {t.same}</span>}</th></tr>
            <tr><td>{typed}</td><td>{inBook}</td></tr>
          </tbody>
        ))}
      </table>
    </div>
  )
}

function OnePerson({ session, twin }: { readonly session: FormSession; readonly twin: Card }) {
  const t = useText(twinTexts)
  const same = useSamePerson(session, twin)
  const [kept, setKept] = useState<readonly string[] | null>(null)
  if (!same) return null
  const { differing } = same.comparison
  // By default recorded values stay, and values that the record lacks are taken.
  const stays = kept ?? differing.flatMap(({ field, recorded }) => (recorded === undefined ? [] : [field]))
  const chosen = differing.filter(({ field }) => !stays.includes(field))
  return (
    <>
      {session.draft.head.household !== twin.household && <Box icon="info"><p>{t.otherHousehold}</p></Box>}
      {differing.length > 0 && <h3>{t.choose(differing.length)}</h3>}
      <OfferedChoices form={session.form} differing={differing} kept={stays} onKept={setKept} from={t.justTyped} />
      <Button kind="pri" large wide onClick={() => void same.use(Object.fromEntries(chosen.map(({ field, offered }) => [field, offered])))}>{t.use(chosen.length)}</Button>
    </>
  )
}
