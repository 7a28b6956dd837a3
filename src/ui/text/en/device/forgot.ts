import type { WordsOf } from '../../areas'
import { counted } from '../counted'

export const forgotEnglish: WordsOf<'forgot'> = {
  title: 'New passphrase',
  what: 'Nobody can open the locked data again, not even the server. What to do: send what waits, then download the book again with a new passphrase.',
  waiting: (count: number) => `${counted(count, 'waiting form is', 'waiting forms are')} in sealed envelopes. The device can send what waits without opening the book.`,
  none: 'Nothing is waiting.',
  handIn: (count: number) => `Send ${counted(count, 'waiting form')}`,
  left: (count: number) => `${counted(count, 'form')} could not be sent yet: kept on the device and sent by itself later.`,
  drafts: (count: number) => `Not lost: ${counted(count, 'begun form or note', 'begun forms and notes')}, sent when the old book is dropped and brought back into the new one.`,
  photos: (count: number) => `Not lost: ${counted(count, 'photo')} not sent. Once the old book is dropped the device sends what waits over Wi-Fi, or when “Send photos now” is pressed on the Sync page.`,
  go: 'Drop the old book, download again',
  back: 'No, try to open again',
}
