import type { Finding } from '../../../domain/forms/checking/finding'
import type { FormDefinition } from '../../../domain/forms/form'
import { findingWords } from '../../../domain/forms/wording/words'
import { reasonFor } from '../../../domain/records/judging/serverWarnings'
import { Box } from '../../parts/Box'
import { useLanguage } from '../../text/language'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'

interface FindingListProps {
  readonly form: FormDefinition
  readonly findings: readonly Finding[]
  /** Reasons by `reasonKey`. */
  readonly reasons: { readonly [key: string]: string }
  /** Name of the person who gave the reasons. */
  readonly author: string
}

/** Warnings with the officer's reason under each. */
export function FindingList({ form, findings, reasons, author }: FindingListProps) {
  const t = useText(reviewTexts)
  const { language } = useLanguage()
  return findings.map((finding) => {
    const reason = reasonFor(reasons, finding)
    return (
      <Box key={`${finding.id}:${finding.field}`} kind="warn" icon="alert" title={findingWords(form, finding, language)}>
        <p className="sm">{reason ? t.record.reason(author, reason) : <span className="mut">{t.record.noReason}</span>}</p>
      </Box>
    )
  })
}
