import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/** Where the line to the database breaks: at which statement of a piece of work, `before` the database gets it or `after` it ran. */
export interface DatabaseCut {
  /** Number of the statement, from 1. */
  readonly at: number
  readonly when: 'before' | 'after'
}

export interface DatabaseLine {
  /** URL of the database through the line. */
  readonly url: string
  /**
   * Does the work; `cut` breaks the connection of one of its statements.
   * @returns the result of the work, the statements sent, in order, and the lost one
   */
  during<T>(cut: DatabaseCut | null, work: () => Promise<T>): Promise<{ readonly value: T; readonly statements: readonly string[]; readonly lost: string | undefined }>
}

/**
 * A proxy between a server and PostgreSQL that knows where a statement begins and where its answer ends, and can break there. To the
 * server it looks as if the database died, to the database as if the server died.
 */
export async function databaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const { port, hostname } = new URL(databaseUrl)
  const open = new Set<Socket>()
  let statements: string[] = []
  let cut: DatabaseCut | null = null

  const listener = createServer((server) => {
    const database = connect(Number(port), hostname)
    const sockets = [server, database]
    const destroy = (): void => sockets.forEach((socket) => socket.destroy())
    for (const socket of sockets) {
      open.add(socket)
      socket.setNoDelay().on('error', destroy).on('close', () => {
        open.delete(socket)
        destroy()
      })
    }
    let isLost = false
    const asked = statementReader((statement, bytes) => {
      if (statement !== null) statements.push(statement)
      const isHere = statement !== null && cut?.at === statements.length
      if (isHere && cut?.when === 'before') return destroy()
      isLost ||= isHere
      database.write(bytes)
    })
    const answered = answerReader((isEnd, bytes) => {
      if (!isLost) server.write(bytes)
      else if (isEnd) destroy()
    })
    server.on('data', asked)
    database.on('data', answered)
  })
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready))
  afterAll(() => {
    listener.close()
    open.forEach((socket) => socket.destroy())
  })
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((listener.address() as AddressInfo).port)
  return {
    url: url.href,
    async during(where, work) {
      statements = []
      cut = where
      const value = await work().finally(() => (cut = null))
      const ran = statements
      statements = []
      return { value, statements: ran, lost: where === null ? undefined : ran[where.at - 1] }
    },
  }
}

/** Splits a stream into messages: a letter, the length of the rest, the rest. @returns a function that takes the next bytes */
function messageReader(hasLetter: (nth: number) => boolean, onMessage: (letter: string, body: Buffer, whole: Buffer) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0)
  let nth = 0
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    for (;;) {
      const start = hasLetter(nth) ? 1 : 0
      if (rest.length < start + 4) return
      const end = start + rest.readInt32BE(start)
      if (rest.length < end) return
      const whole = rest.subarray(0, end)
      rest = rest.subarray(end)
      nth += 1
      onMessage(start === 1 ? String.fromCharCode(whole[0]!) : '', whole.subarray(start + 4), whole)
    }
  }
}

/** Reads what a server sends. `statement` = text of the statement that is complete with these bytes, `null` = something else. */
function statementReader(take: (statement: string | null, bytes: Buffer) => void): (bytes: Buffer) => void {
  let held: Buffer[] = []
  let text = ''
  // The very first message has no letter.
  return messageReader((nth) => nth > 0, (letter, body, whole) => {
    held.push(whole)
    if (letter === 'Q') text = body.toString('utf8', 0, body.length - 1)
    // "Parse": the name of the statement, its text, the types of its parameters.
    if (letter === 'P') text = body.toString('utf8', body.indexOf(0) + 1, body.indexOf(0, body.indexOf(0) + 1))
    const isStatement = letter === 'Q' || letter === 'S'
    if (!isStatement && 'PBDE'.includes(letter) && letter !== '') return
    take(isStatement ? text : null, Buffer.concat(held))
    held = []
  })
}

/** Reads what the database sends; `isEnd` = it is ready for the next statement. */
const answerReader = (take: (isEnd: boolean, bytes: Buffer) => void): ((bytes: Buffer) => void) => messageReader(() => true, (letter, _body, whole) => take(letter === 'Z', whole))
