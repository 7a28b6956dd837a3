import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { isSurveyStart } from '../../../domain/records/survey'
import type { Survey } from '../../../protocol/api'
import { Checkbox } from '../../parts/Checkbox'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { parseDateText } from '../../text/dateText'
import { useText } from '../../text/useText'
import { FailureBox } from '../FailureBox'
import { FormDialog } from '../FormDialog'
import { FormTextField } from '../FormTextField'
import { useAction } from '../useAction'

interface SurveyDialogProps {
  readonly onSaved: (survey: Survey) => void
  readonly onClose: () => void
}

/** The first day of a survey, and in which communes it is held: in all, unless some are chosen. */
export function SurveyDialog({ onSaved, onClose }: SurveyDialogProps) {
  const t = useText(adminTexts)
  const { remote, holder } = useServices()
  const { busy, failure, run } = useAction()
  const { control, handleSubmit } = useForm({ defaultValues: { firstDay: '' } })
  const all = holder.communes.map(({ code }) => code)
  const [chosen, setChosen] = useState<readonly string[]>(all)
  const [isEverywhere, setEverywhere] = useState(true)
  const communes = isEverywhere ? all : chosen
  const toggle = (code: string, isOn: boolean): void => setChosen((old) => all.filter((each) => (each === code ? isOn : old.includes(each))))
  const save = handleSubmit((draft) => {
    const survey: Survey = { firstDay: parseDateText(draft.firstDay), communes: [...communes] }
    return run(() => remote.planSurvey(survey), () => onSaved(survey))
  })
  return (
    <FormDialog title={t.surveys.addTitle} busy={busy} off={communes.length === 0} onSave={save} onClose={onClose}>
      <p className="sm mut">{t.surveys.addWords}</p>
      <FormTextField control={control} name="firstDay" label={t.surveys.firstDay} hint={t.surveys.dayHint} inputMode="numeric" maxLength={10} check={(text) => isSurveyStart(parseDateText(text)) || t.surveys.dayError} />
      {all.length > 1 && (
        <fieldset className="f">
          <legend className="f-l">{t.surveys.heldIn}</legend>
          <div className="opts row2">
            <Checkbox label={t.surveys.everywhere(all.length)} checked={isEverywhere} onChange={setEverywhere} />
            {!isEverywhere && holder.communes.map(({ code, name }) => <Checkbox key={code} label={name} checked={chosen.includes(code)} onChange={(isOn) => toggle(code, isOn)} />)}
          </div>
        </fieldset>
      )}
      <FailureBox failure={failure} />
    </FormDialog>
  )
}
