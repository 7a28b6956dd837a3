import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoSignIn } from './demo/seedDemo'
import type { ServerDeps } from './deps'

/**
 * Returns the demo sign-ins to print. If the register is empty, it seeds the demonstration commune first and stores the sign-ins in the data folder
 * (owner only); later it reads them there. Empty in production, and for a register that is not a demo.
 */
export async function findDemoSignIns(deps: ServerDeps): Promise<string> {
  const file = join(deps.config.dataDir, 'demo-sign-ins.txt')
  if (deps.config.production) return ''
  if (await hasAccounts(deps)) return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  // Loaded only when needed: a real register never needs it.
  const { seedDemo } = await import('./demo/seedDemo')
  console.log('The register is empty: seeding the demonstration commune …')
  const signIns = await seedDemo(deps)
  const words = ['Demonstration sign-ins (made-up people; set NODE_ENV=production for a real register):', ...signIns.map(lineOf)].join('\n')
  writeFileSync(file, `${words}\n`, { mode: 0o600 })
  return words
}

const lineOf = ({ role, username, password }: DemoSignIn): string => `  ${role.padEnd(14)} ${username.padEnd(18)} ${password}`

async function hasAccounts({ db }: ServerDeps): Promise<boolean> {
  return (await db.selectFrom('app_user').select('id').limit(1).execute()).length > 0
}
