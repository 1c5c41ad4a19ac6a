/** Shelves of the guide, in the order people ask for them. Keys are those of `Topic.category`. */
export const categories: { key: string; title: string }[] = [
  { key: 'ho-tich', title: 'Hộ tịch' },
  { key: 'cu-tru', title: 'Cư trú' },
  { key: 'can-cuoc', title: 'Căn cước' },
  { key: 'chung-thuc', title: 'Chứng thực' },
  { key: 'bao-tro-xa-hoi', title: 'Trợ cấp xã hội' },
  { key: 'cong-an-quan-su', title: 'Công an, quân sự' },
  { key: 'ho-kinh-doanh', title: 'Hộ kinh doanh' },
  { key: 'dat-dai-xay-dung', title: 'Đất đai, xây dựng' },
  { key: 'khieu-nai-phan-anh', title: 'Khiếu nại, phản ánh' },
  { key: 'phuong-va-ho-so', title: 'Phường và hồ sơ đã nộp' },
  { key: 'nguoi-co-cong', title: 'Người có công' },
  { key: 'giao-duc', title: 'Trẻ em, học hành' },
  { key: 'van-hoa-ton-giao', title: 'Văn hóa, tôn giáo' },
  { key: 'nong-nghiep', title: 'Nông nghiệp, thủy sản' },
  { key: 'noi-khac', title: 'Làm ở nơi khác' },
]
