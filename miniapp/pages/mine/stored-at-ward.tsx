/** What the ward holds about the person who is signed in, and how to have it forgotten. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, api, OWN, signOut, type Trouble } from '../../api/index.ts'
import { Button, Card, Loading, Notice, Sheet, TroubleNote } from '../../ui/index.ts'
import { notKept } from './trouble-words.ts'

type Stored = Awaited<ReturnType<typeof api.privacy.read>>

/** @param onErased gets the number that proves it */
export function StoredAtWard({ onErased }: { onErased(proof: string): void }) {
  const { data, error, refetch } = useQuery({
    queryKey: [OWN, 'stored'],
    queryFn: ({ signal }) => api.privacy.read(undefined, { signal }),
  })
  const [isAsking, setAsking] = useState(false)
  const [failed, setFailed] = useState<Trouble | null>(null)
  const erase = async (): Promise<void> => {
    setAsking(false)
    try {
      const { proof } = await api.privacy.erase({ confirm: true })
      signOut()
      onErased(proof)
    } catch (problem) {
      setFailed(problem instanceof ApiError ? problem.trouble : 'unavailable')
    }
  }
  return (
    <Card title="Ở phường" icon="house">
      {!data && !error && <Loading what="Đang hỏi máy của phường…" />}
      {!data && error && (
        <TroubleNote trouble={error instanceof ApiError ? error.trouble : 'unavailable'} retry={() => void refetch()} />
      )}
      {data && (
        <ul className="mine-kept">
          {linesOf(data).map(([what, text]) => (
            <li key={what}>
              <strong>{what}</strong>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {failed && (
        <Notice tone="check" isNews>
          {notKept(failed).replace('Chưa lưu', 'Chưa xóa')}
        </Notice>
      )}
      <Button look="danger" onClick={() => setAsking(true)}>
        Xóa hết ở phường
      </Button>
      <Sheet title="Xóa hết ở phường?" isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>
          Sẽ xóa tài khoản, các nơi đã ghi, tin nhắn với Zalo của phường, vai trò tổ trưởng nếu có. Không lấy lại được.
        </p>
        <p>Còn lại một dòng ghi rằng có người đã xóa, không ghi tên ai. Hồ sơ đã nộp không bị ảnh hưởng.</p>
        <div className="buttons">
          <Button look="danger" onClick={() => void erase()}>
            Xóa hết
          </Button>
          <Button onClick={() => setAsking(false)}>Thôi, giữ lại</Button>
        </div>
      </Sheet>
    </Card>
  )
}

const KINDS: Record<Stored['accounts'][number]['kind'], string> = {
  oa: 'Mã riêng ở Zalo của phường',
  app: 'Mã riêng ở Mini App',
  staff: 'Tài khoản cán bộ',
}

type Thing = Stored['things'][number]['thing']
const THINGS: Record<Thing, [what: string, text: (total: number) => string]> = {
  conversations: ['Chuyện đang nói dở trong Zalo', () => 'Chủ đề, cách xưng hô, vài câu cuối'],
  inbox: ['Tin trong hộp thư', total => `${total} tin, mở hay chưa`],
  notice_answers: ['Đã trả lời thông báo', total => `${total} lần (sẽ đi, không đi được, câu hỏi)`],
  houses: ['Số nhà đã chọn', total => `${total} nhà`],
  notice_choices: ['Lựa chọn nhận tin', () => 'Loại tin, giờ không báo'],
  groups: ['Nhóm Zalo của phường', total => `${total} nhóm`],
  notices_written: ['Thông báo đã viết, đã duyệt', total => `${total} tin`],
  guides_written: ['Hướng dẫn đã viết, đã duyệt', total => `${total} bản`],
  cases_taken_on: ['Việc đã nhận trả lời', total => `${total} việc`],
  invitations: ['Đường dẫn đặt lại mật khẩu', total => `${total} đường dẫn`],
  phrases_proposed: ['Cách nói đã dạy máy', total => `${total} câu`],
}

function linesOf({
  accounts,
  places,
  roles,
  messages,
  handoffs,
  things,
  keepMessagesDays,
}: Stored): [string, string][] {
  const day = (at: string): string => new Date(at).toLocaleDateString('vi-VN')
  return [
    ...accounts.map(({ kind, since, lastUsedAt }): [string, string] => [
      KINDS[kind],
      `Từ ${day(since)}${lastUsedAt ? `; dùng lần cuối ${day(lastUsedAt)}` : ''}`,
    ]),
    ['Nơi đã ghi', places.map(({ label, name }) => `${label}: ${name}`).join(' · ') || 'Không có'],
    ...(roles.length > 0 ? [['Vai trò', roles.map(({ areaName }) => areaName).join(' · ')] as [string, string]] : []),
    ['Tin nhắn', messages > 0 ? `${messages} tin, đã che số riêng, tự xóa sau ${keepMessagesDays} ngày` : 'Không có'],
    ['Việc đã chuyển cán bộ', handoffs > 0 ? `${handoffs} việc` : 'Không có'],
    ...things.map(({ thing, total }): [string, string] => [THINGS[thing][0], THINGS[thing][1](total)]),
  ]
}
