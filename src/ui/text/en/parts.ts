import type { WordsOf } from '../areas'

export const partEnglish: WordsOf<'parts'> = {
  appName: 'Sổ Thôn',
  back: 'Back',
  close: 'Close',
  main: 'Main',
  toMain: 'Skip to content',
  undo: 'Undo',
  optional: '(optional)',
  show: 'Show',
  hide: 'Hide',
  clear: 'Clear search',
  loading: 'Opening…',
  state: {
    none: 'Not started', draft: 'Draft', queued: 'Waiting', sent: 'Sent', returned: 'Returned', accepted: 'Accepted',
    action: 'Needs you', live: 'In the book', warn: 'Warning',
  },
  nav: {
    thon: 'Hamlet', viec: 'Tasks', dongBo: 'Sync', cuaToi: 'Mine', kiemTra: 'To review', dot: 'Batches', so: 'Households and people', yeuCau: 'Requests',
    tienDo: 'Progress', nhapTep: 'Import', nguoiDung: 'Users', may: 'Devices', thonBan: 'Hamlets', kyDieuTra: 'Surveys',
  },
  role: { member: 'Village team member', officer: 'Officer', supervisor: 'Supervisor', admin: 'Administrator' },
  chip: {
    noNetwork: 'No network',
    waiting: (count: number) => `${count} waiting`,
    waitingShort: (count: number) => `${count} waiting`,
    sending: (sent: number, toSend: number) => `Sending ${sent}/${toSend}`,
    sendingShort: (sent: number, toSend: number) => `${sent}/${toSend}`,
    receiving: 'Receiving',
    done: 'All sent',
    needsYou: 'Needs you',
    idle: 'Sync',
    label: (words: string) => `${words}. Open the sync page`,
    waitingOffline: (count: number) => `${count} waiting, no network`,
  },
  count: (words: string, count: number) => `${words} ${count}`,
}
