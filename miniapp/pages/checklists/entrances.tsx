/** From a guide to one's own list, and to going for somebody else. */
import { Link } from 'react-router-dom'
import type { Topic } from '../../../shared/procedures.ts'
import { Icon, Row, Rows } from '../../ui/index.ts'
import './checklists.css'

export function ChecklistEntrance({ topic }: { topic: Topic }) {
  if (!topic.checklist) return null
  return (
    <div className="entrance no-print">
      <p>Mỗi nhà một khác. Trả lời vài câu để biết đúng giấy tờ của mình.</p>
      <Link className="button button-main" to={`/thu-tuc/${topic.key}/giay-to`}>
        <Icon name="check" />
        <span>Giấy tờ của tôi</span>
      </Link>
    </div>
  )
}

export function HelpingEntrance({ topic }: { topic: Topic }) {
  if (topic.cases.length === 0) return null
  return (
    <div className="entrance no-print">
      <Rows>
        <Row
          to={`/lam-giup/${topic.key}`}
          icon="elder"
          title="Làm giúp người thân"
          text="Đi thay cha mẹ, con nhỏ, người đau ốm: cần giấy ủy quyền không?"
        />
      </Rows>
    </div>
  )
}
