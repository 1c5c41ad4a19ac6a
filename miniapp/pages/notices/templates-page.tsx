/** Screen 1 of writing: a starter by what is needed, or a photo of the paper. */
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { fold } from '../../../shared/language/index.ts'
import { type NoticeTemplate, noticeNeeds } from '../../../shared/notices/index.ts'
import { wardNow } from '../../api/index.ts'
import { Button, Notice, SearchBox } from '../../ui/index.ts'
import { beginDraft } from './draft-rules.ts'
import { keepDraft } from './drafts.ts'
import { LeaderOnly } from './leader-only.tsx'
import { useStarters } from './use-starters.ts'

export default function TemplatesPage() {
  return (
    <LeaderOnly title="Viết thông báo" bar="1/3 · Chọn mẫu">
      {leads => <Templates areas={leads.map(({ area }) => area)} />}
    </LeaderOnly>
  )
}

function Templates({ areas }: { areas: string[] }) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [isLost, setLost] = useState(false)
  const begin = (template: NoticeTemplate | null, isPhoto = false): void => {
    // One neighbourhood is meant, unless somebody chooses more.
    const draft = beginDraft({ template, areas: areas.slice(0, 1), now: wardNow() })
    if (!keepDraft(draft)) setLost(true)
    navigate(`/thong-bao/viet/${draft.key}`, { replace: true, state: { isPhoto } })
  }
  const starters = useStarters()
  const words = bare(typed)
  const found = starters.filter(({ name, title }) =>
    words.split(' ').every(word => bare(`${name} ${title}`).includes(word)),
  )
  return (
    <>
      <h1 className="page-title">Thông báo về việc gì?</h1>
      {isLost && <Notice tone="check">Máy này không cho lưu: đóng trang là mất bản nháp.</Notice>}
      <SearchBox label="Tìm mẫu" hint="Ví dụ: cat dien" value={typed} onChange={setTyped} onSubmit={() => undefined} />
      <div className="buttons tin-block">
        <Button icon="picture" onClick={() => begin(null, true)}>
          Chụp tờ giấy có sẵn
        </Button>
        <Button icon="pen" onClick={() => begin(null)}>
          Tự viết từ đầu
        </Button>
      </div>
      {found.length === 0 && <p className="tin-block">Chưa có mẫu như vậy. Bấm “Tự viết từ đầu”.</p>}
      {noticeNeeds.map(({ name, kinds }) => {
        const own = found.filter(({ kind }) => kinds.includes(kind))
        return (
          own.length > 0 && (
            <section key={name} aria-label={name}>
              <h2 className="section-title">{name}</h2>
              <ul className="tin-grid">
                {own.map(template => (
                  <li key={template.key}>
                    <button type="button" className="tin-tile" onClick={() => begin(template)}>
                      {template.name}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
    </>
  )
}

function bare(text: string): string {
  return fold(text.normalize('NFC').toLowerCase()).trim().replace(/\s+/g, ' ')
}
