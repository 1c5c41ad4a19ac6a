/** Going for somebody else: for whom, which authorisation is asked for, and what only they can do themselves. */
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { useWard } from '../../api/index.ts'
import { popular, useGuide } from '../../content/index.ts'
import { Button, Loading, OldNote, Page, Row, Rows, TroubleNote } from '../../ui/index.ts'
import { BigQuestion } from '../checklists/big-question.tsx'
import { useFocusOnNews } from '../checklists/use-focus-on-news.ts'
import { HelpView } from './help-view.tsx'
import { type Errand, everyHelped, type Helped, readErrand, relations, writeErrand } from './helped.ts'
import '../procedures/procedures.css'
import '../checklists/checklists.css'

export default function HelpingPage() {
  const { key } = useParams()
  const [errand, setErrand] = useState(readErrand)
  const place = useFocusOnNews(errand ? 'answer' : 'question')
  const settle = (next: Errand | null): void => {
    writeErrand(next)
    setErrand(next)
  }
  return (
    <Page title="Làm giúp người thân" bar="Làm giúp" key={key ?? ''}>
      <div ref={place}>
        {!errand && <WhomQuestion onSettle={settle} />}
        {errand && key === undefined && <Tasks errand={errand} />}
        {errand && key !== undefined && <HelpWithTopic topicKey={key} errand={errand} />}
        {errand && (
          <div className="buttons">
            <Button icon="swap" onClick={() => settle(null)}>
              Đổi người được giúp
            </Button>
          </div>
        )}
      </div>
    </Page>
  )
}

function WhomQuestion({ onSettle }: { onSettle(errand: Errand): void }) {
  const [helped, setHelped] = useState<Helped | null>(null)
  const place = useFocusOnNews(helped?.id ?? 'whom')
  if (helped)
    return (
      <div ref={place}>
        <BigQuestion
          text={`Người đi làm là gì của ${helped.name}?`}
          options={relations}
          onChoose={id => {
            const relation = relations.find(one => one.id === id)?.id
            if (relation) onSettle({ helped, relation })
          }}
        />
        <div className="buttons">
          <Button icon="back" onClick={() => setHelped(null)}>
            Câu trước
          </Button>
        </div>
      </div>
    )
  return (
    <div ref={place}>
      <BigQuestion
        text="Làm giấy tờ giúp ai?"
        options={everyHelped.map(({ id, title }) => ({ id, label: title }))}
        onChoose={id => {
          const chosen = everyHelped.find(one => one.id === id)
          if (chosen?.relation) onSettle({ helped: chosen, relation: chosen.relation })
          else if (chosen) setHelped(chosen)
        }}
      />
      <p className="quiet">Câu trả lời chỉ nằm trong máy này.</p>
    </div>
  )
}

function Tasks({ errand }: { errand: Errand }) {
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        Làm giúp {errand.helped.name}: việc gì?
      </h1>
      <Rows label="Việc hay làm giúp">
        {popular.map(({ key, title }) => (
          <Row key={key} to={`/lam-giup/${key}`} title={title} />
        ))}
      </Rows>
      <p className="quiet below">Việc khác thì mở hướng dẫn của việc đó, rồi bấm “Làm giúp người thân”.</p>
      <Rows>
        <Row to="/tim" icon="search" title="Tìm việc khác" />
        <Row to="/thu-tuc" icon="shelves" title="Xem tất cả thủ tục" />
      </Rows>
    </>
  )
}

function HelpWithTopic({ topicKey, errand }: { topicKey: string; errand: Errand }) {
  const { data: guide, trouble, oldSince, retry } = useGuide(topicKey)
  const { data: ward } = useWard()
  return (
    <>
      <OldNote since={oldSince} />
      {!guide && !trouble && <Loading what="Đang mở hướng dẫn…" />}
      {trouble && <TroubleNote trouble={trouble} retry={retry} isWholePage />}
      {guide && <HelpView guide={guide} ward={ward} errand={errand} />}
    </>
  )
}
