/** One guide: loading it, and what to say when that fails. */
import { useParams } from 'react-router-dom'
import { useWard } from '../../api/index.ts'
import { useGuide } from '../../content/index.ts'
import { Loading, OldNote, Page, TroubleNote } from '../../ui/index.ts'
import { GuideView } from './guide-view.tsx'
import './procedures.css'

export default function GuidePage() {
  const { key = '' } = useParams()
  const { data: guide, trouble, oldSince, retry } = useGuide(key)
  const { data: ward } = useWard()
  return (
    <Page title={guide?.topic.title ?? 'Hướng dẫn'} bar={ward?.wardName} key={key}>
      <OldNote since={oldSince} />
      {guide && <GuideView guide={guide} ward={ward} />}
      {!guide && !trouble && <Loading what="Đang mở hướng dẫn…" />}
      {trouble && <TroubleNote trouble={trouble} retry={retry} isWholePage />}
    </Page>
  )
}
