import type { WordsOf } from '../../areas'
import { counted } from '../counted'

export const gateNoticeEnglish: WordsOf<'gateNotices'> = {
  lost: 'A book was opened on this device before, but the browser has erased its data. Forms that were sent are safe on the server; forms not yet sent from this device are lost. Sign in to download the book again, then ask for lasting storage on the Sync page.',
  erased: (usernames: string) => `This device was revoked or the account disabled, and the book of ${usernames} was erased from it. The server has everything; no form is lost, and forms begun come back on the next device you can sign in on.`,
  title: 'This device was revoked or the account disabled',
  kept: 'The book stays locked and is not erased, because some of it the server does not have:',
  sealed: (count: number) => `${counted(count, 'form')} waiting`,
  begun: (count: number) => `${counted(count, 'begun form or note', 'begun forms and notes')}, not handed in`,
  photos: (count: number) => `${counted(count, 'photo')} of papers waiting: sent over Wi-Fi, or when “Send photos now” is pressed`,
  sendPhotos: 'Send photos now',
  photosLeft: 'Not all photos were sent. Press again where there is a network.',
  send: 'Bring the device to a network: those forms are handed in by themselves.',
  open: 'Open the book and finish, then press “Hand in what waits” on the sync page. When all is in, the book erases itself.',
  forgot: 'If nobody can open the book, press “Forgot the passphrase”.',
  soon: 'Everything is handed in. The book erases itself when there is a network and no page has it open.',
}
