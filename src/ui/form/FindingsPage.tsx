import { useEffect, useRef } from 'react'
import type { Finding } from '../../domain/forms/checking/finding'
import { findingWords } from '../../domain/forms/wording/words'
import { reasonKey } from '../../domain/records/judging/serverWarnings'
import { Icon } from '../parts/Icon'
import { TextField } from '../parts/fields/TextField'
import { formTexts } from '../text/form'
import { useLanguage } from '../text/language'
import { useText } from '../text/useText'
import type { FormSession } from './filling/useFormSession'

interface FindingsPageProps {
  readonly session: FormSession
  readonly found: readonly Finding[]
  readonly reasons: Readonly<Record<string, string>>
  /** `key` comes from `reasonKey`, like the keys of `reasons`. */
  readonly onReason: (key: string, reason: string) => void
  readonly onGo: (field: string) => void
}

/** The errors that stop sending or, if there are none, the warnings to check before sending. It takes the focus; its links lead to the questions. */
export function FindingsPage({ session: { form }, found, reasons, onReason, onGo }: FindingsPageProps) {
  const t = useText(formTexts)
  const { language } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const errors = found.filter((finding) => finding.severity === 'error')
  const shown = errors.length > 0 ? errors : found
  return (
    <div className={`esum${errors.length > 0 ? '' : ' w'}`} role="alert" tabIndex={-1} ref={box}>
      <h2>{errors.length > 0 ? t.cannotSubmit(errors.length) : t.warnings(found.length)}</h2>
      {errors.length === 0 && <p>{t.warningsHelp}</p>}
      <ul>
        {shown.map((finding) => {
          const words = findingWords(form, finding, language)
          return (
            <li key={`${finding.id}${finding.field}`}>
              <a href={`#${finding.field}`} onClick={(event) => { event.preventDefault(); onGo(finding.field) }}>
                <Icon name={finding.severity === 'error' ? 'stop' : 'alert'} small /><span>{words}</span>
              </a>
              {finding.severity === 'warning' && <TextField label={t.reason} aria-label={t.reasonFor(words)} optional value={reasons[reasonKey(finding)] ?? ''} onChange={(reason) => onReason(reasonKey(finding), reason)} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
