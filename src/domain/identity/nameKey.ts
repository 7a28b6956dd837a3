const COMBINING = /[\u0300-\u036f]/g
const APOSTROPHES = /[\u2019\u2018\u02bc\u02b9\u00b4`]/g

/** A name as it is kept: NFC, one kind of apostrophe, single spaces, no spaces at the ends. Never throws. */
export function cleanName(name: string): string {
  return name.normalize('NFC').replace(APOSTROPHES, "'").replace(/\s+/gu, ' ').trim()
}

/**
 * Search and duplicate key: without diacritics, đ as d, lower case, hyphens as spaces, apostrophes dropped.
 * "Hoà" and "Hòa", "Ka-Tơr" and "ka tor", "K'Brơi" and "K’brơi" meet. Not for display, not for sorting.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD').replace(COMBINING, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(APOSTROPHES, "'").replaceAll("'", '')
    .replace(/[-\u2010-\u2015]/g, ' ')
    .replace(/\s+/gu, ' ').trim()
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Key by which names meet that have the same diacritics, wherever in a syllable its tone is written: "Hoà" and "Hòa", not "Hoa". Not for display. */
export function tonedName(name: string): string {
  // The tone before its syllable: what is typed halfway is the beginning of the whole.
  return cleanName(name).toLowerCase().normalize('NFD').split(' ').map((word) => (word.match(TONES)?.join('') ?? '') + word.replace(TONES, '')).join(' ')
}

/** The last word of a full name (tên), by which Vietnamese lists are sorted; the whole name when it is one word. */
export function givenNameOf(fullName: string): string {
  const clean = cleanName(fullName)
  return clean.slice(clean.lastIndexOf(' ') + 1)
}
