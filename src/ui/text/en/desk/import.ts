import type { WordsOf } from '../../areas'
import { counted } from '../counted'

export const importEnglish: WordsOf<'import'> = {
  title: 'Import a list',
  steps: { choose: '1. File', columns: '2. Columns', preview: '3. Preview', done: '4. Import' },
  choose: {
    words: 'A list of households and people, one person a line. An .xlsx or .csv file (UTF-8). The file is read in this browser; nothing is written until you have seen the preview and press Import.',
    label: 'Choose the list', reading: 'Reading the file…', template: 'Download a template', templateName: 'households-and-people.csv', another: 'Choose another file',
  },
  file: {
    wrongType: 'This is neither an Excel list nor CSV. Open it in Excel, save as .xlsx and choose it again.',
    unreadable: 'The file cannot be read. Close it in other programs, or copy it to this device, and choose it again.',
    oldExcel: 'An old Excel file (.xls), or one with a password. Open it in Excel, remove the password, save as .xlsx and choose it again.',
    tooLarge: (megabytes: string) => `Too large (over ${megabytes} MB). Split it by hamlet.`,
    broken: 'The file is damaged or incomplete. Open it in Excel, save it again and choose it again.',
    empty: 'The file has no rows.',
    notUtf8: (line: string) => `Line ${line} cannot be read (old code page). In Excel save as .xlsx or CSV UTF-8 and choose it again.`,
    openQuote: (line: string) => `Line ${line} opens a quote and does not close it. Correct the line and choose the file again.`,
    tooManyRows: (rows: string) => `The file has ${counted(rows, 'row')}, more than 50,000. Split it by hamlet.`,
  },
  columns: {
    words: 'Choose the column of the file for each item. Guessed by name and remembered for the next time; only names of columns are kept.',
    caption: 'Columns', ours: 'In the book', theirs: 'In the file', example: 'Example', none: '(none)', unnamed: (at: number) => `Column ${at}`,
    required: 'needed', sheet: 'Sheet', fillDown: 'Blank household code, hamlet, address: take the row above', fillDownHint: 'For lists that write the household only on its first row (merged cells).',
    needs: (labels: string) => `Missing columns: ${labels}`, preview: 'Preview', checking: 'Checking…',
  },
  preview: {
    summary: (file: string, rows: string) => `${file} · ${counted(rows, 'row')} · `, nothingYet: 'nothing is written yet',
    good: 'rows right', warned: 'rows to look at', wrong: 'rows wrong, not imported', totals: (households: string, people: string, hamlets: string) => `in these rows: ${counted(households, 'household')}, ${counted(people, 'person', 'people')}, ${counted(hamlets, 'hamlet')}`,
    wrongTag: 'Wrong', warnedTag: 'To look at', goodTag: 'Right',
    caption: 'Preview', line: 'Row', result: 'Result', ok: 'Imported', okWarned: 'Imported, look', notOk: 'Not imported',
    more: (count: string) => `${count} more rows like these are not shown here.`,
    download: (count: string) => `Download ${count} wrong rows`, downloadName: 'wrong-rows.csv', whatsWrong: 'What is wrong',
    commit: (count: string) => `Import ${counted(count, 'row')}`, without: (count: string) => `Leave out ${counted(count, 'wrong row')} and check the rest`, back: 'Columns again', cancel: 'Cancel', committing: 'Importing…',
    blocked: 'While a row is wrong, nothing is imported. Correct the file and choose it again, or leave the wrong rows out.',
    none: 'No rows of this kind.',
  },
  done: {
    title: 'Imported', words: 'Devices of officers get them with the next sync.',
    added: (households: string, people: string) => `Added: ${counted(households, 'household')}, ${counted(people, 'person', 'people')}`, changed: (households: string, people: string) => `Changed: ${counted(households, 'household')}, ${counted(people, 'person', 'people')}`,
    unchanged: (households: string, people: string) => `Left as they were: ${counted(households, 'household')}, ${counted(people, 'person', 'people')}`,
    again: 'Import another file', users: 'Assign hamlets to people',
  },
  problems: {
    leadingZeroAdded: 'Excel dropped the leading 0: added again', serialDate: 'Excel made a number of the date: turned back', digitsLost: 'Excel lost digits. Take them from the paper',
    tooLong: 'Too long (over 500 characters)', cellError: 'An error of Excel stands in this cell. Correct it and choose the file again', noValue: 'A formula without a value. Open the file in Excel, save it and choose it again',
    required: 'Must not be blank', unknownHamlet: 'No such hamlet. Add it first, or correct the name', hamletsDisagree: 'Code and name belong to two hamlets',
    householdInTwoHamlets: 'This household code stands in two hamlets', hamletDiffers: 'The book has this household in another hamlet', householdMerged: 'The book has merged this household with another: new people go there',
    householdCodeTwice: 'The book has more than one household with this code. Have a collector correct the code or report a merge, then import again',
    livesElsewhere: 'The book has this person in another household, or merged: nothing is added or changed', householdTooLarge: 'More than 100 rows have this household code. Is it the right column?', sameTwice: 'The same person is above in this household',
    twoHeadNames: 'This household code has two names of heads. Two households: correct the code; one: correct the name', twoAddresses: 'The household has two addresses: the one above is taken', headGuessed: 'No row says who is the head of this household: this person is taken',
    numberTwice: 'This number stands on two rows', twoHeads: 'The household has two heads', date: 'Not a day, month or year. Write 13/04/1960 or 1960', sex: 'Write Nam or Nữ',
    ethnicity: 'Not in the list of ethnic groups', relationOther: 'A relation outside the list: taken as “other”', relationBa: '“Ba” without a tone: taken as the father. Correct it if it is “bà”', oldNumber: '9 digits: kept as the old number', phoneConverted: 'An old 11-digit number: converted',
    keptNewer: 'The book has a newer value by an officer: kept', changedMeanwhile: 'Someone just changed this record. Import again', refused: 'The book does not take this row. Check its cells',
  },
  unknownProblem: 'Look at this cell again',
}
