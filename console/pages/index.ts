/** Every page by its address: whom it serves, and what it is called in the menu. The server decides again. */
import { type ComponentType, lazy } from 'react'
import type { Role } from '../ui/index.ts'
import { TodayPage } from './today/today-page.tsx'

interface PageEntry {
  path: string
  /** The least role that has something to do here; null: everybody who is signed in. */
  access: Role | null
  /** Of no use to whoever does not keep the guides: in a city, an officer of one ward. */
  isForKeepers?: true
  /** Left out: reached from another page. */
  menu?: string
  Page: ComponentType
}

const HandoffsPage = lazy(() => import('./handoffs/handoffs-page.tsx'))
const CannedPage = lazy(() => import('./handoffs/canned-page.tsx'))
const FiguresPage = lazy(() => import('./questions/figures-page.tsx'))
const HandoffPage = lazy(() => import('./handoffs/handoff-page.tsx'))
const CounterPage = lazy(() => import('./counter/counter-page.tsx'))
const CounterTopicPage = lazy(() => import('./counter/topic-page.tsx'))
const GuidesPage = lazy(() => import('./procedures/guides-page.tsx'))
const GuidePage = lazy(() => import('./procedures/guide-page.tsx'))
const NoticesPage = lazy(() => import('./notices/notices-page.tsx'))
const NoticePage = lazy(() => import('./notices/notice-page.tsx'))
const ComposePage = lazy(() => import('./notices/compose-page.tsx'))
const StartersPage = lazy(() => import('./notices/starters-page.tsx'))
const StarterPage = lazy(() => import('./notices/starter-page.tsx'))
const NoticeAnswersPage = lazy(() => import('./notices/answers-page.tsx'))
const DoorsPage = lazy(() => import('./notices/doors-page.tsx'))
const CarryingPage = lazy(() => import('./carrying/carrying-page.tsx'))
const HousesPage = lazy(() => import('./areas/houses-page.tsx'))
const ApprovalsPage = lazy(() => import('./notices/approvals-page.tsx'))
const ApprovalPage = lazy(() => import('./notices/approval-page.tsx'))
const GuideHistoryPage = lazy(() => import('./procedures/history-page.tsx'))
const LocalPartPage = lazy(() => import('./procedures/local-page.tsx'))
const ReviewPage = lazy(() => import('./review/review-page.tsx'))
const FreshnessPage = lazy(() => import('./freshness/freshness-page.tsx'))
const LawsPage = lazy(() => import('./laws/laws-page.tsx'))
const OfficePage = lazy(() => import('./office/office-page.tsx'))
const PacksPage = lazy(() => import('./packs/packs-page.tsx'))
const QuestionsPage = lazy(() => import('./questions/questions-page.tsx'))
const QuestionPage = lazy(() => import('./questions/question-page.tsx'))
const ExamplesPage = lazy(() => import('./questions/examples-page.tsx'))
const AuditPage = lazy(() => import('./audit/audit-page.tsx'))
const AreasPage = lazy(() => import('./areas/areas-page.tsx'))
const StaffPage = lazy(() => import('./staff/staff-page.tsx'))
const TokensPage = lazy(() => import('./staff/tokens-page.tsx'))
const AccountPage = lazy(() => import('./staff/account-page.tsx'))

export const pages: PageEntry[] = [
  { path: '/', access: null, menu: 'Hôm nay', Page: TodayPage },
  { path: '/cho-tra-loi', access: 'answerer', menu: 'Bà con đang chờ', Page: HandoffsPage },
  { path: '/cho-tra-loi/cau-soan-san', access: 'answerer', Page: CannedPage },
  { path: '/cho-tra-loi/:id', access: 'answerer', Page: HandoffPage },
  { path: '/quay', access: 'viewer', menu: 'Tại quầy', Page: CounterPage },
  { path: '/quay/:key', access: 'viewer', Page: CounterTopicPage },
  { path: '/huong-dan', access: 'viewer', menu: 'Hướng dẫn', Page: GuidesPage },
  { path: '/huong-dan/:key', access: 'viewer', Page: GuidePage },
  { path: '/thong-bao', access: 'leader', menu: 'Thông báo', Page: NoticesPage },
  { path: '/thong-bao/viet', access: 'leader', Page: ComposePage },
  { path: '/thong-bao/viet/:id', access: 'leader', Page: ComposePage },
  { path: '/thong-bao/mau', access: 'leader', Page: StartersPage },
  { path: '/thong-bao/mau/:area/:key', access: 'leader', Page: StarterPage },
  { path: '/thong-bao/tin/:id', access: 'leader', Page: NoticePage },
  { path: '/thong-bao/tin/:id/tra-loi', access: 'leader', Page: NoticeAnswersPage },
  { path: '/thong-bao/tin/:id/tung-nha', access: 'leader', Page: DoorsPage },
  { path: '/thong-bao-cho-duyet', access: 'reviewer', menu: 'Thông báo chờ duyệt', Page: ApprovalsPage },
  { path: '/thong-bao-cho-duyet/:id', access: 'reviewer', Page: ApprovalPage },
  { path: '/huong-dan/:key/lich-su', access: 'viewer', isForKeepers: true, Page: GuideHistoryPage },
  { path: '/huong-dan/:key/rieng', access: 'viewer', Page: LocalPartPage },
  { path: '/duyet-nhanh', access: 'editor', menu: 'Duyệt nhanh', Page: ReviewPage },
  { path: '/xem-lai', access: 'viewer', menu: 'Xem lại', Page: FreshnessPage },
  { path: '/gio-lam-viec', access: 'editor', menu: 'Giờ làm việc', Page: OfficePage },
  { path: '/van-ban', access: 'viewer', isForKeepers: true, menu: 'Văn bản pháp luật', Page: LawsPage },
  { path: '/cau-hoi', access: 'editor', menu: 'Câu chưa trả lời được', Page: QuestionsPage },
  { path: '/cau-hoi/day-may', access: 'editor', Page: ExamplesPage },
  { path: '/cau-hoi/so-lieu', access: 'administrator', Page: FiguresPage },
  { path: '/cau-hoi/:id', access: 'editor', Page: QuestionPage },
  { path: '/noi-dung', access: 'editor', isForKeepers: true, menu: 'Đưa vào, lấy ra', Page: PacksPage },
  { path: '/dia-ban', access: 'administrator', menu: 'Địa bàn', Page: AreasPage },
  { path: '/dia-ban/so-nha', access: 'administrator', Page: HousesPage },
  { path: '/cach-gui', access: 'administrator', menu: 'Cách gửi tin', Page: CarryingPage },
  { path: '/can-bo', access: 'administrator', menu: 'Cán bộ', Page: StaffPage },
  { path: '/phan-mem-khac', access: 'administrator', menu: 'Phần mềm khác', Page: TokensPage },
  { path: '/nhat-ky', access: 'administrator', menu: 'Nhật ký', Page: AuditPage },
  { path: '/tai-khoan', access: null, menu: 'Tài khoản của tôi', Page: AccountPage },
]
