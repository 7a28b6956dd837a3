/** Four characters by which people tell devices apart. The same in the administrator's list, at the desk and on the device itself. */
export const deviceCode = (id: string): string => id.slice(-4)
