import { uuid7 } from '../domain/identity/uuid7'

/** A UUIDv7 by this device's clock: later ids sort later, and no two devices make the same id. */
export const newId = (): string => uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
