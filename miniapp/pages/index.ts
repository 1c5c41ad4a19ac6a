/** Every page by its address. All but the first are loaded when they are opened. */
import { type ComponentType, lazy } from 'react'
import type { BarItem } from '../ui/index.ts'
import { HomePage } from './home/home-page.tsx'

interface PageEntry {
  path: string
  Page: ComponentType
}

const LifeEventPage = lazy(() => import('./home/life-event-page.tsx'))
const ShelvesPage = lazy(() => import('./procedures/shelves-page.tsx'))
const GuidePage = lazy(() => import('./procedures/guide-page.tsx'))
const ChecklistPage = lazy(() => import('./checklists/checklist-page.tsx'))
const HelpingPage = lazy(() => import('./helping/helping-page.tsx'))
const ChatPage = lazy(() => import('./chat/chat-page.tsx'))
const NoticesPage = lazy(() => import('./notices/notices-page.tsx'))
const NoticePage = lazy(() => import('./notices/notice-page.tsx'))
const NoticeSettingsPage = lazy(() => import('./notices/settings-page.tsx'))
const LeaderPage = lazy(() => import('./notices/leader-page.tsx'))
const TemplatesPage = lazy(() => import('./notices/templates-page.tsx'))
const ComposePage = lazy(() => import('./notices/compose-page.tsx'))
const WatchPage = lazy(() => import('./notices/watch-page.tsx'))
const AnswersPage = lazy(() => import('./notices/answers-page.tsx'))
const DoorsPage = lazy(() => import('./notices/doors-page.tsx'))
const PosterPage = lazy(() => import('./notices/poster-page.tsx'))
const RepliesPage = lazy(() => import('./notices/replies-page.tsx'))
const JoinPage = lazy(() => import('./notices/join-page.tsx'))
const MinePage = lazy(() => import('./mine/mine-page.tsx'))
const PlacesPage = lazy(() => import('./mine/places-page.tsx'))
const AddPlacePage = lazy(() => import('./mine/add-place-page.tsx'))
const FollowPage = lazy(() => import('./mine/follow-page.tsx'))
const MessagesPage = lazy(() => import('./mine/messages-page.tsx'))
const NotificationsPage = lazy(() => import('./mine/notifications-page.tsx'))
const SignInPage = lazy(() => import('./mine/sign-in-page.tsx'))
const DataPage = lazy(() => import('./mine/data-page.tsx'))
const FiguresPage = lazy(() => import('./figures/figures-page.tsx'))
const AboutPage = lazy(() => import('./mine/about-page.tsx'))

export const pages: PageEntry[] = [
  { path: '/', Page: HomePage },
  { path: '/tim', Page: HomePage },
  { path: '/su-kien/:key', Page: LifeEventPage },
  { path: '/thu-tuc', Page: ShelvesPage },
  { path: '/thu-tuc/:key', Page: GuidePage },
  { path: '/thu-tuc/:key/giay-to', Page: ChecklistPage },
  { path: '/lam-giup', Page: HelpingPage },
  { path: '/lam-giup/:key', Page: HelpingPage },
  { path: '/hoi', Page: ChatPage },
  { path: '/thong-bao', Page: NoticesPage },
  { path: '/thong-bao/cai-dat', Page: NoticeSettingsPage },
  { path: '/thong-bao/tra-loi', Page: RepliesPage },
  { path: '/thong-bao/tham-gia', Page: JoinPage },
  { path: '/thong-bao/to/:area', Page: JoinPage },
  { path: '/thong-bao/to-truong', Page: LeaderPage },
  { path: '/thong-bao/viet', Page: TemplatesPage },
  { path: '/thong-bao/viet/:key', Page: ComposePage },
  { path: '/thong-bao/tin/:id', Page: WatchPage },
  { path: '/thong-bao/tin/:id/tra-loi', Page: AnswersPage },
  { path: '/thong-bao/tin/:id/tung-nha/:area', Page: DoorsPage },
  { path: '/thong-bao/tin/:id/ap-phich', Page: PosterPage },
  { path: '/thong-bao/:code', Page: NoticePage },
  { path: '/cua-toi', Page: MinePage },
  { path: '/cua-toi/noi', Page: PlacesPage },
  { path: '/cua-toi/noi/them', Page: AddPlacePage },
  { path: '/cua-toi/quan-tam', Page: FollowPage },
  { path: '/cua-toi/nhan-tin', Page: MessagesPage },
  { path: '/cua-toi/bao-tin', Page: NotificationsPage },
  { path: '/cua-toi/dang-nhap', Page: SignInPage },
  { path: '/cua-toi/du-lieu', Page: DataPage },
  { path: '/cua-toi/gioi-thieu', Page: AboutPage },
  { path: '/so-lieu', Page: FiguresPage },
]

/** Three to five; the words are short enough for the largest letters. */
export const barItems: BarItem[] = [
  { to: '/', title: 'Trang đầu', icon: 'home' },
  { to: '/tim', title: 'Tìm', icon: 'search' },
  { to: '/thu-tuc', title: 'Thủ tục', icon: 'shelves' },
  { to: '/hoi', title: 'Hỏi', icon: 'chat' },
  { to: '/cua-toi', title: 'Của tôi', icon: 'person' },
]
