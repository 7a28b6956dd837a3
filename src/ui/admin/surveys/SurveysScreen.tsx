import { useCallback, useState } from 'react'
import type { Survey } from '../../../protocol/api'
import { Button } from '../../parts/Button'
import { DeskPage } from '../../parts/DeskPage'
import { Empty } from '../../parts/Empty'
import { useToast } from '../../parts/useToast'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { dateWords } from '../../text/dateWords'
import { useText } from '../../text/useText'
import { ConfirmDialog } from '../ConfirmDialog'
import { Loaded } from '../Loaded'
import { useRemoteData } from '../useRemoteData'
import { SurveyDialog } from './SurveyDialog'
import { SurveyTable } from './SurveyTable'

/** When the labour surveys of the administrator's communes begin (decision 0029). */
export function SurveysScreen() {
  const t = useText(adminTexts)
  const toast = useToast()
  const { remote } = useServices()
  const { data, reload } = useRemoteData(useCallback(() => remote.surveys(), [remote]))
  const [open, setOpen] = useState<'new' | Survey | null>(null)
  const close = (): void => setOpen(null)
  const done = (words: string): void => {
    close()
    toast.show(words)
    reload()
  }
  return (
    <DeskPage title={t.surveys.title} current="ky-dieu-tra" actions={<Button kind="pri" icon="plus" onClick={() => setOpen('new')}>{t.surveys.add}</Button>}>
      <Loaded data={data} onAgain={reload}>
        {(surveys) => (surveys.length === 0 ? <Empty icon="cal" title={t.surveys.empty}><p>{t.surveys.emptyWords}</p></Empty> : <SurveyTable surveys={surveys} onDrop={setOpen} />)}
      </Loaded>
      {open === 'new' && <SurveyDialog onClose={close} onSaved={({ firstDay }) => done(t.surveys.saved(dateWords(firstDay)))} />}
      {open && open !== 'new' && (
        <ConfirmDialog
          title={t.surveys.dropTitle(dateWords(open.firstDay))} words={t.surveys.dropWords} doIt={t.surveys.dropDo}
          ask={() => remote.dropSurvey(open)} onClose={close} onDone={() => done(t.surveys.dropped(dateWords(open.firstDay)))}
        />
      )}
    </DeskPage>
  )
}
