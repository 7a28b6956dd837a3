import type { WordsOf } from '../../areas'
import { counted } from '../counted'

export const tourEnglish: WordsOf<'tour'> = {
  title: 'How Sổ Thôn works',
  place: (at: number, of: number) => `${at}/${of}`,
  steps: {
    round: { head: 'From door to door', body: 'The hamlet list has the households and what is left to do at each. The big button at the bottom opens the next thing.' },
    saved: { head: 'Forms save themselves', body: 'What you type is kept as you type it. Switch the phone off half-way, and it is still there.' },
    offline: { head: 'No network? Go on', body: 'Forms wait on the phone and send themselves when there is a network. The sync page says what the server has.' },
    secret: { head: 'Keep it to yourself', body: 'The book locks itself after some minutes. Lend nobody your passphrase. If the phone is lost, tell the administrator at once.' },
  },
  next: 'Next',
  skip: 'Skip',
  start: 'Start',
  downloading: (count: string) => `The book is being downloaded: ${counted(count, 'record')}`,
  downloaded: 'The book is on the device.',
}
