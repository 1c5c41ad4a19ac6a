/**
 * What a new ward starts with: imported once as revision 1, then the officers' own. One file a topic; adding a topic is
 * adding its file and its line here. tests/content.test.ts holds every file to the schema and to its sources.
 */

import type { Topic } from '../procedures.ts'
import { anNinhTratTu } from './topics/an-ninh-trat-tu.ts'
import { anToanThucPham } from './topics/an-toan-thuc-pham.ts'
import { baoHiemYTe } from './topics/bao-hiem-y-te.ts'
import { bhxh } from './topics/bhxh.ts'
import { caiChinhHoTich } from './topics/cai-chinh-ho-tich.ts'
import { canCuoc } from './topics/can-cuoc.ts'
import { capSoDoLanDau } from './topics/cap-so-do-lan-dau.ts'
import { chamSocThayThe } from './topics/cham-soc-thay-the.ts'
import { chungThucBanSao } from './topics/chung-thuc-ban-sao.ts'
import { chungThucChuKy } from './topics/chung-thuc-chu-ky.ts'
import { chungThucGiaoDich } from './topics/chung-thuc-giao-dich.ts'
import { chuyenMucDichDat } from './topics/chuyen-muc-dich-dat.ts'
import { congTy } from './topics/cong-ty.ts'
import { dangKyLaiHoTich } from './topics/dang-ky-lai-ho-tich.ts'
import { dangKyXe } from './topics/dang-ky-xe.ts'
import { dieuChinhCuTru } from './topics/dieu-chinh-cu-tru.ts'
import { dinhDanhVneid } from './topics/dinh-danh-vneid.ts'
import { giaDinhVanHoa } from './topics/gia-dinh-van-hoa.ts'
import { giaHanTamTru } from './topics/gia-han-tam-tru.ts'
import { giamHo } from './topics/giam-ho.ts'
import { giayPhepLaiXe } from './topics/giay-phep-lai-xe.ts'
import { giayPhepXayDung } from './topics/giay-phep-xay-dung.ts'
import { hienDat } from './topics/hien-dat.ts'
import { hoChieu } from './topics/ho-chieu.ts'
import { hoKinhDoanh } from './topics/ho-kinh-doanh.ts'
import { hoKinhDoanhThayDoi } from './topics/ho-kinh-doanh-thay-doi.ts'
import { hoNgheo } from './topics/ho-ngheo.ts'
import { hoaGiaiCoSo } from './topics/hoa-giai-co-so.ts'
import { hoaGiaiDatDai } from './topics/hoa-giai-dat-dai.ts'
import { ketHon } from './topics/ket-hon.ts'
import { ketHonNuocNgoai } from './topics/ket-hon-nuoc-ngoai.ts'
import { khaiSinh } from './topics/khai-sinh.ts'
import { khaiSinhLienThong } from './topics/khai-sinh-lien-thong.ts'
import { khaiSinhNuocNgoai } from './topics/khai-sinh-nuoc-ngoai.ts'
import { khaiTu } from './topics/khai-tu.ts'
import { khieuNai } from './topics/khieu-nai.ts'
import { khuyetTat } from './topics/khuyet-tat.ts'
import { leHoi } from './topics/le-hoi.ts'
import { luuTru } from './topics/luu-tru.ts'
import { lyHon } from './topics/ly-hon.ts'
import { lyLichTuPhap } from './topics/ly-lich-tu-phap.ts'
import { maiTang } from './topics/mai-tang.ts'
import { matHoChieu } from './topics/mat-ho-chieu.ts'
import { nghiaVuQuanSu } from './topics/nghia-vu-quan-su.ts'
import { nguoiCoCong } from './topics/nguoi-co-cong.ts'
import { nhanChaMeCon } from './topics/nhan-cha-me-con.ts'
import { nongNghiepThuySan } from './topics/nong-nghiep-thuy-san.ts'
import { nuoiConNuoi } from './topics/nuoi-con-nuoi.ts'
import { phanAnhKienNghi } from './topics/phan-anh-kien-nghi.ts'
import { sangTenDat } from './topics/sang-ten-dat.ts'
import { tachHo } from './topics/tach-ho.ts'
import { tachThua } from './topics/tach-thua.ts'
import { taiKhoanDvc } from './topics/tai-khoan-dvc.ts'
import { tamTru } from './topics/tam-tru.ts'
import { tamVang } from './topics/tam-vang.ts'
import { thongTinPhuong } from './topics/thong-tin-phuong.ts'
import { thue } from './topics/thue.ts'
import { thuongTru } from './topics/thuong-tru.ts'
import { toCao } from './topics/to-cao.ts'
import { tonGiao } from './topics/ton-giao.ts'
import { traCuuHoSo } from './topics/tra-cuu-ho-so.ts'
import { treEmGiaoDuc } from './topics/tre-em-giao-duc.ts'
import { trichLucHoTich } from './topics/trich-luc-ho-tich.ts'
import { troCapNguoiCaoTuoi } from './topics/tro-cap-nguoi-cao-tuoi.ts'
import { troCapThatNghiep } from './topics/tro-cap-that-nghiep.ts'
import { troCapXaHoi } from './topics/tro-cap-xa-hoi.ts'
import { xacNhanCuTru } from './topics/xac-nhan-cu-tru.ts'
import { xacNhanTinhTrangHonNhan } from './topics/xac-nhan-tinh-trang-hon-nhan.ts'
import { xoaTamTru } from './topics/xoa-tam-tru.ts'
import { xoaThuongTru } from './topics/xoa-thuong-tru.ts'

