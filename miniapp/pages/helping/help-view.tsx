/** What the guide of one topic asks of somebody who goes for another. */
import { useNavigate } from 'react-router-dom'
import { officeOf } from '../../../shared/answers/index.ts'
import type { RequiredDocument } from '../../../shared/procedures.ts'
import type { Guide, Ward } from '../../api/index.ts'
import { useTopicIndex } from '../../content/index.ts'
import { Button, CallButton, Card, Notice, Row, Rows, unbroken } from '../../ui/index.ts'
import { noProgress, type Preset, writeProgress } from '../checklists/progress.ts'
import { upperFirst } from '../procedures/figures.ts'
import { countOf } from '../procedures/papers.tsx'
import type { Errand, Relation } from './helped.ts'
import { knownAnswers } from './known-answers.ts'
import { type HelpRecord, readHelp } from './record-on-helping.ts'

interface HelpViewProps {
  guide: Guide
  ward: Ward | undefined
  errand: Errand
}

const WHO_GOES: Record<Relation, string> = {
  parent: 'cha mẹ làm cho con',
  family: 'người nhà đi thay',
  outsider: 'người ngoài đi thay',
}

export function HelpView({ guide, ward, errand }: HelpViewProps) {
  const { topic } = guide
  const { helped, relation } = errand
  const help = readHelp(topic, errand)
  const office = ward && officeOf(topic, ward)
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        Làm giúp {helped.name}: {topic.title}
      </h1>
      <p>{upperFirst(WHO_GOES[relation])}.</p>
      {help.warnings.map(text => (
        <Notice key={text} tone="check">
          {text}
        </Notice>
      ))}
      <Card title="Giấy ủy quyền" icon="pen">
        <Authorisation help={help} />
        {help.sayings.length > 0 && <Sentences texts={help.sayings} />}
        {office && (
          <div className="buttons">
            <CallButton number={office.phone}>
              {topic.authority.kind === 'elsewhere' ? 'Hỏi phường' : 'Gọi hỏi trước'} {unbroken(office.phone)}
            </CallButton>
          </div>
        )}
      </Card>
      {help.inPerson.length > 0 && (
        <Card title="Việc chính người đó phải làm" icon="person">
          <Sentences texts={help.inPerson} />
        </Card>
      )}
      <Onward guide={guide} errand={errand} also={help.also} />
    </>
  )
}

function Authorisation({ help: { authorisation, papers } }: { help: HelpRecord }) {
  if (authorisation === 'none') return <p>Trường hợp này không cần giấy ủy quyền.</p>
  if (authorisation === 'unstated')
    return <p>Hướng dẫn không ghi có cần giấy ủy quyền hay không. Gọi hỏi trước khi đi.</p>
  return (
    <>
      {authorisation === 'needed' && <p>Phải có, mang theo khi đi nộp:</p>}
      <ul className="papers">
        {papers.map(paper => (
          <li key={paper.id}>
            {authorisation === 'sometimes' && <span>Khi {paper.condition}:</span>}
            <PaperWords paper={paper} />
          </li>
        ))}
      </ul>
    </>
  )
}

function PaperWords({ paper }: { paper: RequiredDocument }) {
  return (
    <>
      <strong>{paper.name}</strong>
      {countOf(paper) && <span>{countOf(paper)}</span>}
      {paper.note && <span className="paper-note">{paper.note}</span>}
    </>
  )
}

function Sentences({ texts }: { texts: readonly string[] }) {
  return (
    <ul>
      {texts.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** The list of papers with what is known already answered, and the guides worth opening first. */
function Onward({
  guide: { topic, revision },
  errand,
  also,
}: Pick<HelpViewProps, 'guide' | 'errand'> & { also: string[] }) {
  const navigate = useNavigate()
  const { index } = useTopicIndex()
  const begin = (): void => {
    writeProgress(topic.key, noProgress(revision, presetOf(topic.checklist, errand)))
    navigate(`/thu-tuc/${topic.key}/giay-to`)
  }
  return (
    <>
      {topic.checklist && (
        <div className="buttons">
          <Button look="main" icon="check" onClick={begin}>
            Giấy tờ cần mang khi đi làm giúp
          </Button>
        </div>
      )}
      <div className="below">
        <Rows>
          {also.map(key => {
            const title = index?.topics.find(one => one.key === key)?.title
            return title && <Row key={key} to={`/thu-tuc/${key}`} icon="pen" title={`Nên làm trước: ${title}`} />
          })}
          <Row to={`/thu-tuc/${topic.key}`} icon="papers" title="Xem hướng dẫn đầy đủ" text={topic.title} />
        </Rows>
      </div>
    </>
  )
}

/** Null: nothing follows for this table. */
function presetOf(table: Guide['topic']['checklist'], errand: Errand): Preset | null {
  const answers = table ? knownAnswers(table, errand) : {}
  if (Object.keys(answers).length === 0) return null
  return { because: `Làm giúp ${errand.helped.name}: ${WHO_GOES[errand.relation]}`, answers }
}
