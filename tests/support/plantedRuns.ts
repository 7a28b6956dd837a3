import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createVitest, type Vitest } from 'vitest/node'
import { plantPlugin, ROOT, type PlantedLine } from './plantedLine'

type Options = Parameters<typeof createVitest>[1]

/** A planted fault, and the test file that must notice it. */
export interface SeenLine extends PlantedLine {
  /** The test file that notices the fault. */
  readonly by: string
  /** Which of its tests are run; absent = all. */
  readonly tests?: RegExp
}

/** Returns a function that runs a test file with a planted fault, until a test fails. Call it where a file's tests are declared. */
export function plantedRuns(options: () => Options) {
  let planted: PlantedLine | null = null
  let vitest: Vitest
  beforeAll(async () => {
    const common: Options = { root: ROOT, config: false, watch: false, environment: 'node', include: ['tests/**/*.test.ts'], reporters: [{}], bail: 1, testTimeout: 30_000, hookTimeout: 60_000, fileParallelism: false }
    vitest = await createVitest('test', { ...common, ...options() }, { plugins: [plantPlugin(() => planted)], logLevel: 'silent' })
  }, 120_000)
  afterAll(() => vitest.close(), 120_000)

  /** @returns the names of the failed tests; none = the fault was not noticed */
  return async (line: PlantedLine | null, by: string, tests?: RegExp): Promise<readonly string[]> => {
    if (planted) vitest.invalidateFile(join(ROOT, planted.file))
    planted = line
    if (planted) vitest.invalidateFile(join(ROOT, planted.file))
    if (tests) vitest.setGlobalTestNamePattern(tests)
    else vitest.resetGlobalTestNamePattern()
    const specifications = await vitest.globTestSpecifications([by])
    const { testModules: all, unhandledErrors } = await vitest.runTestSpecifications(specifications)
    // The result also contains modules of earlier runs.
    const testModules = all.filter(({ moduleId }) => specifications.some((each) => each.moduleId === moduleId))
    if (testModules.length !== 1) throw new Error(`plantedRuns — ${by} — ${testModules.length} files`)
    const broken = [...unhandledErrors, ...testModules.flatMap((module) => module.errors())]
    if (broken.length > 0) throw new Error(`plantedRuns — ${by} — ${JSON.stringify(broken)}`)
    return testModules.flatMap((module) => [...module.children.allTests('failed')].map((test) => test.name))
  }
}
