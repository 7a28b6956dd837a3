import type { WordsOf } from '../../areas'

export const consentEnglish: WordsOf<'consent'> = {
  title: 'Notice about personal data',
  readAloud: 'Read it out, then record what the person says.',
  notice: {
    who: 'The commune’s People’s Committee collects and keeps this: name, birth date, papers, residence, where the house stands (where a survey records it), contact, work, circumstances and the account for allowances.',
    why: 'It serves the labour database, deciding on and paying social assistance, and statistics. Nothing else.',
    whom: 'Only officers in charge can see it. It goes only to competent authorities and to those who pay allowances.',
    rights: 'People may see their data, ask for it to be corrected or erased, and take back their consent at the People’s Committee.',
  },
  byLaw: 'A duty by law, no consent needed:',
  purpose: {
    labour: 'The labour and employment database',
    welfare: 'Deciding on and paying social assistance',
    contact: 'Calls and messages about work, training, policies',
  },
  yes: 'Agrees',
  no: 'Does not agree',
  save: 'Read, go on',
  saveOnly: 'Save',
  choose: (count: number) => `${count} not recorded yet`,
  inDraft: 'What was said is in the correction of this person that is under way. Look at it and send it.',
  notSent: 'Not sent yet: it is in the correction of this person that is under way.',
  refused: 'This person does not agree to this form',
  refusedHelp: 'It was recorded. Do not fill in the form; if they change their mind, record it on their page.',
  begun: 'What was written before is in a draft on this device and is not sent.',
  back: 'Back',
  row: 'Data notice',
  notYet: 'Not read yet',
  told: (day: string) => `Read on ${day}`,
  open: 'Read the notice, record consent',
  again: 'Read the notice again, record consent',
}
