import type { AccountTables } from './accountTables'
import type { RegisterTables } from './registerTables'

/** Every table of the server, by name. The tables are declared in the files beside this one. */
export interface Database extends AccountTables, RegisterTables {}

/**
 * Directory tables: small, the same on every node of a distributed database, with keys of their own. Every other table has `commune` first in each
 * key, except `number_registry` and `number_lock`: there the hash comes first, which is their distribution column.
 */
export const directoryTables = [
  'instance', 'app_user', 'app_session', 'sign_in_guess', 'server_key', 'schema_migration', 'schema_migration_lock',
] as const
