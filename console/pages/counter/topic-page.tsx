/** One matter at the counter: its case, then the list to take home, or the slip with what is missing. */
import { Button, SegmentedControl, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router-dom'
import type { Topic } from '../../../shared/procedures.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { ApiError, api } from '../../api/index.ts'
import { Answered, Page } from '../../ui/index.ts'
import { bringSheet, listPapers, sheetAddress } from './bring-sheet.ts'
import { BringSheetView } from './bring-sheet-view.tsx'
import { MissingSlip } from './missing-slip.tsx'
import { PaperSize, type Size } from './paper-size.tsx'

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
        api.links.ofGuide({ topic: key }).catch(withoutCode),
      ])
      return { guide, ward, code: link?.address ?? null }
    },
  })
  return <Answered query={asked}>{answer => <Matter key={key} {...answer} />}</Answered>
}

/** A guide may have none. */
function withoutCode(error: unknown): null {
  if (error instanceof ApiError && error.trouble === 'not-found') return null
  throw error
}

function Matter({ guide, ward, code }: { guide: Guide; ward: Ward; code: string | null }) {
  const topic = guide.topic as Topic
  const { hash } = useLocation()
  const go = useNavigate()
  const [size, setSize] = useState<Size>('a5')
  const [view, setView] = useState<'bring' | 'missing'>('bring')
  const theCase = topic.cases.find(({ id }) => hash === `#truong-hop=${id}`) ?? topic.cases[0] ?? null
  const sheet = bringSheet({ topic, revision: guide.revision }, theCase, {
    ward,
    today: vietnamDay(new Date(ward.now)),
  })
  const papers = sheet.isWithheld ? [] : listPapers(theCase)
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
                onClick={() => go(`#truong-hop=${one.id}`, { replace: true })}
              >
                {one.label}
              </Button>
            ))}
          </fieldset>
        )}
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
            <Text className="not-printed">Mục này không có danh sách giấy tờ; tờ in ghi nơi làm và cách liên hệ.</Text>
          )}
          <BringSheetView
            sheet={sheet}
            size={size}
            wardName={ward.wardName}
            address={sheetAddress(topic, theCase, { code, site: window.location.origin })}
            isPractice={ward.isPractice}
          />
        </>
      ) : (
        <MissingSlip
          key={theCase?.id}
          title={sheet.title}
          papers={papers}
          office={sheet.office}
          ward={ward}
          size={size}
        />
      )}
    </Page>
  )
}
