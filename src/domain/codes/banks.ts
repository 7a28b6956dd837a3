import type { CodeItem } from './codeItem'

/** A bank or wallet through which a beneficiary may be paid. `code` is its six-digit BIN. */
export interface BankItem extends CodeItem {
  readonly kind: 'bank' | 'wallet'
  /** NAPAS short code, e.g. `AGRIBANK`. Imported lists often have it instead of the BIN. */
  readonly napas: string
}

/** BIN | code | short name | full name. */
const table = [
  ['422589', 'CIMB', 'CIMB Bank', 'Ngân hàng TNHH MTV CIMB Việt Nam'],
  ['458761', 'HSBC', 'HSBC Vietnam', 'Ngân hàng TNHH MTV HSBC (Việt Nam)'],
  ['546034', 'CAKE', 'CAKE by VPBank', 'Ngân hàng số CAKE by VPBank - Ngân hàng TMCP Việt Nam Thịnh Vượng'],
  ['546035', 'UBANK', 'Ubank by VPBank', 'Ngân hàng số Ubank by VPBank - Ngân hàng TMCP Việt Nam Thịnh Vượng'],
  ['668888', 'KBANK', 'Kasikornbank', 'Ngân hàng Đại chúng TNHH KASIKORNBANK - CN TP. Hồ Chí Minh'],
  ['796500', 'DBS', 'DBS Bank', 'NH TNHH MTV Phát triển Singapore - Chi nhánh TP. Hồ Chí Minh'],
  ['801011', 'NONGHYUP', 'Nonghyup Bank', 'Ngân hàng Nonghyup - Chi nhánh Hà Nội'],
  ['963369', 'LIOBANK', 'Liobank', 'Ngân hàng số Liobank - Ngân hàng TMCP Phương Đông'],
  ['963388', 'TIMO', 'Timo', 'Ngân hàng số Timo by Bản Việt Bank'],
  ['970400', 'SGB', 'SaigonBank', 'Ngân hàng TMCP Sài Gòn Công Thương'],
  ['970403', 'STB', 'Sacombank', 'Ngân hàng TMCP Sài Gòn Thương Tín'],
  ['970405', 'AGRIBANK', 'Agribank', 'Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam'],
  ['970406', 'VIKKI', 'Vikki Bank', 'Ngân hàng TNHH MTV Số Vikki'],
  ['970407', 'TCB', 'Techcombank', 'Ngân hàng TMCP Kỹ thương Việt Nam'],
  ['970408', 'GPBANK', 'GPBank', 'Ngân hàng Thương mại TNHH MTV Dầu Khí Toàn Cầu'],
  ['970409', 'BAB', 'BacA Bank', 'Ngân hàng TMCP Bắc Á'],
  ['970410', 'SC', 'Standard Chartered Vietnam', 'Ngân hàng TNHH MTV Standard Chartered Bank Việt Nam'],
  ['970412', 'PVCOMBANK', 'PVcomBank', 'Ngân hàng TMCP Đại Chúng Việt Nam'],
  ['970414', 'MBV', 'MBV', 'Ngân hàng TNHH MTV Việt Nam Hiện Đại'],
  ['970415', 'CTG', 'VietinBank', 'Ngân hàng TMCP Công thương Việt Nam'],
  ['970416', 'ACB', 'ACB', 'Ngân hàng TMCP Á Châu'],
  ['970418', 'BID', 'BIDV', 'Ngân hàng TMCP Đầu tư và Phát triển Việt Nam'],
  ['970419', 'NVB', 'NCB Bank', 'Ngân hàng TMCP Quốc Dân'],
  ['970421', 'VRB', 'VietNgaBank', 'Ngân hàng Liên doanh Việt - Nga'],
  ['970422', 'MBB', 'MB Bank', 'Ngân hàng TMCP Quân đội'],
  ['970423', 'TPB', 'TPBank', 'Ngân hàng TMCP Tiên Phong'],
  ['970424', 'SVB', 'Shinhan Bank', 'Ngân hàng TNHH MTV Shinhan Việt Nam'],
  ['970425', 'ABB', 'AB Bank', 'Ngân hàng TMCP An Bình'],
  ['970426', 'MSB', 'MSB', 'Ngân hàng TMCP Hàng Hải'],
  ['970427', 'VAB', 'VietABank', 'Ngân hàng TMCP Việt Á'],
  ['970428', 'NAB', 'Nam A Bank', 'Ngân hàng TMCP Nam Á'],
  ['970429', 'SCB', 'SCB', 'Ngân hàng TMCP Sài Gòn'],
  ['970430', 'PGB', 'PG Bank', 'Ngân hàng TMCP Xăng dầu Petrolimex'],
  ['970431', 'EIB', 'Eximbank', 'Ngân hàng TMCP Xuất Nhập khẩu Việt Nam'],
  ['970432', 'VPB', 'VPBank', 'Ngân hàng TMCP Việt Nam Thịnh Vượng'],
  ['970433', 'VBB', 'VietBank', 'Ngân hàng TMCP Việt Nam Thương Tín'],
  ['970434', 'IVB', 'Indovina Bank', 'Ngân hàng TNHH Indovina'],
  ['970436', 'VCB', 'Vietcombank', 'Ngân hàng TMCP Ngoại Thương Việt Nam'],
  ['970437', 'HDB', 'HDBank', 'Ngân hàng TMCP Phát triển TP. Hồ Chí Minh'],
  ['970438', 'BAOVIETBANK', 'BaoViet Bank', 'Ngân hàng TMCP Bảo Việt'],
  ['970439', 'PBVN', 'Public Bank Vietnam', 'Ngân hàng TNHH MTV Public Việt Nam'],
  ['970440', 'SSB', 'SeABank', 'Ngân hàng TMCP Đông Nam Á'],
  ['970441', 'VIB', 'VIB', 'Ngân hàng TMCP Quốc tế Việt Nam'],
  ['970442', 'HLB', 'HongLeong Bank', 'Ngân hàng TNHH MTV Hong Leong Việt Nam'],
  ['970443', 'SHB', 'SHB', 'Ngân hàng TMCP Sài Gòn - Hà Nội'],
  ['970444', 'VNCB', 'CB Bank', 'Ngân hàng Thương mại TNHH MTV Xây dựng Việt Nam'],
  ['970446', 'COOPBANK', 'Co-op Bank', 'Ngân hàng Hợp tác xã Việt Nam'],
  ['970448', 'OCB', 'OCB Bank', 'Ngân hàng TMCP Phương Đông'],
  ['970449', 'LPB', 'LPBank', 'Ngân hàng TMCP Lộc Phát Việt Nam'],
  ['970452', 'KLB', 'KienlongBank', 'Ngân hàng TMCP Kiên Long'],
  ['970454', 'BVB', 'BVBank', 'Ngân hàng TMCP Bản Việt'],
  ['970455', 'IBKHN', 'IBK HN', 'Ngân hàng Công nghiệp Hàn Quốc - Chi nhánh Hà Nội'],
  ['970456', 'IBKHCM', 'IBK HCM', 'Ngân hàng Công nghiệp Hàn Quốc - Chi nhánh TP. Hồ Chí Minh'],
  ['970457', 'WRB', 'Woori Bank', 'Ngân hàng TNHH MTV Woori Việt Nam'],
  ['970458', 'UOB', 'United Overseas Bank Vietnam', 'Ngân hàng United Overseas Bank Việt Nam'],
  ['970462', 'KBHN', 'Kookmin Bank HN', 'Ngân hàng Kookmin - Chi nhánh Hà Nội'],
  ['970463', 'KBHCM', 'Kookmin Bank HCM', 'Ngân hàng Kookmin - Chi nhánh TP. Hồ Chí Minh'],
  ['971025', 'MOMO', 'MoMo', 'CTCP Dịch Vụ Di Động Trực Tuyến'],
] as const

