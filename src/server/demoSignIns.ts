import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoSignIn } from './demo/seedDemo'
import type { ServerDeps } from './deps'

/**
 * What to print of the demonstration commune: seeds it when the register is empty, else repeats the sign-ins kept in the
 * data folder (owner only). Nothing in production: '' there, and when the register is somebody's own.
 */
export async function findDemoSignIns(deps: ServerDeps): Promise<string> {
  const file = join(deps.config.dataDir, 'demo-sign-ins.txt')
  if (deps.config.production) return ''
  if (await hasAccounts(deps)) return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  // Loaded only now: a real register never needs it.
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
