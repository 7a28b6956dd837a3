import { createAdmin, renewAfterRestore } from './commands'
import { readConfig } from './config'
import { serve } from './serve'

const usage = `node dist/server/main.js                                  start the server
node dist/server/main.js admin create --username NAME --name "FULL NAME" --communes 22810,22813
                                                          make an administrator and print the password once
node dist/server/main.js restored                         after restoring a backup, before the start: devices start afresh`

/** The entry of the server: reads the environment and the command line, and runs the command. An error ends the process with code 1. */
async function main([command, ...rest]: readonly string[]): Promise<void> {
  const config = readConfig(process.env)
  if (command === undefined) return serve(config)
  if (command === 'admin' && rest[0] === 'create') return createAdmin(config, rest.slice(1))
  if (command === 'restored') return renewAfterRestore(config)
  console.error(usage)
  process.exitCode = 2
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error)
  process.exit(1)
})
