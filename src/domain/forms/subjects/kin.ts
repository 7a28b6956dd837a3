/*
 * How two people of a household are related, derived from their relations to its head (`relationsToHead`), in the codes of `kinRelations`.
 * Only where it is certain: a child of the head need not be the spouse's, and two children may be married to each other.
 */

/** Outer key: relation of the person the form is about. Inner key: that of the other person. Value: what the other is to the first. */
const certain: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1': { '2': '2', '3': '3', '4': '1', '5': '4', '6': '5', '7': '6' },
  '2': { '1': '2' },
  '3': { '1': '1', '4': '4' },
  '4': { '1': '3', '3': '6' },
  '5': { '1': '6' },
  '6': { '1': '5' },
}

/** What `other` is to `self`, given both relations to the head. `undefined` = it cannot be derived. */
export function kinOf(other: string | undefined, self: string | undefined): string | undefined {
  return certain[self ?? '']?.[other ?? '']
}
