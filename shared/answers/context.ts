/** What every part of an answer may look at. */
import type { WardProfile } from '../areas.ts'
import type { Aspect, Channel, ProcedureCase, Topic } from '../procedures.ts'
import { type Office, officeOf } from './office.ts'
import type { View } from './sayings.ts'

/** How people open towards the ward, and how the ward speaks back. */
export type Addressing = 'bác' | 'cô' | 'chú' | 'anh' | 'chị' | 'ông' | 'bà'

export interface AnswerInput {
  topic: Topic
  revision: number
  /** ISO day on which this revision was published. */
  publishedOn: string
  /** What was asked, in the order asked; empty means an overview. */
  aspects: readonly Aspect[]
  ward: WardProfile
  /** ISO day; decides which reliefs hold and whether the law has moved on. */
  today: string
  /** The case asked for; null or unknown: the common one. */
  caseId?: string | null
  view?: View
  addressing?: Addressing | null
}

export interface Context extends AnswerInput {
  office: Office
  /** The case the person named; null: none. */
  namedCase: ProcedureCase | null
  /** The case the papers are read from. */
  theCase: ProcedureCase | null
  view: View
}

export function createContext(input: AnswerInput): Context {
  const namedCase = input.topic.cases.find(one => one.id === input.caseId) ?? null
  return {
    ...input,
    office: officeOf(input.topic, input.ward),
    namedCase,
    theCase: namedCase ?? input.topic.cases[0] ?? null,
    view: input.view ?? 'core',
  }
}

/** The channels of the case's own procedure. */
export function channelsOf(context: Context): Channel[] {
  const procedure = context.theCase?.procedure ?? null
  return context.topic.channels.filter(
    channel => channel.procedure === null || procedure === null || channel.procedure === procedure,
  )
}

/** One thing that was asked, answered. The first line stays; the others may give way from the end when space is short. */
export interface Block {
  lines: string[]
  /** There is more to see in the full view. */
  hasMore: boolean
}

const channelNames: Record<Channel['type'], string> = {
  in_person: 'nộp trực tiếp',
  online: 'nộp trực tuyến',
  post: 'gửi bưu điện',
}

export function channelName(type: Channel['type']): string {
  return channelNames[type]
}
