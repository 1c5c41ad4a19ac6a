/** What leaders, reviewers, residents and everybody may ask of the notices. Finer rights are in the service. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { AreaLevel } from '../areas.ts'
import type { Access } from '../people.ts'
import { AnswersOfNotice, NoticeAnswer, NoticeQuestion } from './answers.ts'
import { NoticeSettings } from './approval.ts'
import { LINK_VIAS } from './code.ts'
import { NoticeCounts } from './counts.ts'
import { AreaCode, NoticeCode, NoticeDraft, NoticeFile } from './fields.ts'
import { Inbox, InboxQuery, NoticePreferences, NoticeReply, PublicNotice, ResidentNotice } from './inbox.ts'
import { Notice, NoticeEvent, NoticeId } from './notice.ts'
import { NoticePlan } from './plan.ts'
import { Door, DoorMark, DoorSheet, HouseCode, HouseImport } from './register.ts'
import { ManagedStarter, NoticeStarter, StarterKey, StarterWords } from './starters.ts'
import { NoticeState } from './states.ts'

const operation = (access: Access) => oc.$meta<{ access: Access }>({ access })

/** Made by the client for one press of a button: the same twice is one. */
const RequestKey = z.uuid()
const OfNotice = z.object({ id: NoticeId })
/** The version that the caller saw: what somebody else changed meanwhile is not overwritten. */
const AtVersion = OfNotice.extend({ version: z.number().int().positive() })
const Reason = z.string().trim().min(3).max(300)

export const NoticeList = z.object({ notices: z.array(Notice), hasMore: z.boolean() })
export type NoticeList = z.infer<typeof NoticeList>

export const Submission = AtVersion.extend({
  /** What the kind asks to be confirmed is true. */
  isConfirmed: z.boolean(),
  /** An emergency, and nobody can be reached to agree: it goes now, and the reviewers are told. */
  isAlone: z.boolean(),
})
export type Submission = z.infer<typeof Submission>

/** Why a notice or its file was refused, where a page has words of its own for it. */
export const NoticeRefusal = z.enum([
  'nobody_there',
  'same_words',
  'not_confirmed',
  'corrected_already',
  'notice_over',
  'file_unreadable',
  'file_too_large',
  'too_many_pages',
])
export type NoticeRefusal = z.infer<typeof NoticeRefusal>

/** A place that the caller may write to, and as whom they speak there. */
const SpokenFor = z.object({ code: AreaCode, name: z.string(), level: AreaLevel, sender: z.string() })

