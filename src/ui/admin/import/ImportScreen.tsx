import { useLayoutEffect } from 'react'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { DeskPage } from '../../parts/frame/DeskPage'
import { LinkButton } from '../../parts/LinkButton'
import { Pill } from '../../parts/Pill'
import { failureTexts } from '../../text/failures'
import { importTexts } from '../../text/import'
import { useNumberWords } from '../../text/useNumberWords'
import { useText } from '../../text/useText'
import { CommunePicker } from '../CommunePicker'
import { ChooseStep } from './ChooseStep'
import { ColumnsStep } from './ColumnsStep'
import { PreviewStep } from './PreviewStep'
import { ReadFailureBox } from './ReadFailureBox'
import { useImport, type Import } from './useImport'

const outcomes = ['added', 'changed', 'unchanged'] as const
const steps = ['choose', 'columns', 'preview', 'done'] as const

/** Imports the first list of a commune from a file, in four steps. */
export function ImportScreen() {
  const t = useText(importTexts)
  const failures = useText(failureTexts)
  const flow = useImport()
  useTopOf(flow)
  const at = steps.indexOf(flow.step.step)
  // A tick marks steps that are done; at the end all of them.
  const stateOf = (index: number) => (index < at || at === steps.length - 1 ? 'accepted' : index === at ? 'draft' : 'none')
  const marks = (
    <ol className="fx steps-l">
      {steps.map((step, index) => <li key={step} aria-current={index === at ? 'step' : undefined}><Pill state={stateOf(index)} text={t.steps[step]} /></li>)}
    </ol>
  )
  return (
    <DeskPage title={t.title} current="nhap-tep" actions={marks}>
      {at === 0 && <CommunePicker />}
      {flow.trouble?.of === 'file' && <ReadFailureBox failure={flow.trouble.failure} />}
      {flow.trouble?.of === 'server' && <Box kind="err" icon="stop" role="alert" title={failures.remote[flow.trouble.failure.error]} />}
      <Step flow={flow} />
    </DeskPage>
  )
}

/** Scrolls to the top at a new step and at a new answer of the server. */
function useTopOf({ step }: Import): void {
  const checked = step.step === 'preview' ? step.checked : null
  useLayoutEffect(() => {
    // The braces are needed: in newer Chromium `scrollTo` returns a promise, which React would take for a clean-up function.
    window.scrollTo(0, 0)
  }, [step.step, checked])
}

function Step({ flow }: { readonly flow: Import }) {
  const t = useText(importTexts)
  const numberWords = useNumberWords()
  const { step } = flow
  switch (step.step) {
    case 'choose': return <ChooseStep busy={flow.busy} onChoose={(file) => void flow.choose(file)} />
    case 'columns': return <ColumnsStep file={step.file} busy={flow.busy} onChange={flow.setFile} onPreview={() => void flow.preview(step.file)} onRestart={flow.restart} />
    case 'preview': return <PreviewStep file={step.file} checked={step.checked} flow={flow} />
    case 'done': return (
      <Box kind="ok" icon="checks" role="status" title={t.done.title}>
        <ul>
          {outcomes.map((outcome) => <li key={outcome}>{t.done[outcome](numberWords(step.written.households[outcome]), numberWords(step.written.people[outcome]))}</li>)}
        </ul>
        <p>{t.done.words}</p>
        <p className="fx gap-t"><LinkButton to="/thon-ban">{t.done.users}</LinkButton><Button kind="quiet" onClick={flow.restart}>{t.done.again}</Button></p>
      </Box>
    )
    default: return step satisfies never
  }
}
