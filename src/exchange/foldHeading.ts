/** A heading in lower case, without marks and punctuation: `Họ, chữ đệm và tên (*)` -> `ho chu dem va ten`. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
