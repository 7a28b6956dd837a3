import type { Answers } from '../../../domain/forms/answers'
import type { Ledger } from '../../../storage/ledger'
import { resumed } from '../../form/draft/resumed'

/** The answers of a record, or of its draft if it has one. `undefined` = neither is on this device. */
export async function newestAnswers(ledger: Ledger, id: string): Promise<Answers | undefined> {
  const [open, record] = await Promise.all([ledger.findDraftToShow(id), ledger.getRecord(id)])
  return open ? resumed(open, record).answers : record?.answers
}