const leaders = {
  areas: operation('leader')
    .route({ method: 'GET', path: '/notice-areas', summary: 'The areas in the caller’s charge, the widest first' })
    .output(z.array(SpokenFor)),
  list: operation('leader')
    .route({ method: 'GET', path: '/notices', summary: 'Notices of the areas in the caller’s charge, newest first' })
    .input(
      z.object({
        state: NoticeState.optional(),
        area: AreaCode.optional(),
        before: NoticeId.optional(),
        /** Only what is set for later or comes again, and is not over. */
        planned: z.stringbool().or(z.boolean()).optional(),
      }),
    )
    .output(NoticeList),
  compose: operation('leader')
    .route({ method: 'POST', path: '/notices', summary: 'Writes a draft; the same request key twice is one draft' })
    .input(z.object({ requestKey: RequestKey, draft: NoticeDraft }))
    .output(Notice),
  get: operation('leader')
    .route({ method: 'GET', path: '/notices/{id}', summary: 'One notice, with what may be done with it' })
    .input(OfNotice)
    .output(Notice),
  attach: operation('leader')
    .route({
      method: 'POST',
      path: '/notice-files',
      summary: 'Takes in a picture or PDF for a notice; sent as multipart/form-data',
    })
    .input(z.object({ file: z.file(), name: z.string().trim().min(1).max(120), alt: z.string().trim().max(300) }))
    .output(NoticeFile),
  edit: operation('leader')
    .route({ method: 'PUT', path: '/notices/{id}', summary: 'Replaces the draft' })
    .input(AtVersion.extend({ draft: NoticeDraft }))
    .output(Notice),
  discard: operation('leader')
    .route({ method: 'POST', path: '/notices/{id}/discard', summary: 'Throws a draft away' })
    .input(AtVersion)
    .output(Notice),
  plan: operation('leader')
    .route({ method: 'GET', path: '/notices/{id}/plan', summary: 'Who would get it how, until when, at what cost' })
    .input(OfNotice)
    .output(NoticePlan),
  submit: operation('leader')
    .route({ method: 'POST', path: '/notices/{id}/submit', summary: 'Sends it, or asks a second person to agree' })
    .input(Submission)
    .output(Notice),
  withdraw: operation('leader')
    .route({ method: 'POST', path: '/notices/{id}/withdraw', summary: 'Takes it back to the draft before it goes' })
    .input(AtVersion)
    .output(Notice),
  confirmLate: operation('leader')
    .route({ method: 'POST', path: '/notices/{id}/send-late', summary: 'Its time passed unnoticed: send it after all' })
    .input(AtVersion)
    .output(Notice),
  pause: operation('leader')
    .route({ method: 'POST', path: '/notices/{id}/pause', summary: 'Stops sending for now' })
    .input(OfNotice)
    .output(Notice),
  resume: operation('leader')
    .route({ method: 'POST', path: '/notices/{id}/resume', summary: 'Goes on sending' })
    .input(OfNotice)
    .output(Notice),
  cancel: operation('leader')
    .route({ method: 'POST', path: '/notices/{id}/cancel', summary: 'Stops for good; its page says so' })
    .input(OfNotice.extend({ reason: Reason }))
    .output(Notice),
  retry: operation('leader')
    .route({ method: 'POST', path: '/notices/{id}/retry', summary: 'Tries again those that failed, and only those' })
    .input(OfNotice.extend({ requestKey: RequestKey }))
    .output(Notice),
  resendUnknown: operation('leader')
    .route({
      method: 'POST',
      path: '/notices/{id}/resend-unknown',
      summary: 'Sends once more to those of whom nobody knows whether they got it; some may get it twice',
    })
    .input(OfNotice)
    .output(Notice),
  correct: operation('leader')
    .route({
      method: 'POST',
      path: '/notices/{id}/correct',
      summary: 'Drafts a correction for exactly those who got it',
    })
    .input(OfNotice.extend({ requestKey: RequestKey }))
    .output(Notice),
  counts: operation('leader')
    .route({ method: 'GET', path: '/notices/{id}/counts', summary: 'What became of it, in figures' })
    .input(OfNotice)
    .output(NoticeCounts),
  history: operation('leader')
    .route({ method: 'GET', path: '/notices/{id}/history', summary: 'Who wrote, changed, approved, sent, stopped it' })
    .input(OfNotice)
    .output(z.array(NoticeEvent)),
  markPosted: operation('leader')
    .route({ method: 'POST', path: '/notices/{id}/posted', summary: 'It was put into the neighbourhood’s own group' })
    .input(OfNotice)
    .output(Notice),
  answers: operation('leader')
    .route({ method: 'GET', path: '/notices/{id}/answers', summary: 'How many come, and what is asked' })
    .input(OfNotice)
    .output(AnswersOfNotice),
  reply: operation('leader')
    .route({ method: 'POST', path: '/notices/{id}/answers/{question}', summary: 'Answers a question of a resident' })
    .input(OfNotice.extend({ question: NoticeId, text: z.string().trim().min(1).max(500) }))
    .output(NoticeQuestion),
  doors: operation('leader')
    .route({ method: 'GET', path: '/notices/{id}/doors/{area}', summary: 'The sheet to go from door to door with' })
    .input(OfNotice.extend({ area: AreaCode }))
    .output(DoorSheet),
  markDoors: operation('leader')
    .route({ method: 'PUT', path: '/notices/{id}/doors/{area}', summary: 'Enters what was done at the doors' })
    .input(
      OfNotice.extend({
        area: AreaCode,
        marks: z.array(z.object({ house: HouseCode, mark: DoorMark.nullable() })).max(5000),
      }),
    )
    .output(DoorSheet),
}

/** What speaks against it, by the ward's clock. */
const ReviewAdvice = z.object({ level: z.enum(['block', 'warn', 'hint']), words: z.string() })

/** For the second person. */
const approvals = {
  list: operation('reviewer')
    .route({ method: 'GET', path: '/notice-approvals', summary: 'Notices that wait for somebody to agree' })
    .output(z.array(Notice)),
  get: operation('reviewer')
    .route({ method: 'GET', path: '/notice-approvals/{id}', summary: 'One of them, with its plan and history' })
    .input(OfNotice)
    .output(
      z.object({ notice: Notice, plan: NoticePlan, history: z.array(NoticeEvent), advice: z.array(ReviewAdvice) }),
    ),
  approve: operation('reviewer')
    .route({ method: 'POST', path: '/notice-approvals/{id}/approve', summary: 'Agrees to just this version' })
    .input(AtVersion)
    .output(Notice),
  giveBack: operation('reviewer')
    .route({ method: 'POST', path: '/notice-approvals/{id}/return', summary: 'Gives it back to its author' })
    .input(AtVersion.extend({ reason: Reason }))
    .output(Notice),
}

