/*
 * Parts of names that are common in the district. Names are put together from them by chance; no real person is meant. Spellings vary on purpose (Ka
 * Tơr, Katơr), as in the commune's papers.
 */

/** Ethnic groups of the demo commune by code: 01 Kinh, 17 Chăm, 21 Ra-glai, 16 Cơ-ho. */
export type People = '01' | '16' | '17' | '21'

export interface NameParts {
  readonly family: readonly string[]
  readonly middleMale: readonly string[]
  readonly middleFemale: readonly string[]
  readonly male: readonly string[]
  readonly female: readonly string[]
  /** The parent from whom a child has the family name. In Ra-glai and Cơ-ho families it is the mother. */
  readonly follows: 'father' | 'mother'
}

const commonMale = ['An', 'Bảo', 'Bền', 'Bình', 'Chiến', 'Cường', 'Danh', 'Dũng', 'Dương', 'Đạt', 'Đông', 'Đức', 'Giang', 'Hải', 'Hậu', 'Hiếu', 'Hòa', 'Hoàng', 'Hùng', 'Huy', 'Hưng', 'Khang', 'Khánh', 'Khoa', 'Kiên', 'Lành', 'Lâm', 'Lợi', 'Long', 'Lộc', 'Minh', 'Nam', 'Nghĩa', 'Nhân', 'Phát', 'Phong', 'Phúc', 'Phước', 'Quang', 'Quân', 'Quốc', 'Quý', 'Sang', 'Sơn', 'Sự', 'Tài', 'Tâm', 'Tân', 'Thái', 'Thành', 'Thắng', 'Thiện', 'Thịnh', 'Thuận', 'Tiến', 'Toàn', 'Trí', 'Trọng', 'Trung', 'Tú', 'Tuấn', 'Tùng', 'Việt', 'Vinh', 'Vũ', 'Vương']
const commonFemale = ['Ánh', 'Bích', 'Bướm', 'Cúc', 'Diễm', 'Diệu', 'Dung', 'Duyên', 'Đào', 'Giang', 'Hà', 'Hạnh', 'Hằng', 'Hiền', 'Hoa', 'Hồng', 'Huệ', 'Hương', 'Hường', 'Khánh', 'Kiều', 'Lan', 'Lài', 'Lệ', 'Liên', 'Liễu', 'Linh', 'Loan', 'Ly', 'Mai', 'Mận', 'Mỹ', 'Nga', 'Ngân', 'Ngọc', 'Ngưỡng', 'Nguyệt', 'Nhi', 'Nhung', 'Như', 'Oanh', 'Phượng', 'Quyên', 'Quỳnh', 'Sen', 'Sinh', 'Sương', 'Tâm', 'Thanh', 'Thảo', 'Thắm', 'Thơm', 'Thu', 'Thủy', 'Thúy', 'Thư', 'Tiên', 'Trang', 'Trâm', 'Trinh', 'Tuyết', 'Út', 'Vân', 'Vy', 'Xuân', 'Yến']

export const nameParts: Readonly<Record<People, NameParts>> = {
  '01': {
    family: ['Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Trần', 'Lê', 'Lê', 'Phạm', 'Huỳnh', 'Phan', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Trương', 'Đinh', 'Mai', 'Cao', 'Tô', 'Lâm'],
    middleMale: ['Văn', 'Văn', 'Văn', 'Hữu', 'Đức', 'Minh', 'Quốc', 'Thanh', 'Công', 'Ngọc', 'Xuân', 'Tấn', 'Hoàng', 'Gia', 'Đình'],
    middleFemale: ['Thị', 'Thị', 'Thị', 'Thị', 'Ngọc', 'Thị Kim', 'Thị Mỹ', 'Thị Thanh', 'Thị Ngọc', 'Thu', 'Kim', 'Bảo'],
    male: commonMale, female: commonFemale, follows: 'father',
  },
  '17': {
    family: ['Đàng', 'Đàng', 'Từ Công', 'Thập', 'Kiều', 'Châu', 'Quảng', 'Bá', 'Lưu', 'Hán', 'Trượng', 'Đạt', 'Báo', 'Lộ', 'Thành', 'Vạn', 'Đổng', 'Phú', 'Não', 'Dương'],
    middleMale: ['Văn', 'Văn', 'Năng', 'Minh', 'Ngọc', 'Quốc', 'Xuân', 'Thanh', 'Tấn'],
    middleFemale: ['Thị', 'Thị', 'Thị', 'Thị Kim', 'Thị Mỹ', 'Nữ', 'Thị Ngọc'],
    male: [...commonMale, 'Đum', 'Klu', 'Thiết', 'Sử'], female: [...commonFemale, 'Nhỡ', 'Tươm', 'Nhiễm'], follows: 'father',
  },
  '21': {
    family: ['Pi Năng', 'Pi Năng', 'Pi Năng', 'Chamaléa', 'Chamaléa', 'Chamaléa', 'Ka Tơr', 'Ka Tơr', 'Katơr', 'Tầu Yên', 'Bo Bo', 'Ka Dá', 'Pupur', 'Patâu Axá', 'Ha Vương', 'Mấu'],
    middleMale: ['', 'Văn', 'Văn', 'Minh', 'Quốc'],
    middleFemale: ['Thị', 'Thị', 'Thị', 'Thị', 'Thị Mỹ'],
    male: [...commonMale, 'Đượm', 'Hơn', 'Bay', 'Chá', 'Liêm', 'Thía', 'Phỏng', 'Nhơn', 'Xiêm'], female: [...commonFemale, 'Nhem', 'Bông', 'Hơn', 'Thím', 'Diện', 'Ngỡi', 'Lắm', 'Phấn'], follows: 'mother',
  },
  '16': {
    family: [''], middleMale: [''], middleFemale: [''],
    male: ["K'Brơi", "K'Brếp", "K'Sin", "K'Tem", "K'Lộ", "K'Bảo", "K'Huy", "K'Đen", 'Ha Brông', 'Ha Sơn', 'Ha Thiện', 'Lơ Mu Ha Krong'],
    female: ['Ka Nhem', 'Ka Brèo', 'Ka Hương', 'Ka Thủy', 'Ka Nhơi', 'Ka Duyên', 'Ka Rin', "Ka H'Giang", 'Lơ Mu Ka Diên', 'Bon Tô Ka Sa'],
    follows: 'mother',
  },
}
