/** One block for each thing that can be asked of a topic. */
import type { Aspect } from '../../procedures.ts'
import { type Block, type Context, isStated } from '../context.ts'
import { headingOf } from '../sayings.ts'
import { feeBlock } from './fee.ts'
import { formBlock } from './form.ts'
import { informationBlock } from './information.ts'
import { eligibilityBlock, lawBlock, stepsBlock } from './listed.ts'
import { onlineBlock } from './online.ts'
import { papersBlock } from './papers.ts'
import { referralBlock } from './referral.ts'
import { timeBlock } from './time.ts'
import { whereBlock } from './where.ts'

export { toInformationAspect } from './information.ts'
export { opensPortal } from './online.ts'

const blocks: Record<Aspect, (context: Context) => Block> = {
  overview: overviewBlock,
  papers: papersBlock,
  fee: feeBlock,
  time: timeBlock,
  where: whereBlock,
  online: onlineBlock,
  form: formBlock,
  steps: stepsBlock,
  law: lawBlock,
  eligibility: eligibilityBlock,
  status: statusBlock,
}

export function blockOf(aspect: Aspect, context: Context): Block {
  const { kind } = context.topic
  if (kind === 'information') return informationBlock(aspect, context)
  return kind === 'referral' && !isStated(aspect, context) ? referralBlock(aspect, context) : blocks[aspect](context)
}

/** One sentence on what it is, then the papers; where no source names any, the desk that knows. */
function overviewBlock(context: Context): Block {
  const { topic, office } = context
  const papers = papersBlock(context)
  if (isStated('papers', context)) return { ...papers, lines: [topic.summary, ...papers.lines] }
  const unknown = `Giấy tờ: nguồn không ghi; hỏi tại ${office.name}, ${office.phone}.`
  const { whichOffice } = topic.authority
  return { ...papers, lines: [topic.summary, unknown, ...(whichOffice ? [whichOffice] : [])] }
}

/** A dossier already handed in is asked after by its number. */
function statusBlock({ topic, office }: Context): Block {
  const line = `${headingOf(topic, 'status', null)}: gọi ${office.phone} (${office.name}) và đọc mã hồ sơ ghi trên giấy hẹn.`
  return { lines: [line, 'Chưa có giấy hẹn thì nói họ tên và ngày nộp.'], hasMore: false }
}
