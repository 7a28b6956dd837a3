import type { TestProject } from 'vitest/node'
import { startSystemPostgres } from './systemPostgres'
import { makeTemplate } from './testCluster'

/** One cluster of the system's PostgreSQL 15 for all server tests of a run. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!process.env.SOTHON_TEST_PG15) return undefined
  const { url, stop } = await startSystemPostgres(['fsync=off'])
  try {
    await makeTemplate(url)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('clusterUrl', url)
  project.provide('engine', 'system')
  return stop
}
