/** One matter at the counter: its case, then the list to take home, or the slip with what is missing. */
import { Button, Card, SegmentedControl, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router-dom'
import {
  type Answers,
  type ChecklistResult,
  giveAnswer,
  nextQuestion,
  resolveChecklist,
  takeBack,
} from '../../../shared/checklists/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { ApiError, api } from '../../api/index.ts'
import { Answered, Page } from '../../ui/index.ts'
import { type BringSheet, bringSheet, listPapers, type SheetPaper, sheetAddress } from './bring-sheet.ts'
import { BringSheetView } from './bring-sheet-view.tsx'
import { MissingSlip } from './missing-slip.tsx'
import { type FindTopic, ownAddress, ownList } from './own-list.ts'
import { PaperSize, type Size } from './paper-size.tsx'
import { Questions } from './questions.tsx'

type Ward = Awaited<ReturnType<typeof api.ward.read>>
type Guide = Awaited<ReturnType<typeof api.procedures.get>>

export default function TopicPage() {
  const { key = '' } = useParams()
  const asked = useQuery({
    queryKey: ['counter', key],
    queryFn: async () => {
      const [guide, ward, link] = await Promise.all([
        api.procedures.get({ key }),
        api.ward.read(),
        api.links.ofGuide({ topic: key }).catch(whenAbsent),
      ])
      return { guide, ward, code: link?.address ?? null, related: await readRelated(guide) }
    },
  })
  return <Answered query={asked}>{answer => <Matter key={key} {...answer} />}</Answered>
}

interface Found {
  guide: Guide
  ward: Ward
  code: string | null
  related: Record<string, Guide>
}

/** The guides that the answers may lead to, all before the first question; what the ward has not published is left out. */
async function readRelated({ topic: { key, checklist } }: Guide): Promise<Record<string, Guide>> {
  const named = (checklist?.rules ?? []).flatMap(({ useCase, goTo, also }) => [useCase?.topic, goTo, also])
  const keys = [...new Set([checklist?.start.topic, ...named])].filter(one => one !== undefined && one !== key)
  const found = await Promise.all(keys.map(one => api.procedures.get({ key: one ?? '' }).catch(whenAbsent)))
  return Object.fromEntries(found.flatMap(guide => (guide ? [[guide.topic.key, guide]] : [])))
}

function whenAbsent(error: unknown): null {
  if (error instanceof ApiError && error.trouble === 'not-found') return null
  throw error
}

/** Which list: of a case as the guide stands, or of the answers given so far. */
function Matter({ guide, related, ward, code }: Found) {
  const topic = guide.topic as Topic
  const { hash } = useLocation()
  const go = useNavigate()
  const [answers, setAnswers] = useState<Answers>({})
  const find = (key: string): Guide | null => (key === topic.key ? guide : (related[key] ?? null))
  const findTopic = (key: string) => (find(key)?.topic ?? null) as Topic | null
  const today = vietnamDay(new Date(ward.now))
  const site = window.location.origin
  const next = topic.checklist ? nextQuestion(topic, answers, findTopic) : null
  const isAsked = Object.keys(answers).length > 0
  const result = isAsked ? resolveChecklist(topic, answers, findTopic) : null
  const chosen = topic.cases.find(({ id }) => hash === `#truong-hop=${id}`) ?? topic.cases[0] ?? null
  const theCase = result ? (result.theCase?.case ?? null) : chosen
  const shown = (result?.theCase && find(result.theCase.topic.key)) || guide
  const own = result && ownList(result, findTopic)
  const sheet = bringSheet({ topic: shown.topic as Topic, revision: shown.revision }, theCase, { ward, today, own })
  const papers = sheet.isWithheld ? [] : (own?.papers ?? listPapers(theCase))
  const address = isAsked
    ? ownAddress(topic, guide.revision, answers, site)
    : sheetAddress(topic, theCase, { code, site })
  return (
    <Page
      title={topic.title}
      actions={
        <Button component={Link} to="/quay" variant="default" className="not-printed">
          Người kế tiếp
        </Button>
      }
    >
      <Stack gap="sm" className="not-printed">
        {topic.cases.length > 1 && (
          <fieldset className="cases">
            <legend>Trường hợp nào?</legend>
            {topic.cases.map(one => (
              <Button
                key={one.id}
                size="md"
                variant={one === theCase ? 'filled' : 'default'}
                aria-pressed={one === theCase}
                onClick={() => {
                  setAnswers({})
                  go(`#truong-hop=${one.id}`, { replace: true })
                }}
              >
                {one.label}
              </Button>
            ))}
          </fieldset>
        )}
        {topic.checklist && (
          <Questions
            topic={topic}
            answers={answers}
            next={next}
            onChoose={(question, option) => setAnswers(giveAnswer(topic, answers, question, option))}
            onBack={() => setAnswers(takeBack(topic, answers, findTopic))}
            onRestart={() => setAnswers({})}
          />
        )}
      </Stack>
      {result && !result.theCase ? (
        <NothingToBring result={result} office={sheet.office} findTopic={findTopic} />
      ) : (
        <Sheets key={`${theCase?.id} ${JSON.stringify(answers)}`} {...{ sheet, papers, ward, address }} />
      )}
    </Page>
  )
}

/** The answers lead elsewhere, or there is nothing to bring: why, and where to go on. */
function NothingToBring({
  result: { warnings, notes, goTo },
  office,
  findTopic,
}: {
  result: ChecklistResult
  office: BringSheet['office']
  findTopic: FindTopic
}) {
  const target = goTo === null ? null : findTopic(goTo)
  return (
    <Card withBorder role="status">
      <Stack gap="xs">
        {[...warnings, ...notes].map(({ text }) => (
          <Text key={text}>{text}</Text>
        ))}
        {target ? (
          <Link to={`/quay/${target.key}`}>Việc này làm theo mục “{target.title}”</Link>
        ) : (
          <Text>
            Hỏi {office.name}, điện thoại {office.phone}.
          </Text>
        )}
      </Stack>
    </Card>
  )
}

function Sheets({
  sheet,
  papers,
  ward,
  address,
}: {
  sheet: BringSheet
  papers: SheetPaper[]
  ward: Ward
  /** Where the code leads. */
  address: string
}) {
  const [size, setSize] = useState<Size>('a5')
  const [view, setView] = useState<'bring' | 'missing'>('bring')
  return (
    <>
      <Stack gap="sm" className="not-printed">
        {papers.length > 0 && (
          <SegmentedControl
            aria-label="Tờ nào"
            value={view}
            onChange={value => setView(value as typeof view)}
            data={[
              { value: 'bring', label: 'Danh sách mang về' },
              { value: 'missing', label: 'Giấy tờ còn thiếu' },
            ]}
          />
        )}
        <PaperSize size={size} onSize={setSize} />
      </Stack>
      {view === 'bring' || papers.length === 0 ? (
        <>
          {papers.length === 0 && (
            <Text className="not-printed">
              {sheet.isWithheld
                ? 'Hướng dẫn này quá hạn xem lại nên tạm không kể giấy tờ; tờ in ghi nơi gọi hỏi.'
                : 'Mục này không có danh sách giấy tờ; tờ in ghi nơi làm và cách liên hệ.'}
            </Text>
          )}
          <BringSheetView
            sheet={sheet}
            size={size}
            wardName={ward.wardName}
            address={address}
            isPractice={ward.isPractice}
          />
        </>
      ) : (
        <MissingSlip
          title={sheet.title}
          papers={papers}
          office={sheet.office}
          source={sheet.source}
          ward={ward}
          size={size}
        />
      )}
    </>
  )
}
