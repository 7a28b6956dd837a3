process.env.PB = '10'
const m = await import('./pouchdb.js')
export const title = m.title,
  startServer = m.startServer,
  openDevice = m.openDevice
