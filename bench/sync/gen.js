// gen.js — deterministic record generator. No dependencies.
//   makeRecords(n, seed=1)            -> Array<Record>   (45 fields, ~2 KB JSON, Vietnamese text)
//   makeEdits(records, k, seed=7)     -> Array<{id, field, value}>  one field of each of the first k records
//   applyEdits(records, edits)        -> void (in place)
//   digest(iterableOfRecords)         -> hex  order-independent content hash, used for convergence checks
import { createHash } from 'node:crypto'

export function rng(seed) {
  // mulberry32
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
const HO = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Lò',
  'Vàng',
  'Giàng',
  'Sùng',
  'Quàng',
  'Cầm',
]
const DEM = ['Văn', 'Thị', 'Hữu', 'Đức', 'Minh', 'Ngọc', 'Thanh', 'Quốc', 'Xuân', 'Kim', 'Hồng', 'Thu', 'A', 'Thị Mỹ', 'Công']
const TEN = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hà',
  'Hạnh',
  'Hiếu',
  'Hoa',
  'Hùng',
  'Hương',
  'Khánh',
  'Lan',
  'Linh',
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Phúc',
  'Phương',
  'Quân',
  'Sơn',
  'Tâm',
  'Thảo',
  'Thắng',
  'Thủy',
  'Trang',
  'Tuấn',
  'Vinh',
  'Yến',
  'Páo',
  'Dợ',
  'Mỷ',
]
const THON = [
  'Bản Nà Lốc',
  'Bản Pá Khoang',
  'Thôn Đông Hạ',
  'Thôn Phú Lâm',
  'Ấp Bình Hòa',
  'Ấp Mỹ Thạnh',
  'Tổ dân phố 4',
  'Thôn Cổ Lũng',
  'Bản Huổi Lèng',
  'Buôn Ea Tul',
  'Làng Kon Rẫy',
  'Thôn Tân Tiến',
]
const NGHE = [
  'Trồng lúa nước và hoa màu',
  'Chăn nuôi lợn, gà quy mô hộ',
  'Công nhân may tại khu công nghiệp',
  'Phụ hồ, lao động tự do theo ngày',
  'Buôn bán nhỏ tại chợ xã',
  'Lao động nội trợ',
  'Trồng cà phê, hồ tiêu',
  'Nuôi tôm thẻ chân trắng',
  'Lái xe tải thuê',
  'Thợ mộc',
  'Chưa có việc làm, đang tìm việc',
  'Đi làm việc ở nước ngoài theo hợp đồng',
]
const DT = ['Kinh', 'Tày', 'Thái', 'Mường', 'Khmer', 'Nùng', "H'Mông", 'Dao', 'Ê Đê', 'Ba Na']
const TD = ['Chưa qua đào tạo', 'Sơ cấp nghề', 'Trung cấp', 'Cao đẳng', 'Đại học', 'Chứng chỉ dưới 3 tháng']
const DTUONG = [
  'Hộ nghèo',
  'Hộ cận nghèo',
  'Người khuyết tật nặng',
  'Người cao tuổi cô đơn',
  'Trẻ em mồ côi',
  'Người có công',
  'Không thuộc diện',
  'Bảo trợ xã hội theo Nghị định 20',
]
const W = (
  'hộ gia đình có hoàn cảnh khó khăn nhà ở xuống cấp cần hỗ trợ sửa chữa trước mùa mưa bão chủ hộ thường xuyên đi làm xa con nhỏ đang học lớp thu nhập không ổn định ' +
  'đã được xét duyệt đề nghị xã kiểm tra lại hồ sơ thiếu giấy xác nhận khuyết tật đất canh tác diện tích ruộng vay vốn ngân hàng chính sách mua bò giống nước sinh hoạt hợp vệ sinh ' +
  'bảo hiểm y tế hết hạn đang chờ cấp đổi thẻ mới cán bộ thôn đã xác minh ngày phỏng vấn người trả lời vợ chồng anh chị em'
).split(' ')
export const NOTE_FIELDS = ['ghi_chu_can_bo', 'y_kien_ho_dan', 'mo_ta_nha_o']