export { categories } from './categories.ts'
export { emergencyNumbers } from './emergency-numbers.ts'
export { lawFacts } from './law-facts.ts'
export { listKnownLaws } from './laws.ts'
export { negativeExamples } from './negative-examples.ts'
export { publicHolidays } from './public-holidays.ts'
export { type SampleWard, sampleWard } from './sample-ward.ts'

/** The starter topics, the ones asked for most often first. */
export const starterTopics: Topic[] = [
  khaiSinh,
  chungThucBanSao,
  canCuoc,
  thuongTru,
  tamTru,
  ketHon,
  xacNhanTinhTrangHonNhan,
  khaiTu,
  trichLucHoTich,
  chungThucChuKy,
  troCapNguoiCaoTuoi,
  hoKinhDoanh,
  khaiSinhLienThong,
  caiChinhHoTich,
  chungThucGiaoDich,
  dangKyLaiHoTich,
  nhanChaMeCon,
  ketHonNuocNgoai,
  khaiSinhNuocNgoai,
  giamHo,
  nuoiConNuoi,
  hoaGiaiCoSo,
  chamSocThayThe,
  baoHiemYTe,
  bhxh,
  sangTenDat,
  hoChieu,
  giayPhepLaiXe,
  lyLichTuPhap,
  tachThua,
  thue,
  troCapThatNghiep,
  lyHon,
  congTy,
  dinhDanhVneid,
  xacNhanCuTru,
  dangKyXe,
  dieuChinhCuTru,
  luuTru,
  nghiaVuQuanSu,
  tachHo,
  xoaThuongTru,
  giaHanTamTru,
  tamVang,
  matHoChieu,
  xoaTamTru,
  anNinhTratTu,
  capSoDoLanDau,
  giayPhepXayDung,
  traCuuHoSo,
  thongTinPhuong,
  taiKhoanDvc,
  phanAnhKienNghi,
  hoaGiaiDatDai,
  chuyenMucDichDat,
  khieuNai,
  toCao,
  hienDat,
  troCapXaHoi,
  maiTang,
  hoNgheo,
  khuyetTat,
  hoKinhDoanhThayDoi,
  nguoiCoCong,
  treEmGiaoDuc,
  anToanThucPham,
  nongNghiepThuySan,
  giaDinhVanHoa,
  leHoi,
  tonGiao,
]
