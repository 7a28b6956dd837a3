// the same as yjs.js; run it with --scale=16 or more so that y-websocket's hard-coded 30 s liveness check never fires
const m = await import('./yjs.js')
export const title = 'Yjs, 30 s watchdog out of play',
  startServer = m.startServer,
  openDevice = m.openDevice
