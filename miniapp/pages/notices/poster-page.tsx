/** The A4 sheet of a notice that went out: printed from here, or opened in a browser that can print. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router-dom'
import { composePoster, noticePath } from '../../../shared/notices/index.ts'
import { api, OWN } from '../../api/index.ts'
import { Button, Icon, Loading, Notice, OutLink, TroubleNote } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { LeaderOnly } from './leader-only.tsx'
import { PosterView } from './poster-view.tsx'
import { serverFile } from './public-notices.ts'
import { troubleOf } from './trouble-words.ts'

export default function PosterPage() {
  const { id = '' } = useParams()
  return <LeaderOnly title="Áp phích A4">{() => <Poster id={id} />}</LeaderOnly>
}

function Poster({ id }: { id: string }) {
  const {
    data: notice,
    error,
    refetch,
  } = useQuery({ queryKey: [OWN, 'led', id], queryFn: ({ signal }) => api.notices.get({ id }, { signal }) })
  if (!notice) {
    if (error) return <TroubleNote trouble={troubleOf(error)} retry={() => void refetch()} isWholePage />
    return <Loading what="Đang mở…" />
  }
  const { draft, url, code } = notice
  const qrUrl = new URL(noticePath(code, 'poster'), url).href
  const poster = composePoster({ ...notice, ...draft, expiresAt: new Date(draft.expiresAt) }, qrUrl)
  return (
    <>
      <div className="no-print">
        <h1 className="page-title">Áp phích A4</h1>
        {poster.isTextCut && (
          <Notice tone="check">Nội dung dài hơn một tờ: phần sau đọc ở trang tin, quét mã là thấy.</Notice>
        )}
        <div className="buttons tin-top">
          {phone.can.print ? (
            <Button look="main" icon="print" onClick={() => window.print()}>
              In ra giấy
            </Button>
          ) : (
            <OutLink className="button button-main" href={serverFile(code, 'to-roi')}>
              <Icon name="print" />
              <span>Mở bằng trình duyệt để in</span>
            </OutLink>
          )}
          <OutLink className="button" href={serverFile(code, 'loa')}>
            <Icon name="sound" />
            <span>Lời đọc loa</span>
          </OutLink>
        </div>
      </div>
      <div className="tin-sheet">
        <PosterView poster={poster} />
      </div>
    </>
  )
}
