/** One guide, from what it is to what it rests on. */
import { useState } from 'react'
import { officeOf, trustLine } from '../../../shared/answers/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { type Guide, siteAddress, type Ward, wardNow } from '../../api/index.ts'
import { Card, Notice, OutLink } from '../../ui/index.ts'
import { Confusable, Law, Origin, Related } from './background.tsx'
import { channelsOf } from './channels.ts'
import { Differences, FeeCard, TimeCard } from './costs.tsx'
import { formatDate } from './figures.ts'
import { GuideActions } from './guide-actions.tsx'
import { CaseChoice, formNumber, Papers } from './papers.tsx'
import { Place } from './place.tsx'

export function GuideView({ guide, ward }: { guide: Guide; ward: Ward | undefined }) {
  const { topic } = guide
  const [caseId, setCaseId] = useState(topic.cases[0]?.id)
  const chosen = topic.cases.find(({ id }) => id === caseId) ?? null
  const channels = channelsOf(topic, chosen)
  const today = vietnamDay(wardNow())
  const address = siteAddress(`/thu-tuc/${topic.key}`)
  const askAt = topic.kind === 'referral' || !ward ? 'Hỏi tại nơi làm.' : `Gọi ${officeOf(topic, ward).phone} để hỏi.`
  const documents = chosen?.documents ?? []
  return (
    <article>
      <p className="only-print">{ward?.wardName}</p>
      <h1 className="page-title">{topic.title}</h1>
      <p className="guide-summary">{topic.summary}</p>
      {ward && <Trust topic={topic} ward={ward} today={today} />}
      {topic.authority.kind === 'elsewhere' && ward && <Place topic={topic} ward={ward} />}
      {topic.cases.length > 0 && (
        <Card title="Giấy tờ cần có" icon="papers">
          <CaseChoice cases={topic.cases} chosen={chosen} onChoose={setCaseId} />
          {topic.cases.length > 1 && <h3>{chosen?.label}</h3>}
          <Papers documents={documents} />
          <Differences topic={topic} aspect="papers" />
        </Card>
      )}
      <GuideActions topic={topic} address={address} />
      {topic.steps.length > 0 && (
        <Card title="Các bước" icon="steps">
          <ol className="steps">
            {topic.steps.map(({ title, text }) => (
              <li key={title}>
                <strong>{title}</strong>
                <span>{text}</span>
              </li>
            ))}
          </ol>
          <Differences topic={topic} aspect="steps" />
        </Card>
      )}
      {topic.authority.kind !== 'elsewhere' && ward && <Place topic={topic} ward={ward} />}
      {topic.channels.length > 0 && (
        <>
          <TimeCard topic={topic} channels={channels} askAt={askAt} />
          <FeeCard topic={topic} channels={channels} askAt={askAt} chosen={topic.cases.length > 1 ? chosen : null} />
          <OtherWays topic={topic} channels={channels} ward={ward} />
        </>
      )}
      <Forms documents={documents} askAt={askAt} />
      <TextList title="Kết quả nhận được" icon="result" texts={topic.results} />
      <TextList title="Ai được làm, khi nào" icon="person" texts={topic.eligibility} />
      <TextList title="Nên biết" icon="info" texts={topic.advice} />
      <Confusable topic={topic} />
      <div className="guide-folds">
        <Related topic={topic} />
        <Law topic={topic} today={today} />
      </div>
      <Origin guide={guide} address={address} />
    </article>
  )
}

/** How far it may be trusted: the lines no guide goes without. */
function Trust({ topic, ward, today }: { topic: Topic; ward: Ward; today: string }) {
  const lines = trustLine({ topic, ward, office: officeOf(topic, ward) })
  const isChecked = topic.verifiedOn !== null && topic.reviewFlags.length === 0
  return (
    <>
      {lines.map(line => (
        <Notice key={line} tone={isChecked ? 'done' : 'check'}>
          {line}
        </Notice>
      ))}
      {topic.scheduledChanges.map(({ date, text, rewrite }) => (
        <Notice key={date + text} tone="check">
          {rewrite && date <= today
            ? `Quy định đã thay đổi từ ${formatDate(date)}; mục này chưa sửa theo. ${text}`
            : `Từ ${formatDate(date)}: ${text}`}
        </Notice>
      ))}
    </>
  )
}

interface OtherWaysProps {
  topic: Topic
  channels: Topic['channels']
  ward: Ward | undefined
}

/** Without going there. */
function OtherWays({ topic, channels, ward }: OtherWaysProps) {
  const online = channels.find(({ type }) => type === 'online')
  const byPost = channels.some(({ type }) => type === 'post')
  if (!online && !byPost) return null
  return (
    <Card title="Không cần đến quầy" icon="out">
      {online && <p>Nộp trực tuyến được{online.system && `, trên ${online.system}`}.</p>}
      {online?.note && <p>{online.note}</p>}
      {byPost && <p>Gửi bưu điện cũng được.</p>}
      {online && !online.system && ward && (
        <div className="buttons no-print">
          <OutLink className="button" href={ward.onlinePortalUrl}>
            Mở Cổng Dịch vụ công
          </OutLink>
        </div>
      )}
      <Differences topic={topic} aspect="online" />
    </Card>
  )
}

function Forms({ documents, askAt }: { documents: Topic['cases'][number]['documents']; askAt: string }) {
  const forms = documents.filter(({ role }) => role === 'form')
  if (forms.length === 0) return null
  return (
    <Card title="Mẫu tờ khai" icon="pen">
      <ul>
        {forms.map(one => (
          <li key={one.id}>
            {one.name}
            {formNumber(one) && ` (${formNumber(one)})`}
          </li>
        ))}
      </ul>
      {forms.some(({ form }) => !form?.number) && <p>Nguồn không ghi số mẫu; tờ khai có tại quầy. {askAt}</p>}
    </Card>
  )
}

function TextList({ title, icon, texts }: { title: string; icon: 'result' | 'person' | 'info'; texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <Card title={title} icon={icon}>
      {texts.length === 1 ? (
        <p>{texts[0]}</p>
      ) : (
        <ul>
          {texts.map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}
