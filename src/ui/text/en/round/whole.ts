import type { WordsOf } from '../../areas'

export const wholeEnglish: WordsOf<'whole'> = {
  title: 'This device kept only a summary',
  why: 'The form was accepted long ago. In case the phone is lost, its details are kept at the server only.',
  loading: 'Fetching the whole form…',
  load: 'Fetch the whole form',
  changed: 'The form has just changed at the server. Sync, then open it again.',
  sync: 'Open the sync page',
}
