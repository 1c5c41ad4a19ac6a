/**
 * What a new ward starts with: imported once as revision 1, then the officers' own. One file a topic; adding a topic is
 * adding its file and its line here. tests/content.test.ts holds every file to the schema and to its sources.
 */

import type { Topic } from '../procedures.ts'
import { canCuoc } from './topics/can-cuoc.ts'
import { chungThucBanSao } from './topics/chung-thuc-ban-sao.ts'
import { chungThucChuKy } from './topics/chung-thuc-chu-ky.ts'
import { hoKinhDoanh } from './topics/ho-kinh-doanh.ts'
import { ketHon } from './topics/ket-hon.ts'
import { khaiSinh } from './topics/khai-sinh.ts'
import { khaiTu } from './topics/khai-tu.ts'
import { tamTru } from './topics/tam-tru.ts'
import { thuongTru } from './topics/thuong-tru.ts'
import { trichLucHoTich } from './topics/trich-luc-ho-tich.ts'
import { troCapNguoiCaoTuoi } from './topics/tro-cap-nguoi-cao-tuoi.ts'
import { xacNhanTinhTrangHonNhan } from './topics/xac-nhan-tinh-trang-hon-nhan.ts'

export { categories } from './categories.ts'
export { negativeExamples } from './negative-examples.ts'
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
]
