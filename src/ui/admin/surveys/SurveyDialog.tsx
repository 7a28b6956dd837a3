import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { isSurveyStart } from '../../../domain/records/survey'
import type { Survey } from '../../../protocol/api'
import { Checkbox } from '../../parts/fields/Checkbox'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { parseDateText } from '../../text/dateText'
import { dateWords } from '../../text/dateWords'
import { useText } from '../../text/useText'
import { FailureBox } from '../FailureBox'
import { FormDialog } from '../FormDialog'
import { FormTextField } from '../FormTextField'
import { useAction } from '../useAction'

interface SurveyDialogProps {
  /** `null` = a new survey. Of a planned one only `located` can be changed. */
  readonly survey: Survey | null
  readonly onSaved: (survey: Survey) => void
  readonly onClose: () => void
}

/** The first day of a survey, the communes in which it is held (all, unless some are chosen), and whether the places of houses are recorded. */
export function SurveyDialog({ survey, onSaved, onClose }: SurveyDialogProps) {
  const t = useText(adminTexts)
  const { remote, holder } = useServices()
  const { busy, failure, run } = useAction()
  const { control, handleSubmit } = useForm({ defaultValues: { firstDay: '' } })
  const all = holder.communes.map(({ code }) => code)
  const [chosen, setChosen] = useState<readonly string[]>(all)
  const [isEverywhere, setEverywhere] = useState(true)
  const [located, setLocated] = useState(survey?.located ?? false)
  const communes = isEverywhere ? all : chosen
  const toggle = (code: string, isOn: boolean): void => setChosen((old) => all.filter((each) => (each === code ? isOn : old.includes(each))))
  const save = handleSubmit((draft) => {
    const planned: Survey = survey ? { ...survey, located } : { firstDay: parseDateText(draft.firstDay), located, communes: [...communes] }
    return run(() => remote.planSurvey(planned), () => onSaved(planned))
  })
  return (
    <FormDialog title={survey ? t.surveys.editTitle(dateWords(survey.firstDay)) : t.surveys.addTitle} busy={busy} off={communes.length === 0} onSave={save} onClose={onClose}>
      {!survey && (
        <>
          <p className="sm mut">{t.surveys.addWords}</p>
          <FormTextField control={control} name="firstDay" label={t.surveys.firstDay} hint={t.surveys.dayHint} inputMode="numeric" maxLength={10} check={(text) => isSurveyStart(parseDateText(text)) || (isWhole(text) ? t.surveys.dayUnreal : t.surveys.dayPart)} />
        </>
      )}
      {!survey && all.length > 1 && (
        <fieldset className="f">
          <legend className="f-l">{t.surveys.heldIn}</legend>
          <div className="opts row2">
            <Checkbox label={t.surveys.everywhere(all.length)} checked={isEverywhere} onChange={setEverywhere} />
            {!isEverywhere && holder.communes.map(({ code, name }) => <Checkbox key={code} label={name} checked={chosen.includes(code)} onChange={(isOn) => toggle(code, isOn)} />)}
          </div>
        </fieldset>
      )}
      <Checkbox label={t.surveys.locate} hint={t.surveys.locateHint} checked={located} onChange={setLocated} />
      <FailureBox failure={failure} />
    </FormDialog>
  )
}

/** Whether day, month and year are written. The day need not exist. */
const isWhole = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(parseDateText(text))
