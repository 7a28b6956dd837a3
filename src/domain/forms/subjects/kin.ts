/*
 * How two people of a household are related, by how each is to its head (`relationsToHead`), in the words of `kinRelations`: only where
 * it is certain. A child of the head need not be the spouse's, and two children may be married to each other.
 */

/** By the relation of the person the form is about, and then of the other one: what the other is to them. */
const certain: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1': { '2': '2', '3': '3', '4': '1', '5': '4', '6': '5', '7': '6' },
  '2': { '1': '2' },
  '3': { '1': '1', '4': '4' },
  '4': { '1': '3', '3': '6' },
  '5': { '1': '6' },
  '6': { '1': '5' },
}

/** What `other` is to `self`; `undefined` where it does not follow. */
export function kinOf(other: string | undefined, self: string | undefined): string | undefined {
  return certain[self ?? '']?.[other ?? '']
}
