import { useState } from 'react'
import { percent } from '../../../domain/reports/percent'
import { progressByHamlet, progressTotal, type ProgressRow, type ProgressTotal } from '../../../domain/reports/progress'
import { vietnamDay } from '../../../domain/time'
import { Button } from '../../parts/Button'
import { DeskPage } from '../../parts/frame/DeskPage'
import { useCards } from '../../parts/reading/useCards'
import { useNumberWords } from '../../text/useNumberWords'
import { useServices } from '../../services'
import { useLanguage } from '../../text/language'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { dateWords } from '../../text/dateWords'
import { useDirectory } from '../useDirectory'
import { useSurveys, type Surveys } from '../useSurveys'
import { ProgressChart } from './ProgressChart'
import { ProgressTable } from './ProgressTable'

/** The progress of each hamlet. Every percentage is shown with its numerator and denominator. */
export function ProgressScreen() {
  const t = useText(reviewTexts)
  const [kind, setKind] = useState<'labour' | 'asxh'>('labour')
  const { holder, now } = useServices()
  const surveys = useSurveys()
  const rows = useProgress(kind, surveys)
  const total = progressTotal(rows)
  const sub = kind === 'labour' && surveys.start !== '' ? t.progress.survey(dateWords(surveys.start)) : undefined
  return (
    <DeskPage title={t.progress.title} {...(sub && { sub })} current="tien-do" actions={<Button icon="print" onClick={() => window.print()}>{t.progress.print}</Button>}>
      <p className="print-only">{t.progress.printed(holder.communes.map(({ name }) => name).join(', '), dateWords(vietnamDay(now())))}</p>
      <div className="fbar">
        <label>{t.progress.content}
          <select className="in" value={kind} onChange={(event) => setKind(event.target.value === 'asxh' ? 'asxh' : 'labour')}>
            <option value="labour">{t.progress.labour}</option>
            <option value="asxh">{t.progress.asxh}</option>
          </select>
        </label>
      </div>
      <Figures rows={rows} total={total} />
      <ProgressChart rows={rows} />
      <ProgressTable rows={rows} total={total} />
    </DeskPage>
  )
}

function useProgress(kind: 'labour' | 'asxh', { isCurrent }: Surveys): readonly ProgressRow[] {
  const cards = useCards()
  const { hamlets } = useDirectory()
  const targets = hamlets.map((hamlet) => ({ id: hamlet.id, name: hamlet.name, target: kind === 'labour' ? hamlet.labourTarget : hamlet.asxhTarget }))
  return progressByHamlet(cards.filter(isCurrent), kind, targets)
}

function Figures({ rows, total }: { readonly rows: readonly ProgressRow[]; readonly total: ProgressTotal }) {
  const t = useText(reviewTexts)
  const numberWords = useNumberWords()
  const { language } = useLanguage()
  const silent = rows.filter((row) => row.collected === 0)
  const target = numberWords(total.target)
  const figures = [
    [percent(total.measured.collected, total.target, language), t.progress.collected(numberWords(total.measured.collected), target)],
    [percent(total.measured.accepted, total.target, language), t.progress.accepted(numberWords(total.measured.accepted), target)],
    [numberWords(total.submitted), t.progress.waiting],
    [`${silent.length}/${rows.length}`, t.progress.silent(silent.map((row) => row.name).join(', '))],
  ] as const
  return <div className="kpis">{figures.map(([figure, words]) => <div key={words} className="kpi"><b>{figure}</b><span>{words}</span></div>)}</div>
}
