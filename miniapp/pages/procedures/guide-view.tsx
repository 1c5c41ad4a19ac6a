/** One guide, from what it is to what it rests on. */
import { useState } from 'react'
import { channelsOf, localFormLines, officeOf, withheldLines } from '../../../shared/answers/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import type { RecordingSection } from '../../../shared/recordings.ts'
import { isWithheld } from '../../../shared/trust/index.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { type Guide, siteAddress, type Ward, wardNow } from '../../api/index.ts'
import { PartSound } from '../../read-aloud/index.ts'
import { Card, Notice, unbroken } from '../../ui/index.ts'
import { AskLink } from '../chat/ask-link.tsx'
import { caseInFragment } from '../checklists/case-address.ts'
import { ChecklistEntrance, HelpingEntrance } from '../checklists/entrances.tsx'
import { Confusable, Law, Origin, Related } from './background.tsx'
import { CaseChoice } from './case-choice.tsx'
import { Differences, FeeCard, TimeCard } from './costs.tsx'
import { Forms, OtherWays, TextList } from './details.tsx'
import { GuideActions } from './guide-actions.tsx'
import { Jumps, type Place } from './jumps.tsx'
import { Papers } from './papers.tsx'
import { PlaceCard } from './place-card.tsx'
import { recordingOf } from './recordings.ts'
import { LaterChanges, Trust } from './trust.tsx'

export function GuideView({ guide, ward }: { guide: Guide; ward: Ward | undefined }) {
  const { topic } = guide
  const [caseId, setCaseId] = useState(() => caseInFragment(topic, window.location.hash) ?? topic.cases[0]?.id)
  const chosen = topic.cases.find(({ id }) => id === caseId) ?? null
  const channels = channelsOf(topic, chosen)
  const today = vietnamDay(wardNow())
  const address = siteAddress(`/thu-tuc/${topic.key}`)
  const askAt =
    topic.kind === 'referral' || !ward ? 'Hỏi tại nơi làm.' : unbroken(`Gọi ${officeOf(topic, ward).phone} để hỏi.`)
  const documents = chosen?.documents ?? []
  const sound = (section: RecordingSection) => recordingOf(guide, section, chosen)
  const place = ward && <PlaceCard topic={topic} ward={ward} recording={sound('where')} />
  const withheld = ward ? withheldLines({ topic, office: officeOf(topic, ward), today }) : []
  if (isWithheld(topic, today))
    return (
      <article>
        <h1 className="page-title">{topic.title}</h1>
        {withheld.map(line => (
          <Notice key={line} tone="check">
            {unbroken(line)}
          </Notice>
        ))}
        {place}
      </article>
    )
  return (
    <article>
      <p className="only-print">{ward?.wardName}</p>
      <h1 className="page-title">{topic.title}</h1>
      <p className="guide-summary">{topic.summary}</p>
      <PartSound part="câu giới thiệu" recording={sound('summary')} />
      {ward && <Trust topic={topic} ward={ward} today={today} />}
      <Jumps places={placesOf(topic)} />
      {topic.authority.kind === 'elsewhere' && place}
      {topic.cases.length > 0 && (
        <Card id="giay-to" title="Giấy tờ cần có" icon="papers">
          <ChecklistEntrance topic={topic} />
          <CaseChoice cases={topic.cases} chosen={chosen} onChoose={setCaseId} />
          <PartSound part="giấy tờ cần có" recording={sound('papers')} />
          <Papers documents={documents} />
          {localFormLines(topic).map(line => (
            <p key={line} className="local-source">
              {line}
            </p>
          ))}
          <Differences topic={topic} aspect="papers" />
        </Card>
      )}
      <HelpingEntrance topic={topic} />
      <GuideActions guide={guide} chosen={chosen} ward={ward} />
      {topic.steps.length > 0 && (
        <Card id="cac-buoc" title="Các bước" icon="steps">
          <PartSound part="các bước" recording={sound('steps')} />
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
      {topic.authority.kind !== 'elsewhere' && place}
      {topic.channels.length > 0 && (
        <>
          <TimeCard topic={topic} channels={channels} askAt={askAt} recording={sound('time')} />
          <FeeCard
            topic={topic}
            channels={channels}
            askAt={askAt}
            recording={sound('fee')}
            chosen={topic.cases.length > 1 ? chosen : null}
          />
          <OtherWays topic={topic} channels={channels} ward={ward} />
        </>
      )}
      <TextList title="Kết quả nhận được" icon="result" texts={topic.results} />
      <TextList title="Ai được làm, khi nào" icon="person" texts={topic.eligibility} />
      <TextList title="Nên biết" icon="info" texts={topic.advice} />
      <LaterChanges topic={topic} today={today} />
      <Confusable topic={topic} />
      <div className="buttons">
        <AskLink words={`${topic.title}: `}>Hỏi thêm về việc này</AskLink>
      </div>
      <div className="guide-folds">
        <div className="no-print">
          <Forms documents={documents} askAt={askAt} />
          <Related topic={topic} />
          <Law topic={topic} today={today} />
        </div>
      </div>
      <Origin guide={guide} address={address} />
    </article>
  )
}

function placesOf({ cases, steps, channels }: Topic): Place[] {
  return [
    ...(cases.length > 0 ? (['giay-to'] as const) : []),
    ...(steps.length > 0 ? (['cac-buoc'] as const) : []),
    'o-dau',
    ...(channels.length > 0 ? (['bao-lau', 'le-phi'] as const) : []),
  ]
}
