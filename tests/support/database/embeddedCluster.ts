import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../../src/server/database/embedded/embeddedDatabase'
import { makeTemplate } from './testCluster'

/** One embedded PostgreSQL for all server tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'sothon-cluster-'))
  const database = await startEmbedded(folder)
  await makeTemplate(database.url)
  project.provide('clusterUrl', database.url)
  project.provide('engine', 'embedded')
  return async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
