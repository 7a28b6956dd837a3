import * as z from 'zod/mini'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Id of records, accounts, hamlets, devices and sync runs. Any version of UUID, in lower case only, so that an id has one spelling. */
export const uuid = z.string().check(z.regex(UUID))

/** The same check for text that was not parsed yet, e.g. a part of an address or an answer. */
export const isUuid = (text: string | undefined): text is string => text !== undefined && UUID.test(text)
