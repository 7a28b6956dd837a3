import type { WordsOf } from '../../areas'
import { counted } from '../counted'

export const lossEnglish: WordsOf<'losses'> = {
  title: 'Erasing the book takes for good:',
  of: {
    drafts: (count) => `${counted(count, 'form')} begun and not sent (drafts)`,
    photos: (count) => `${counted(count, 'photo')} of papers not sent`,
    troubled: (count) => `${counted(count, 'form')} under “Needs you”`,
    notes: (count) => `${counted(count, 'record')} with notes begun`,
    untaken: (count) => `${counted(count, 'form')} handed in and not taken by the server`,
  },
}
