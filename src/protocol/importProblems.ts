/**
 * Problems of a cell that the server finds, in addition to the forms' own findings. `ImportIssue.problem` is one of these, or the id of
 * a finding of household@1 or person@1 (`PE-002`), followed by a colon and the problem of the value if there is one (`PE-VAL:noSuchDay`).
 */
export const importProblems = [
  'required', // the column must not be empty
  'unknownHamlet', // no such hamlet in the commune: make it first, or correct the name
  'hamletsDisagree', // code and name of the hamlet belong to two hamlets
  'householdInTwoHamlets', // the same household code stands in two hamlets of the file
  'hamletDiffers', // the register has this household in another hamlet
  'householdMerged', // the household was set aside as the same as another: new people go to that one (warning)
  'householdCodeTwice', // two households of the register have this code, so it is unclear which one the file means
  'livesElsewhere', // the register has this person in another household, or merged with somebody: nothing is changed (warning)
  'householdTooLarge', // more people than a household can have: probably another column was taken for its code
  'sameTwice', // the same person twice in the same household
  'numberTwice', // the same personal number on two rows (warning)
  'twoHeadNames', // the lines of one household code name two heads: probably two households with one code
  'twoAddresses', // the lines of one household have two addresses: the first is taken (warning)
  'headGuessed', // no line says who is the head of a new household: the first is taken (warning)
  'twoHeads', // a household with two heads (warning)
  'date', // not a date, month or year
  'sex', // neither Nam nor Nữ
  'ethnicity', // not in the list of ethnic groups
  'relationOther', // a relation outside the list, taken as "Khác" (warning)
  'relationBa', // "Ba" without a tone, taken as the father (warning)
  'oldNumber', // nine digits: kept as the old number (warning)
  'phoneConverted', // an 11-digit mobile number from before 2018, converted to the present one (warning)
  'keptNewer', // the register has another value that a person wrote since: it stays (warning)
  'changedMeanwhile', // somebody changed the record during the import: import again
  'refused', // the register refused the row
] as const
export type ImportProblem = (typeof importProblems)[number]