export function makeRecord(i, seed = 1) {
  const r = rng(seed * 1000003 + i * 7919 + 17)
  const pick = (a) => a[Math.floor(r() * a.length)]
  const int = (a, b) => a + Math.floor(r() * (b - a + 1))
  const digits = (n) => {
    let s = ''
    while (s.length < n) s += int(0, 9)
    return s
  }
  const hex = (n) => {
    let s = ''
    while (s.length < n) s += Math.floor(r() * 16).toString(16)
    return s
  }
  const date = (y0, y1) => `${int(y0, y1)}-${String(int(1, 12)).padStart(2, '0')}-${String(int(1, 28)).padStart(2, '0')}`
  const words = (n) => {
    const o = []
    for (let k = 0; k < n; k++) o.push(pick(W))
    return o.join(' ')
  }
  const name = () => `${pick(HO)} ${pick(DEM)} ${pick(TEN)}`
  const ts = () =>
    `${date(2025, 2025)}T${String(int(6, 20)).padStart(2, '0')}:${String(int(0, 59)).padStart(2, '0')}:${String(int(0, 59)).padStart(2, '0')}.${digits(3)}Z`
  return {
    id: `${hex(8)}-${hex(4)}-7${hex(3)}-a${hex(3)}-${hex(12)}`,
    loai_phieu: pick(['ho_gia_dinh', 'nhan_khau', 'lao_dong', 'doi_tuong']),
    ma_xa: pick(['03127', '03130', '24193']),
    thon: pick(THON),
    so_phieu: `PH-${digits(6)}`,
    ho_ten: name(),
    gioi_tinh: pick(['Nam', 'Nữ']),
    ngay_sinh: date(1938, 2012),
    so_dinh_danh: '0' + digits(11),
    dan_toc: pick(DT),
    ton_giao: pick(['Không', 'Phật giáo', 'Công giáo', 'Tin lành']),
    quan_he_chu_ho: pick(['Chủ hộ', 'Vợ', 'Chồng', 'Con', 'Cháu', 'Bố mẹ']),
    ho_ten_chu_ho: name(),
    so_dien_thoai: '09' + digits(8),
    dia_chi: `Số nhà ${int(1, 400)}, ${pick(THON)}, xã ${pick(['Mường Phăng', 'Ea Tul', 'Tân Phú', 'Nà Tấu'])}`,
    tinh_trang_hon_nhan: pick(['Chưa kết hôn', 'Đã kết hôn', 'Ly hôn', 'Góa']),
    trinh_do_hoc_van: `Lớp ${int(1, 12)}/12`,
    trinh_do_chuyen_mon: pick(TD),
    tinh_trang_viec_lam: pick(['Có việc làm', 'Thất nghiệp', 'Không tham gia hoạt động kinh tế']),
    nghe_nghiep: pick(NGHE),
    noi_lam_viec: `${pick(['Công ty TNHH', 'HTX', 'Hộ kinh doanh'])} ${pick(TEN)} ${pick(TEN)}`,
    vi_the_viec_lam: pick(['Làm công hưởng lương', 'Tự làm', 'Lao động gia đình', 'Chủ cơ sở']),
    gio_lam_tuan: int(0, 70),
    thu_nhap_thang: int(8, 200) * 100000,
    tham_gia_bhxh: pick(['Bắt buộc', 'Tự nguyện', 'Không']),
    so_so_bhxh: digits(10),
    co_bhyt: r() < 0.85,
    ma_the_bhyt: `HN${int(1, 4)}${digits(12)}`,
    loai_ho: pick(['Nghèo', 'Cận nghèo', 'Trung bình', 'Khá']),
    so_nhan_khau: int(1, 9),
    so_lao_dong: int(0, 6),
    dien_tich_nha: int(20, 140),
    loai_nha: pick(['Kiên cố', 'Bán kiên cố', 'Thiếu kiên cố', 'Đơn sơ']),
    nguon_nuoc: pick(['Nước máy', 'Giếng khoan', 'Nước khe, mó', 'Nước mưa']),
    loai_doi_tuong: pick(DTUONG),
    muc_tro_cap: pick([0, 360000, 540000, 720000, 1000000]),
    ngay_huong: date(2015, 2025),
    kinh_do: +(103 + r() * 5).toFixed(6),
    vi_do: +(11 + r() * 11).toFixed(6),
    ghi_chu_can_bo: words(int(30, 60)),
    y_kien_ho_dan: words(int(18, 40)),
    mo_ta_nha_o: words(int(14, 34)),
    can_bo_thu_thap: pick(['cb.xa.01', 'cb.xa.02', 'cb.xa.03', 'ctv.thon.11']),
    trang_thai: 'cho_dong_bo',
    cap_nhat_luc: ts(),
  }
}
export function makeRecords(n, seed = 1) {
  const a = []
  for (let i = 0; i < n; i++) a[i] = makeRecord(i, seed)
  return a
}
export function makeEdits(records, k, seed = 7) {
  const r = rng(seed)
  const out = []
  for (let i = 0; i < k && i < records.length; i++) {
    const f = ['thu_nhap_thang', 'so_dien_thoai', 'nghe_nghiep', 'ghi_chu_can_bo', 'tinh_trang_viec_lam'][Math.floor(r() * 5)]
    const value =
      f === 'thu_nhap_thang'
        ? Math.floor(r() * 300) * 100000
        : f === 'so_dien_thoai'
          ? '03' + String(Math.floor(r() * 1e8)).padStart(8, '0')
          : f === 'nghe_nghiep'
            ? NGHE[Math.floor(r() * NGHE.length)] + ` (sửa ${seed})`
            : f === 'ghi_chu_can_bo'
              ? Array.from({ length: 25 }, () => W[Math.floor(r() * W.length)]).join(' ')
              : ['Có việc làm', 'Thất nghiệp', 'Nghỉ thai sản', 'Đi học'][Math.floor(r() * 4)] + ` #${seed}`
    out.push({ id: records[i].id, field: f, value })
  }
  return out
}
export function applyEdits(records, edits) {
  const m = new Map(records.map((r) => [r.id, r]))
  for (const e of edits) m.get(e.id)[e.field] = e.value
}
export function canon(r) {
  return JSON.stringify(
    Object.keys(r)
      .filter((k) => k[0] !== '_')
      .sort()
      .map((k) => [k, r[k]]),
  )
}
export function digest(recs) {
  const hs = []
  for (const r of recs) hs.push(createHash('sha1').update(canon(r)).digest('hex'))
  hs.sort()
  const h = createHash('sha1')
  for (const x of hs) h.update(x)
  return `${hs.length}:${h.digest('hex').slice(0, 16)}`
}
