/** What is said beside the content: check this, all is well, and the states in which there is nothing to show. */
import type { ReactNode } from 'react'
import type { Trouble } from '../api/index.ts'
import { Button } from './button.tsx'
import { CallWard } from './call-ward.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Row, Rows } from './row.tsx'

type Tone = 'plain' | 'check' | 'done' | 'danger'

const TONE_ICON: Record<Tone, IconName> = { plain: 'info', check: 'warning', done: 'check', danger: 'warning' }

/** @param isNews read aloud when it appears */
export function Notice({ tone = 'plain', isNews, children }: { tone?: Tone; isNews?: boolean; children: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`} role={isNews ? 'status' : undefined}>
      <Icon name={TONE_ICON[tone]} />
      <div>{children}</div>
    </div>
  )
}

export function Loading({ what }: { what: string }) {
  return (
    <p className="loading" role="status">
      {what}
    </p>
  )
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty" role="status">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

const TROUBLES: Record<Trouble, { title: string; advice: string }> = {
  offline: {
    title: 'Chưa nối được tới máy của phường',
    advice: 'Kiểm tra Wi-Fi hoặc mạng di động, rồi bấm Thử lại.',
  },
  timeout: { title: 'Mạng đang chậm', advice: 'Chờ một chút rồi bấm Thử lại.' },
  unavailable: {
    title: 'Máy của phường đang bận',
    advice: 'Chờ một phút rồi bấm Thử lại. Cần gấp thì gọi cho phường.',
  },
  conflict: { title: 'Chưa lưu được', advice: 'Đã đủ số nơi cho một tài khoản. Bỏ bớt một nơi rồi làm lại.' },
  'too-many': { title: 'Đang có quá nhiều lượt', advice: 'Chờ một phút rồi bấm Thử lại.' },
  'not-found': { title: 'Không có mục này', advice: 'Có thể đường dẫn đã cũ. Về trang đầu để tìm việc cần làm.' },
  refused: { title: 'Chưa được phép xem', advice: 'Về trang đầu rồi mở lại. Vẫn không được thì gọi cho phường.' },
  invalid: { title: 'Máy chưa hiểu yêu cầu này', advice: 'Về trang đầu rồi thử lại.' },
}

/** Asking once more changes nothing about these. */
const FINAL: readonly Trouble[] = ['not-found', 'refused', 'invalid', 'conflict']

interface TroubleNoteProps {
  trouble: Trouble
  retry(): void
  /** Nothing else is on the page: its title is the page's, and ways on stand below. */
  isWholePage?: boolean
}

/** What went wrong, and what to do about it. */
export function TroubleNote({ trouble, retry, isWholePage }: TroubleNoteProps) {
  const { title, advice } = TROUBLES[trouble]
  const words = (
    <div className="empty" role="alert">
      {isWholePage ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{advice}</p>
      {!FINAL.includes(trouble) && (
        <Button look="main" onClick={retry}>
          Thử lại
        </Button>
      )}
      {isWholePage && trouble !== 'not-found' && <CallWard />}
    </div>
  )
  if (!isWholePage) return words
  return (
    <>
      {words}
      <Rows>
        <Row to="/tim" icon="search" title="Tìm việc cần làm" />
        <Row to="/thu-tuc" icon="shelves" title="Xem tất cả thủ tục" />
      </Rows>
    </>
  )
}

const WHEN = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

/** Stands above what was kept on the phone and could not be asked for again. */
export function OldNote({ since }: { since: number | null }) {
  if (since === null) return null
  return (
    <Notice tone="check" isNews>
      Chưa nối được tới máy của phường. Đây là bản lưu trên máy lúc {WHEN.format(since)}; gọi phường trước khi đi.
    </Notice>
  )
}
