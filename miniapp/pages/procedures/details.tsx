/** The smaller parts of a guide. */
import type { Topic } from '../../../shared/procedures.ts'
import type { Ward } from '../../api/index.ts'
import { Card, Fold, type IconName, OutLink } from '../../ui/index.ts'
import { Differences } from './costs.tsx'
import { formNumber } from './papers.tsx'

interface OtherWaysProps {
  topic: Topic
  channels: Topic['channels']
  ward: Ward | undefined
}

/** Without going there. */
export function OtherWays({ topic, channels, ward }: OtherWaysProps) {
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

export function Forms({ documents, askAt }: { documents: Topic['cases'][number]['documents']; askAt: string }) {
  const forms = documents.filter(({ role }) => role === 'form')
  if (forms.length === 0) return null
  return (
    <Fold title="Mẫu tờ khai" icon="pen">
      <ul>
        {forms.map(one => (
          <li key={one.id}>
            {one.name}
            {formNumber(one) && ` (${formNumber(one)})`}
          </li>
        ))}
      </ul>
      {forms.some(({ form }) => !form?.number) && <p>Nguồn không ghi số mẫu; tờ khai có tại quầy. {askAt}</p>}
    </Fold>
  )
}

export function TextList({ title, icon, texts }: { title: string; icon: IconName; texts: readonly string[] }) {
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
