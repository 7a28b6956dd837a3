import type { CodeItem } from './codeItem'

const names = [
  'Kinh', 'Tày', 'Thái', 'Hoa', 'Khơ-me', 'Mường', 'Nùng', 'Hmông', 'Dao', 'Gia-rai', 'Ngái', 'Ê-đê', 'Ba-na',
  'Xơ-đăng', 'Sán Chay', 'Cơ-ho', 'Chăm', 'Sán Dìu', 'Hrê', 'Mnông', 'Ra-glai', 'Xtiêng', 'Bru-Vân Kiều', 'Thổ',
  'Giáy', 'Cơ-tu', 'Gié-Triêng', 'Mạ', 'Khơ-mú', 'Co', 'Ta-ôi', 'Chơ-ro', 'Kháng', 'Xinh-mun', 'Hà Nhì', 'Chu-ru',
  'Lào', 'La Chí', 'La Ha', 'Phù Lá', 'La Hủ', 'Lự', 'Lô Lô', 'Chứt', 'Mảng', 'Pà Thẻn', 'Cơ Lao', 'Cống', 'Bố Y',
  'Si La', 'Pu Péo', 'Brâu', 'Ơ-đu', 'Rơ-măm', 'Người nước ngoài', 'Không rõ',
] as const

/**
 * The 54 ethnic groups, then 55 foreigner, 56 unknown. Codes `01`..`56`.
 * Source: Quyết định 121-TCTK/PPCĐ, 2 March 1979. Other systems use other numbers, so imports match by name.
 */
export const ethnicities: readonly CodeItem[] = names.map((label, index) => ({ code: String(index + 1).padStart(2, '0'), label }))
