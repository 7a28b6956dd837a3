import { useCallback } from 'react'
import type { Survey } from '../../../protocol/api'
import { Button } from '../../parts/Button'
import { DeskPage } from '../../parts/frame/DeskPage'
import { Empty } from '../../parts/states/Empty'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { dateWords } from '../../text/dateWords'
import { useText } from '../../text/useText'
import { ConfirmDialog } from '../ConfirmDialog'
import { Loaded } from '../Loaded'
import { useDialog } from '../useDialog'
import { useRemoteData } from '../../parts/reading/useRemoteData'
import { SurveyDialog } from './SurveyDialog'
import { SurveyTable } from './SurveyTable'

type Open = { readonly dialog: 'plan'; readonly survey: Survey | null } | { readonly dialog: 'drop'; readonly survey: Survey }

/** When the labour surveys of the administrator's communes begin (decision 0029). */
export function SurveysScreen() {
  const t = useText(adminTexts)
  const { remote } = useServices()
  const { data, reload } = useRemoteData(useCallback(() => remote.surveys(), [remote]))
  const { open, setOpen, close, done } = useDialog<Open>(reload)
  return (
    <DeskPage title={t.surveys.title} current="ky-dieu-tra" actions={<Button kind="pri" icon="plus" onClick={() => setOpen({ dialog: 'plan', survey: null })}>{t.surveys.add}</Button>}>
      <Loaded data={data} onAgain={reload}>
        {(surveys) => (surveys.length === 0 ? <Empty icon="cal" title={t.surveys.empty}><p>{t.surveys.emptyWords}</p></Empty> : <SurveyTable surveys={surveys} onEdit={(survey) => setOpen({ dialog: 'plan', survey })} onDrop={(survey) => setOpen({ dialog: 'drop', survey })} />)}
      </Loaded>
      {open?.dialog === 'plan' && <SurveyDialog survey={open.survey} onClose={close} onSaved={({ firstDay }) => done(t.surveys.saved(dateWords(firstDay)))} />}
      {open?.dialog === 'drop' && (
        <ConfirmDialog
          title={t.surveys.dropTitle(dateWords(open.survey.firstDay))} words={t.surveys.dropWords} doIt={t.surveys.dropDo}
          ask={() => remote.dropSurvey(open.survey)} onClose={close} onDone={() => done(t.surveys.dropped(dateWords(open.survey.firstDay)))}
        />
      )}
    </DeskPage>
  )
}
