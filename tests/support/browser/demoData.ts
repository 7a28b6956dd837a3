import type { TestProject } from 'vitest/node'
import { vietnamDay } from '../../../src/domain/time'
import { emptyDataFolder, startProduct } from './product'

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of a product that made its demo commune and was stopped; the commune's history ends on this day. */
    demoData: { readonly path: string; readonly day: string }
  }
}

/** Starts the product once on an empty folder, as a user does. That takes a quarter of a minute, so each test file gets a copy of the result. */
export default async function setup(project: TestProject): Promise<() => void> {
  const day = vietnamDay(Date.now())
  const data = emptyDataFolder()
  const product = await startProduct(data.path)
  await product.stop()
  project.provide('demoData', { path: data.path, day })
  return data.remove
}