const WALLETS: readonly string[] = ['971025']

/** Not in the list above. The BINs come from general knowledge, and must be confirmed before the first payment file. */
const unconfirmed: readonly BankItem[] = [
  { code: '999888', napas: 'VBSP', short: 'NHCSXH', label: 'Ngân hàng Chính sách xã hội', kind: 'bank', doubtful: true },
  { code: '971005', napas: 'VTLMONEY', short: 'Viettel Money', label: 'Tổng Công ty Dịch vụ số Viettel - Viettel Money', kind: 'wallet', doubtful: true },
  { code: '971011', napas: 'VNPTMONEY', short: 'VNPT Money', label: 'VNPT Money - Tập đoàn Bưu chính Viễn thông Việt Nam', kind: 'wallet', doubtful: true },
]

/**
 * Banks and wallets by BIN, each under its current name. A renamed bank keeps its BIN (970449 LienVietPostBank -> LPBank,
 * 970414 OceanBank -> MBV, 970406 DongA -> Vikki). Source: npm vietnam-qr-pay 1.5.1 (MIT), names normalised to NFC.
 */
export const banks: readonly BankItem[] = [
  ...table.map(([code, napas, short, label]): BankItem => ({ code, napas, short, label, kind: WALLETS.includes(code) ? 'wallet' : 'bank' })),
  ...unconfirmed,
]
