/** How long and how much, for the case that was chosen. */
import { type FeeWords, feeWords, localLines, timeLines } from '../../../shared/answers/index.ts'
import { wordLocalAmount } from '../../../shared/local-parts/index.ts'
import type { Channel, ProcedureCase, Topic } from '../../../shared/procedures.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { wardNow } from '../../api/index.ts'
import { PartSound } from '../../read-aloud/index.ts'
import { Card } from '../../ui/index.ts'
import { ExpectedDay } from '../checklists/expected-day.tsx'

interface CostProps {
  topic: Topic
  channels: Channel[]
  /** Whom to ask about what no source states. */
  askAt: string
  recording: string | null
}

export function TimeCard({ topic, channels, askAt, recording }: CostProps) {
  const lines = timeLines(channels)
  return (
    <Card id="bao-lau" title="Bao lâu có kết quả" icon="clock">
      <PartSound part="bao lâu có kết quả" recording={recording} />
      {lines.length === 0 && <p>Nguồn không ghi. {askAt}</p>}
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
      {lines.length > 0 && <p>Dự kiến; ngày chính thức ghi trên giấy hẹn.</p>}
      <ExpectedDay topic={topic} channels={channels} />
      <Differences topic={topic} aspect="time" />
    </Card>
  )
}

export function FeeCard({ topic, channels, askAt, recording, chosen }: CostProps & { chosen: ProcedureCase | null }) {
  const stated = feeWords(channels, chosen, vietnamDay(wardNow()))
  const local = topic.local?.fee
  const fees = local
    ? { ...stated, lines: local.lines.map(line => ({ name: line.name, amounts: [wordLocalAmount(line)] })) }
    : stated
  return (
    <Card id="le-phi" title="Lệ phí" icon="money">
      <PartSound part="lệ phí" recording={recording} />
      {fees.lines.length === 0 ? (
        <p>
          {unknownFee(fees)} {askAt}
        </p>
      ) : (
        <FeeLines fees={fees} />
      )}
      <LocalSource topic={topic} fields={['fee']} />
      {fees.notes.map(note => (
        <p key={note}>{note}</p>
      ))}
      <Differences topic={topic} aspect="fee" />
    </Card>
  )
}

function unknownFee({ isSetByProvince }: FeeWords): string {
  return isSetByProvince
    ? 'Do Hội đồng nhân dân tỉnh, thành phố quyết định; nguồn không ghi số tiền.'
    : 'Nguồn không ghi số tiền.'
}

function FeeLines({ fees }: { fees: FeeWords }) {
  return (
    <dl className="fees">
      {fees.lines.map(({ name, amounts }) => (
        <div key={name}>
          <dt>{name}</dt>
          {amounts.map(amount => (
            <dd key={amount}>{amount}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** What holds here only names the place and the source: nobody takes it for the national record's. */
export function LocalSource({ topic, fields }: { topic: Topic; fields: Parameters<typeof localLines>[1] }) {
  return localLines(topic, fields).map(line => (
    <p key={line} className="local-source">
      {line}
    </p>
  ))
}

/** Where the sources do not agree. */
export function Differences({ topic, aspect }: { topic: Topic; aspect: Topic['disagreements'][number]['aspect'] }) {
  const texts = topic.disagreements.filter(one => one.aspect === aspect).map(({ text }) => text)
  if (texts.length === 0) return null
  return (
    <>
      <h3>Các nguồn nói khác nhau, nên hỏi trước</h3>
      {texts.map(text => (
        <p key={text}>{text}</p>
      ))}
    </>
  )
}
