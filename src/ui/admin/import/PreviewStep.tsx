import { useMemo, useState } from 'react'
import { writeCsv } from '../../../exchange/writeCsv'
import { importColumns } from '../../../protocol/importColumns'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { Tag } from '../../parts/Tag'
import { useLanguage } from '../../text/language'
import { useNumberWords } from '../../text/useNumberWords'
import { importTexts } from '../../text/import'
import { useText } from '../../text/useText'
import { saveCsv } from './saveCsv'
import { verdicts, type Checked, type OpenedFile, type RowVerdict } from './importState'
import { PreviewTable } from './PreviewTable'
import { problemWords } from './problemWords'
import { useColumnLabel } from './useColumnLabel'
import type { Import } from './useImport'

interface PreviewStepProps {
  readonly file: OpenedFile
  readonly checked: Checked
  readonly flow: Import
}

/** Step 3: what would be written, what was repaired and what is wrong, cell by cell. Only the last button writes anything. */
export function PreviewStep({ file, checked, flow }: PreviewStepProps) {
  const t = useText(importTexts)
  const numberWords = useNumberWords()
  const { language } = useLanguage()
  const labelOf = useColumnLabel()
  const found = useMemo(() => verdicts(checked), [checked])
  const count = (verdict: RowVerdict): number => [...found.values()].filter((each) => each === verdict).length
  const wrong = count('wrong')
  const [chosen, setChosen] = useState<{ readonly of: Checked; readonly verdict: RowVerdict } | null>(null)
  const worst: RowVerdict = wrong > 0 ? 'wrong' : count('warned') > 0 ? 'warned' : 'good'
  // A new answer of the server shows its worst rows first. The choice made for the old answer does not count.
  const shown = chosen?.of === checked ? chosen.verdict : worst
  const setShown = (verdict: RowVerdict): void => setChosen({ of: checked, verdict })
  const isWrong = (row: number): boolean => found.get(row) === 'wrong'
  const download = (): void => {
    const lines = checked.rows.filter((row) => isWrong(row.row)).map((row) => [
      ...importColumns.map(({ id }) => row.cells[id] ?? ''),
      checked.issues.filter((issue) => issue.row === row.row && issue.severity === 'error')
        .map((issue) => `${labelOf(issue.column)}: ${problemWords(issue, t.problems, t.unknownProblem, language)}`).join(' | '),
    ])
    saveCsv(t.preview.downloadName, writeCsv([[...importColumns.map((column) => column.label), t.preview.whatsWrong], ...lines]))
  }
  const { households, people, hamlets } = checked.counts
  const figures = [[count('good'), t.preview.good], [count('warned'), t.preview.warned], [wrong, t.preview.wrong]] as const
  return (
    <section className="st">
      <p className="mut">{t.preview.summary(file.name, numberWords(checked.rows.length))}<b>{t.preview.nothingYet}</b></p>
      <div className="kpis">
        {figures.map(([figure, words]) => <div key={words} className="kpi"><b>{numberWords(figure)}</b><span>{words}</span></div>)}
        <div className="kpi"><b>{numberWords(households)} / {numberWords(people)}</b><span>{t.preview.totals(numberWords(households), numberWords(people), numberWords(hamlets))}</span></div>
      </div>
      {wrong > 0 && <Box kind="warn" icon="alert" title={t.preview.blocked} />}
      <div className="fbar">
        <Tag pressed={shown === 'wrong'} count={wrong} onClick={() => setShown('wrong')}>{t.preview.wrongTag}</Tag>
        <Tag pressed={shown === 'warned'} count={count('warned')} onClick={() => setShown('warned')}>{t.preview.warnedTag}</Tag>
        <Tag pressed={shown === 'good'} count={count('good')} onClick={() => setShown('good')}>{t.preview.goodTag}</Tag>
        <span className="gr" />
        {wrong > 0 && <Button icon="file" onClick={download}>{t.preview.download(numberWords(wrong))}</Button>}
      </div>
      <PreviewTable checked={checked} rows={checked.rows.filter((row) => found.get(row.row) === shown)} verdict={shown} />
      <p className="fx">
        {/* Two buttons with keys of their own: a second press on leaving rows out must not import the rest. */}
        {wrong === 0
          ? <Button key="commit" kind="pri" busy={flow.busy} onClick={() => void flow.commit(file, checked)}>{flow.busy ? t.preview.committing : t.preview.commit(numberWords(checked.rows.length))}</Button>
          : wrong < checked.rows.length && <Button key="without" busy={flow.busy} onClick={() => void flow.without(file, checked, new Set(checked.rows.map((row) => row.row).filter(isWrong)))}>{t.preview.without(numberWords(wrong))}</Button>}
        <Button off={flow.busy} onClick={() => flow.setFile(file)}>{t.preview.back}</Button>
        <Button kind="quiet" off={flow.busy} onClick={flow.restart}>{t.preview.cancel}</Button>
      </p>
    </section>
  )
}
