/** What every part of an answer may look at. */
import type { WardProfile } from '../areas.ts'
import type { Aspect, Channel, ProcedureCase, Topic } from '../procedures.ts'
import type { Addressing } from './addressing.ts'
import { type Office, officeOf } from './office.ts'
import type { View } from './sayings.ts'

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
  /** Another answer follows in the same reply: what may be asked next stands below that one. */
  isFollowed?: boolean
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

/** Guidance has steps to take; an information topic without any is the ward's own card. */
export function isWardCard({ topic }: Context): boolean {
  return topic.kind === 'information' && topic.steps.length === 0
}

/** Whether the record says anything on this. Which office it is and how to reach it opens every referral. */
export function isStated(aspect: Aspect, context: Context): boolean {
  const { topic, theCase } = context
  const documents = theCase?.documents ?? []
  switch (aspect) {
    case 'papers':
      return documents.length > 0
    case 'form':
      return documents.some(document => document.role === 'form') || Boolean(topic.local?.form)
    case 'fee':
      return channelsOf(context).some(channel => channel.fees.length > 0) || Boolean(topic.local?.fee)
    case 'time':
      return channelsOf(context).some(channel => channel.timeLimit !== null)
    case 'online':
      return channelsOf(context).some(channel => channel.type === 'online')
    case 'steps':
      return topic.steps.length > 0
    case 'law':
      return topic.legalBases.length > 0
    case 'eligibility':
      return topic.eligibility.length > 0
    case 'overview':
    case 'where':
    case 'status':
      return false
  }
}

/** The case an answer must name: the one asked for, or the common one where other cases go by another procedure. */
export function caseToName({ topic, namedCase, theCase }: Context): ProcedureCase | null {
  const isOneProcedure = new Set(topic.cases.map(one => one.procedure)).size <= 1
  return namedCase ?? (isOneProcedure ? null : theCase)
}

/** Where an open question is asked: the ward cannot speak for an office it only points to. */
export function whereToAsk({ topic, office }: Context): string {
  return topic.kind === 'referral' ? 'Hỏi tại nơi làm.' : `Gọi ${office.phone} để hỏi.`
}

/** Where the sources differ on what was asked. */
export function differencesOn(aspect: Aspect, { topic }: Context): string[] {
  return topic.disagreements.filter(one => one.aspect === aspect).map(one => one.text)
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
