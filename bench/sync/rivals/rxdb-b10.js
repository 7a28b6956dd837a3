process.env.RB = '10'
const m = await import('./rxdb.js')
export const title = m.title,
  startServer = m.startServer,
  openDevice = m.openDevice
