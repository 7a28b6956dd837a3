/** The demo commune: xã Ninh Sơn, tỉnh Khánh Hòa. Its hamlets and people are made up. */
export const demoPlace = { commune: '22810', province: '56' } as const

/** Change it when the generator's output changes on purpose. */
export const DEMO_SEED = 22810
