import { Link } from 'wouter'
import type { HouseholdWork } from '../../../domain/records/round/worklist'
import { Box } from '../../parts/Box'
import { Icon } from '../../parts/Icon'
import { collectTexts } from '../../text/collect'
import { useText } from '../../text/useText'

/** What is to be cleaned at one door: faults of the household as a whole, then the records with warnings that nobody has explained. */
export function CleanList({ work: { faults, doubtful, toClean } }: { readonly work: HouseholdWork }) {
  const t = useText(collectTexts)
  return (
    <>
      <div className="sec"><h2>{t.toClean}</h2><span className="n">{toClean}</span></div>
      {faults.length > 0 && <div className="pad st2">{faults.map((fault) => <Box key={fault} kind="warn" icon="alert" title={t.fault[fault]}>{t.faultHelp[fault]}</Box>)}</div>}
      <ul className="list">
        {doubtful.map(({ id, kind, name, doubts = 0 }) => (
          <li key={id}>
            <Link className="row" href={`/phieu/${id}`}>
              <div>
                <div className="t-m">{kind === 'household' ? t.household : name}</div>
                <div className="m">{t.toCleanCount(doubts)}</div>
              </div>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
