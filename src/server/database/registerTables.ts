/** Records, operations and the commune's change number (migration 0002). */
export interface RegisterTables {}
