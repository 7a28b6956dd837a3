import type { WordsOf } from '../../areas'

export const updateEnglish: WordsOf<'update'> = {
  update: 'A new version of Sổ Thôn is there.',
  updateNow: 'Update now',
  updateLater: 'Later',
  formOpen: 'A form is open in another window of the browser. Close that form, then press again.',
  updateSafe: 'It takes some seconds. Forms, drafts and what waits stay as they are.',
}