/** For whoever lives there. */
const inbox = {
  list: operation('resident')
    .route({ method: 'GET', path: '/inbox', summary: 'Notices for the caller, newest first' })
    .input(InboxQuery)
    .output(Inbox),
  get: operation('resident')
    .route({ method: 'GET', path: '/inbox/{id}', summary: 'One of them' })
    .input(OfNotice)
    .output(ResidentNotice),
  markRead: operation('resident')
    .route({ method: 'POST', path: '/inbox/{id}/read', summary: 'The caller has opened it' })
    .input(OfNotice)
    .output(z.object({ unread: z.number().int() })),
  answer: operation('resident')
    .route({ method: 'POST', path: '/inbox/{id}/answer', summary: 'Comes, does not come, or asks something' })
    .input(OfNotice.extend({ answer: NoticeAnswer }))
    .output(ResidentNotice),
  listReplies: operation('resident')
    .route({ method: 'GET', path: '/notice-replies', summary: 'What the caller asked about notices and was answered' })
    .output(z.array(NoticeReply)),
  openReplies: operation('resident')
    .route({ method: 'POST', path: '/notice-replies/opened', summary: 'The caller has read them' })
    .output(z.object({ opened: z.number().int() })),
  readPreferences: operation('resident')
    .route({ method: 'GET', path: '/inbox-preferences', summary: 'What the caller is told of, and when' })
    .output(NoticePreferences),
  writePreferences: operation('resident')
    .route({ method: 'PUT', path: '/inbox-preferences', summary: 'Chooses kinds and hours' })
    .input(NoticePreferences)
    .output(NoticePreferences),
}

/** For everybody with the link. */
const published = {
  list: operation('public')
    .route({
      method: 'GET',
      path: '/areas/{area}/notices',
      summary: 'Notices of an area that are for everybody to see',
    })
    .input(z.object({ area: AreaCode }))
    .output(z.array(PublicNotice)),
  get: operation('public')
    .route({ method: 'GET', path: '/public-notices/{code}', summary: 'One notice by the code it carries' })
    .input(z.object({ code: NoticeCode, via: z.enum(LINK_VIAS).optional() }))
    .output(PublicNotice),
}

const houses = {
  list: operation('leader')
    .route({ method: 'GET', path: '/areas/{area}/houses', summary: 'The houses of an area by their codes' })
    .input(z.object({ area: AreaCode }))
    .output(z.array(Door.omit({ mark: true }))),
  import: operation('administrator')
    .route({
      method: 'PUT',
      path: '/areas/{area}/houses',
      summary: 'Replaces the register; refuses lines with people in them',
    })
    .input(z.object({ area: AreaCode, text: z.string().max(200_000) }))
    .output(HouseImport),
}

/** The caller's own door in one of their places: it lets the leader see which houses nobody has joined from, and nothing more. */
const OwnHouse = z.object({ area: AreaCode, house: HouseCode.nullable() })
const ownHouse = {
  read: operation('resident')
    .route({ method: 'GET', path: '/areas/{area}/own-house', summary: 'The door the caller named as theirs' })
    .input(z.object({ area: AreaCode }))
    .output(OwnHouse),
  write: operation('resident')
    .route({ method: 'PUT', path: '/areas/{area}/own-house', summary: 'Names it, or takes it back' })
    .input(OwnHouse)
    .output(OwnHouse),
}

const settings = {
  read: operation('leader')
    .route({ method: 'GET', path: '/areas/{area}/notice-settings', summary: 'Which notices need a second person' })
    .input(z.object({ area: AreaCode }))
    .output(NoticeSettings),
  write: operation('administrator')
    .route({ method: 'PUT', path: '/areas/{area}/notice-settings', summary: 'Decides which do' })
    .input(z.object({ area: AreaCode, settings: NoticeSettings }))
    .output(NoticeSettings),
}

const OfStarter = z.object({ area: AreaCode, key: StarterKey })
const starters = {
  list: operation('leader')
    .route({ method: 'GET', path: '/notice-starters', summary: 'What the caller may begin a notice with' })
    .input(z.object({ area: AreaCode.optional() }))
    .output(z.array(NoticeStarter)),
  manage: operation('leader')
    .route({ method: 'GET', path: '/areas/{area}/notice-starters', summary: 'All of them, also those left out there' })
    .input(z.object({ area: AreaCode }))
    .output(z.array(ManagedStarter)),
  add: operation('leader')
    .route({
      method: 'POST',
      path: '/areas/{area}/notice-starters',
      summary: 'Writes one for a place and all below it',
    })
    .input(
      z.object({
        area: AreaCode,
        requestKey: RequestKey,
        words: StarterWords,
        /** The one that it stands in place of, there and below. */
        replaces: StarterKey.nullable(),
      }),
    )
    .output(ManagedStarter),
  edit: operation('leader')
    .route({ method: 'PUT', path: '/areas/{area}/notice-starters/{key}', summary: 'Other words for one of its own' })
    .input(OfStarter.extend({ version: z.number().int().positive(), words: StarterWords }))
    .output(ManagedStarter),
  retire: operation('leader')
    .route({
      method: 'POST',
      path: '/areas/{area}/notice-starters/{key}/retire',
      summary: 'Nobody there begins with it any more; what was written with it stays',
    })
    .input(OfStarter)
    .output(ManagedStarter),
  restore: operation('leader')
    .route({ method: 'POST', path: '/areas/{area}/notice-starters/{key}/restore', summary: 'Takes that back' })
    .input(OfStarter)
    .output(ManagedStarter),
}

export const noticesContract = { ...leaders, approvals, inbox, published, houses, ownHouse, settings, starters }
