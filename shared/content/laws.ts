/**
 * The legal documents the starter topics name. A day on which a document stops holding stands here only when a source
 * states it; a document without one may still have changed.
 */
import type { LegalBasis } from '../procedures.ts'

const titles: Record<string, string> = {
  '52/2014/QH13': 'Luật Hôn nhân và gia đình',
  '60/2014/QH13': 'Luật Hộ tịch',
  '59/2020/QH14': 'Luật Doanh nghiệp',
  '68/2020/QH14': 'Luật Cư trú',
  '26/2023/QH15': 'Luật Căn cước',
  '41/2024/QH15': 'Luật Bảo hiểm xã hội',
  '76/2025/QH15': 'Luật sửa đổi Luật Doanh nghiệp',
  '118/2025/QH15': 'Luật sửa đổi các luật về an ninh, trật tự',
  '66.7/2025/NQ-CP': 'Nghị quyết về cắt giảm thủ tục hành chính dựa trên dữ liệu',
  '23/2015/NĐ-CP': 'Nghị định về chứng thực và cấp bản sao từ sổ gốc',
  '123/2015/NĐ-CP': 'Nghị định chi tiết thi hành Luật Hộ tịch',
  '87/2020/NĐ-CP': 'Nghị định về dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến',
  '104/2022/NĐ-CP': 'Nghị định bỏ yêu cầu nộp sổ hộ khẩu, sổ tạm trú giấy',
  '70/2024/NĐ-CP': 'Nghị định chi tiết Luật Căn cước',
  '154/2024/NĐ-CP': 'Nghị định chi tiết Luật Cư trú',
  '07/2025/NĐ-CP': 'Nghị định sửa quy định hộ tịch, quốc tịch, chứng thực',
  '42/2025/NĐ-CP': 'Nghị định về chức năng, tổ chức của Bộ Y tế',
  '120/2025/NĐ-CP': 'Nghị định phân định thẩm quyền chính quyền địa phương lĩnh vực tư pháp',
  '168/2025/NĐ-CP': 'Nghị định về đăng ký doanh nghiệp, hộ kinh doanh',
  '176/2025/NĐ-CP': 'Nghị định về trợ cấp hưu trí xã hội',
  '280/2025/NĐ-CP': 'Nghị định sửa Nghị định 23/2015/NĐ-CP về chứng thực',
  '18/2026/NĐ-CP': 'Nghị định cắt giảm thủ tục của Bộ Tư pháp',
  '58/2026/NĐ-CP': 'Nghị định sửa các nghị định về cư trú, căn cước',
  '296/2026/NĐ-CP': 'Nghị định sửa Nghị định 168/2025/NĐ-CP',
  '226/2016/TT-BTC': 'Thông tư về phí chứng thực',
  '257/2016/TT-BTC': 'Thông tư về phí công chứng, phí chứng thực',
  '264/2016/TT-BTC': 'Thông tư về phí tại cơ quan đại diện ở nước ngoài',
  '281/2016/TT-BTC': 'Thông tư về phí khai thác dữ liệu hộ tịch',
  '85/2019/TT-BTC': 'Thông tư về phí, lệ phí do Hội đồng nhân dân tỉnh quyết định',
  '01/2020/TT-BTP': 'Thông tư hướng dẫn chứng thực',
  '04/2020/TT-BTP': 'Thông tư hướng dẫn Luật Hộ tịch',
  '55/2021/TT-BCA': 'Thông tư chi tiết Luật Cư trú',
  '56/2021/TT-BCA': 'Thông tư về biểu mẫu cư trú',
  '57/2021/TT-BCA': 'Thông tư về quy trình đăng ký cư trú',
  '106/2021/TT-BTC': 'Thông tư sửa Thông tư 85/2019/TT-BTC',
  '01/2022/TT-BTP': 'Thông tư chi tiết Nghị định 87/2020/NĐ-CP',
  '75/2022/TT-BTC': 'Thông tư về lệ phí đăng ký cư trú',
  '03/2023/TT-BTP': 'Thông tư của Bộ Tư pháp về hộ tịch',
  '66/2023/TT-BCA': 'Thông tư sửa các thông tư về cư trú',
  '04/2024/TT-BTP': 'Thông tư sửa mẫu giấy tờ quốc tịch, hộ tịch',
  '16/2024/TT-BCA': 'Thông tư về mẫu thẻ căn cước',
  '17/2024/TT-BCA': 'Thông tư chi tiết Luật Căn cước',
  '18/2024/TT-BCA': 'Thông tư về quy trình cấp thẻ căn cước',
  '73/2024/TT-BTC': 'Thông tư về lệ phí đổi, cấp lại thẻ căn cước',
  '08/2025/TT-BTP': 'Thông tư phân định thẩm quyền hành chính tư pháp',
  '53/2025/TT-BCA': 'Thông tư sửa biểu mẫu cư trú, căn cước',
  '54/2025/TT-BCA': 'Thông tư về quy trình đăng ký cư trú',
  '64/2025/TT-BTC': 'Thông tư giảm, miễn một số phí, lệ phí',
  '68/2025/TT-BTC': 'Thông tư về biểu mẫu đăng ký doanh nghiệp, hộ kinh doanh',
  '71/2025/TT-BTC': 'Thông tư sửa lệ phí đăng ký cư trú',
  '116/2026/TT-BCA': 'Thông tư chi tiết Luật Cư trú, mẫu CT01 mới',
  '117/2026/TT-BTC': 'Thông tư miễn, giảm phí khi nộp trực tuyến',
}

const lastDays: Record<string, string> = {
  '60/2014/QH13': '2027-03-01',
  '120/2025/NĐ-CP': '2027-03-01',
  '55/2021/TT-BCA': '2026-07-01',
  '66/2023/TT-BCA': '2026-07-01',
  '64/2025/TT-BTC': '2027-01-01',
  '117/2026/TT-BTC': '2027-03-01',
}

const addresses: Record<string, string> = {
  '60/2014/QH13': 'https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=46746',
  '68/2020/QH14': 'https://vanban.chinhphu.vn/?docid=202609&pageid=27160',
  '118/2025/QH15': 'https://datafiles.chinhphu.vn/cpp/files/vbpq/2026/01/luatso118.2025.pdf',
  '123/2015/NĐ-CP': 'https://vanban.chinhphu.vn/?pageid=27160&docid=182158',
  '154/2024/NĐ-CP': 'https://vanban.chinhphu.vn/?docid=211821&pageid=27160',
  '58/2026/NĐ-CP': 'https://vanban.chinhphu.vn/?classid=1&docid=216977&orggroupid=2&pageid=27160',
  '17/2024/TT-BCA': 'https://vbpl.vn/Pages/vbpq-toanvan.aspx?ItemID=170084',
  '116/2026/TT-BCA':
    'https://vanban.bocongan.gov.vn/co-so-du-lieu-van-ban/thong-tu-quy-dinh-chi-tiet-mot-so-dieu-va-bien-phap-thi-hanh-luat-cu-tru-1784261073',
  '117/2026/TT-BTC': 'https://vanban.chinhphu.vn/?pageid=27160&docid=219230',
}

/** Legal bases by number, most telling first; an unknown number is a mistake in the content. */
export function laws(...numbers: string[]): LegalBasis[] {
  return numbers.map(number => {
    const title = titles[number]
    if (!title) throw new Error(`no legal document ${number} in shared/content/laws.ts`)
    return { number, title, url: addresses[number] ?? null, effectiveUntil: lastDays[number] ?? null }
  })
}
