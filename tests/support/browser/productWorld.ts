import { afterAll, beforeAll } from 'vitest'
import { openDevice, type Device, type DeviceInput } from './browser'
import { demoDataFolder } from './demoDataFolder'
import { startProduct, type Product } from './product'

export interface ProductWorld {
  readonly product: Product
  /** Folder of its embedded database. */
  readonly data: string
  /** Opens a phone or a desk. It is closed together with the world. */
  device(input: DeviceInput): Promise<Device>
}

/**
 * The built product for the tests of one file, and the devices they open on it.
 * @param env settings of the product; an ordinary user sets none
 */
export function productWorld(env: NodeJS.ProcessEnv = {}): ProductWorld {
  const data = demoDataFolder()
  const devices: Device[] = []
  let product: Product | undefined
  beforeAll(async () => {
    product = await startProduct(data.path, undefined, env)
  })
  afterAll(async () => {
    for (const device of devices) await device.close()
    await product?.stop()
    data.remove()
  })
  return {
    get product() {
      if (!product) throw new Error('productWorld — not started yet')
      return product
    },
    data: data.path,
    async device(input) {
      const device = await openDevice(input)
      devices.push(device)
      return device
    },
  }
}
