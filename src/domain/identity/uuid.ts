import * as z from 'zod/mini'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id of anything made here: records, accounts, hamlets, devices, sync runs. Any version of UUID, in small letters: one id has one spelling. */
export const uuid = z.string().check(z.regex(UUID))

/** The same of text nobody has read yet: a part of an address, an answer. */
export const isUuid = (text: string | undefined): text is string => text !== undefined && UUID.test(text)
