/** A ward in full swing: something in every state on every page of the console, and the address of each. */
import { noFacts } from '../../shared/local-parts/index.ts'
import { type Caller, HOOD, type NoticeWard, openNoticeWard, WARD } from './notices.ts'
import { inviteAndEnrol, type Officer, type Pc } from './staff.ts'

/** The names of what stands in an address, for every page that is about one thing. */
export type Addresses = Record<string, string>

export interface WholeDesk {
  ward: NoticeWard
  admin: Officer
  editor: Officer
  /** By the page's path in the console's list: where one of its kind is to be seen. */
  addresses: Addresses
}

const GUIDE = 'khai-sinh'

export async function openWholeDesk(): Promise<WholeDesk> {
  const ward = await openNoticeWard({
    config: { trustProxy: 1, publicUrl: 'https://phuong-mau.example' },
    emulator: { settings: { oa: { plan: 'none' }, messages: { received: false } } },
  })
  const { administrator: admin } = ward.officers
  const editor = await inviteAndEnrol(ward, admin, {
    name: 'Lê Thị Soạn',
    role: 'editor',
    area: WARD,
    username: 'le.soan',
  })
  const [handoff, question] = await askInVain(ward, admin)
  await writeGuides(admin, editor)
  await keepFresh(admin)
  const notice = await sendNotices(ward)
  await ok(admin, 'POST', '/api/staff/invitations', { name: 'Võ Văn Bảy', role: 'leader', area: HOOD })
  await ok(admin, 'POST', '/api/staff/tokens', { label: 'Màn hình ở sảnh', role: 'viewer', area: WARD, days: 90 })
  return {
    ward,
    admin,
    editor,
    addresses: {
      '/cho-tra-loi/:id': `/cho-tra-loi/${handoff}`,
      '/quay/:key': `/quay/${GUIDE}`,
      '/huong-dan/:key': `/huong-dan/${GUIDE}`,
      '/huong-dan/:key/lich-su': `/huong-dan/${GUIDE}/lich-su`,
      '/huong-dan/:key/rieng': `/huong-dan/${GUIDE}/rieng`,
      '/thong-bao/viet/:id': `/thong-bao/viet/${notice.draft}`,
      '/thong-bao/tin/:id': `/thong-bao/tin/${notice.sent}`,
      '/thong-bao/mau/:area/:key': `/thong-bao/mau/${WARD}/moi`,
      '/thong-bao/tin/:id/tra-loi': `/thong-bao/tin/${notice.sent}/tra-loi`,
      '/thong-bao/tin/:id/tung-nha': `/thong-bao/tin/${notice.sent}/tung-nha`,
      '/thong-bao-cho-duyet/:id': `/thong-bao-cho-duyet/${notice.waiting}`,
      '/cau-hoi/:id': `/cau-hoi/${question}`,
    },
  }
}

