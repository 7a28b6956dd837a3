import { fieldLabel } from '../../../domain/forms/wording/words'
import type { Card } from '../../../domain/records/cards/card'
import type { PendingOperation } from '../../../storage/ledger'
import { formAt } from '../../form/formAt'
import { useLocalRecord } from '../../parts/reading/useLocalRecord'
import { useServices } from '../../services'
import { collectTexts } from '../../text/collect'
import { failureTexts } from '../../text/failures'
import { useLanguage } from '../../text/language'
import { useText } from '../../text/useText'

/**
 * Why a record needs a person: the server's reason for a refusal, or the questions that people answered differently.
 * @param pieces the operations on that record in this device's outbox
 */
export function ActionReason({ card, pieces }: { readonly card: Card; readonly pieces: readonly PendingOperation[] }) {
  const { ledger } = useServices()
  const t = useText(collectTexts)
  const failures = useText(failureTexts)
  const { language } = useLanguage()
  const record = useLocalRecord(card.id)
  const troubles = pieces.flatMap(({ trouble }) => trouble ?? [])
  const refused = troubles.find((trouble) => trouble.kind === 'refused')
  if (refused) return failures.refused(failures.refusal[refused.reason])
  const form = record && formAt(ledger, record.form, card.commune)
  const held = [...(record?.holds ?? []).map(({ field }) => field), ...troubles.flatMap((trouble) => (trouble.kind === 'held' ? trouble.fields : []))]
  const labels = [...new Set(held)].flatMap((name) => form?.fields[name] ?? []).map((field) => fieldLabel(field, language, true))
  return [t.conflictTitle, labels.join(', ')].filter(Boolean).join(': ')
}
