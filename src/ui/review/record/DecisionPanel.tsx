import type { FormDefinition } from '../../../domain/forms/form'
import type { RegisterRecord } from '../../../domain/records/record'
import type { StorageFailure } from '../../../storage/ledger'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { failureTexts } from '../../text/failures'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { HistoryList } from './changes/HistoryList'
import type { Decision } from './useDecision'

interface DecisionPanelProps {
  readonly record: RegisterRecord
  readonly form: FormDefinition
  /** Absent when there is nothing to decide. */
  readonly decision?: { readonly run: Decision; readonly notes: number; readonly unsaved: StorageFailure | null; readonly onReturn: () => void } | undefined
}

/** The panel beside the answers: the history, and below it the two decisions. */
export function DecisionPanel({ record, form, decision }: DecisionPanelProps) {
  const t = useText(reviewTexts)
  const failures = useText(failureTexts)
  const failure = decision?.run.failure ?? decision?.unsaved
  return (
    <aside className="panel" aria-label={t.history.title}>
      <header><h2>{t.history.title}</h2></header>
      <div className="pb panel-scroll"><HistoryList key={record.version} record={record} form={form} /></div>
      {decision && (
        <footer>
          {decision.run.question}
          {failure && <Box kind="err" icon="stop" role="alert" title={failures.storage[failure.kind]} />}
          <Button kind="pri" icon="checks" busy={decision.run.busy} onClick={() => void decision.run.accept()}>{t.accept}</Button>
          <Button className="ret-b" icon="ret" busy={decision.run.busy} off={decision.notes === 0} onClick={decision.onReturn}>
            {decision.notes === 0 ? t.record.noNotes : t.record.returnNotes(decision.notes)}
          </Button>
        </footer>
      )}
    </aside>
  )
}