/** @throws Error for whatever is not 200 */
async function ok<T = unknown>(by: Pc, method: string, path: string, body?: unknown): Promise<T> {
  const response = await by.call(method, path, body)
  if (response.status !== 200) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

/** Cases and questions. @returns one of each */
async function askInVain(ward: NoticeWard, admin: Officer): Promise<[string, string]> {
  for (const [key, ...said] of [
    ['chi-lan', 'Làm giấy khai sinh cho con cần gì?', 'gặp cán bộ'],
    ['co-huong', 'xin phép nuôi trăn gấm trong nhà phải làm sao', 'gặp cán bộ'],
    ['ba-sau', 'nuoi tran gam trong nha co can giay khong'],
    ['anh-nam', 'tiếng ồn karaoke nhà bên cạnh đêm khuya kêu ai'],
    ['em-minh', 'xin giấy phép bay drone quay phim ở công viên'],
  ] as const) {
    for (const text of said) await ward.resident(key).ask(text)
  }
  const [first] = await ok<{ id: string }[]>(admin, 'GET', '/api/handoffs')
  await ok(admin, 'POST', `/api/handoffs/${first?.id}/claim`, {})
  await ok(admin, 'POST', `/api/handoffs/${first?.id}/notes`, { text: 'Đã xem trên hệ thống, hồ sơ chưa có.' })
  const { groups } = await ok<{ groups: { id: string }[] }>(admin, 'GET', '/api/questions?state=open&page=0')
  await ok(admin, 'POST', `/api/questions/${groups[1]?.id}/examples`, {
    topic: null,
    wording: 'Nuôi trăn gấm tại nhà',
    namesConfirmed: false,
  })
  return [first?.id ?? '', groups[0]?.id ?? '']
}

interface Draft {
  id: string
  version: number
  content: Record<string, unknown>
}

/** One draft being written, one that waits, one local part, examples, and a guide that somebody wants out of use. */
async function writeGuides(admin: Officer, editor: Officer): Promise<void> {
  const write = async (key: string, summary: string): Promise<Draft> => {
    const draft = await ok<Draft>(editor, 'POST', `/api/guides/${key}/draft`, { from: null })
    return ok<Draft>(editor, 'PUT', `/api/guides/drafts/${draft.id}`, {
      ...draft,
      content: { ...draft.content, summary },
    })
  }
  await write(GUIDE, 'Đăng ký khai sinh cho con trong 60 ngày từ ngày sinh, tại nơi cha hoặc mẹ đang ở.')
  const waiting = await write('khai-tu', 'Đăng ký khai tử cho người đã mất, trong 15 ngày.')
  await ok(editor, 'POST', `/api/guides/drafts/${waiting.id}/submit`, {
    version: waiting.version,
    why: 'gọn lại câu đầu theo lời góp ý của bà con',
  })
  await ok(admin, 'POST', `/api/guides/${GUIDE}/examples`, {
    asked: { kind: 'question', text: 'làm khai sinh cho con cần giấy gì' },
    target: { topic: GUIDE, caseId: null },
  })
  await ok(editor, 'PUT', `/api/guides/${GUIDE}/local/${WARD}`, {
    facts: {
      ...noFacts,
      fee: { lines: [{ name: 'Lệ phí khai sinh quá hạn', amount: 8000, per: null }], source: 'Nghị quyết (mẫu)' },
    },
    version: null,
  })
  const { revision } = await ok<{ revision: number }>(editor, 'GET', '/api/guides/mai-tang')
  await ok(editor, 'POST', '/api/guides/mai-tang/retire', {
    key: 'mai-tang',
    revision,
    why: 'phường thôi nhận việc này',
  })
}

/** Tasks, a change to come, the state of a law. */
async function keepFresh(admin: Officer): Promise<void> {
  await ok(admin, 'POST', '/api/laws/mark', {
    number: '60/2014/QH13',
    state: 'amended',
    since: '2026-12-01',
    note: 'Luật sửa đổi (mẫu)',
  })
  await ok(admin, 'POST', '/api/freshness/changes', {
    day: '2027-01-01',
    text: 'Hết đợt giảm lệ phí làm qua mạng',
    topics: [GUIDE],
    remindDays: 30,
  })
}

/** In every state, in a neighbourhood with houses. @returns where they are */
async function sendNotices(ward: NoticeWard): Promise<{ draft: string; waiting: string; sent: string }> {
  await ward.member('ba-sau')
  await ok(ward.officers.administrator, 'PUT', `/api/areas/${HOOD}/houses`, { text: '12/1\n12/3\n12/5A\n14/2' })
  const write = async (title: string, by?: Caller) => ward.compose({ fields: { title } }, by ?? ward.leader)
  const sent = await ward.send({ fields: { title: 'Tiêm phòng cho trẻ dưới 5 tuổi' } })
  const waiting = await write('Mời họp tổ dân phố')
  await ward.submit(waiting)
  const stopped = await write('Ngày hội đọc sách')
  await ward.submit(stopped)
  await ward.leader.post(`/api/notices/${stopped.id}/cancel`, { reason: 'Dời sang tuần sau' })
  const later = await ward.compose({
    fields: { title: 'Tổng vệ sinh đường hẻm 45' },
    timing: { kind: 'at', at: new Date('2026-12-04T00:30:00Z') },
  })
  await ward.submit(later)
  await ward.approve(later)
  const back = await write('Cắt điện sửa đường dây')
  await ward.submit(back)
  await ward.reviewer.post(`/api/notice-approvals/${back.id}/return`, {
    version: back.version,
    reason: 'Ghi rõ từ mấy giờ',
  })
  const draft = await write('Thu gom rác cồng kềnh')
  return { draft: draft.id, waiting: waiting.id, sent: sent.id }
}
