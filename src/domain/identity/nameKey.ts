const COMBINING = /[\u0300-\u036f]/g
const APOSTROPHES = /[\u2019\u2018\u02bc\u02b9\u00b4`]/g

/** A name as it is stored: NFC, one kind of apostrophe, single spaces, none at the ends. Never throws. */
export function cleanName(name: string): string {
  return name.normalize('NFC').replace(APOSTROPHES, "'").replace(/\s+/gu, ' ').trim()
}

/**
 * Key for search and duplicates: without diacritics, đ as d, lower case, hyphens as spaces, without apostrophes.
 * "Hoà" and "Hòa", "Ka-Tơr" and "ka tor", "K'Brơi" and "K’brơi" have the same key. Not for display, not for sorting.
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

/** Key that keeps diacritics, wherever in the syllable the tone is written: the same for "Hoà" and "Hòa", another for "Hoa". Not for display. */
export function tonedName(name: string): string {
  // The tone is put before its syllable: so the key of a half-typed syllable is the beginning of the whole key.
  return cleanName(name).toLowerCase().normalize('NFD').split(' ').map((word) => (word.match(TONES)?.join('') ?? '') + word.replace(TONES, '')).join(' ')
}

/** The last word of a full name (tên), by which Vietnamese lists are sorted. The whole name if it is one word. */
export function givenNameOf(fullName: string): string {
  const clean = cleanName(fullName)
  return clean.slice(clean.lastIndexOf(' ') + 1)
}
