/** The papers of the one person who stands here, from the answers that they give: the same table as on the phone. */
import {
  type Answers,
  answersToFragment,
  type ChecklistResult,
  type Perhaps,
} from '../../../shared/checklists/index.ts'
import type { ProcedureCase, Topic } from '../../../shared/procedures.ts'
import { type OwnList, ROLES, toSheetPaper } from './bring-sheet.ts'

const VAGUE = 'Có câu chưa rõ nên giấy tờ có thể khác: hỏi lại cán bộ trước khi về.'

export type FindTopic = (key: string) => Topic | null

export function ownList(result: ChecklistResult, findTopic: FindTopic): OwnList {
  const { needed, maybe, warnings, notes, also, isVague } = result
  const toBeSafe = maybe.filter(({ when }) => when === null).map(({ document }) => document)
  return {
    papers: ROLES.flatMap(role => [
      ...[...needed, ...toBeSafe].filter(one => one.role === role).map(document => toSheetPaper(document, null)),
      ...maybe.flatMap(({ document, when }) =>
        document.role === role && when !== null ? [toSheetPaper(document, `Nếu ${when}`)] : [],
      ),
    ]),
    warnings: warnings.map(said),
    remarks: [
      ...notes.map(said),
      ...leadsElsewhere(result, findTopic),
      ...also.flatMap(({ topic, when }) => {
        const title = findTopic(topic)?.title
        return title ? [`${when === null ? 'Nên' : `Nếu ${when}: nên`} xem thêm mục “${title}”.`] : []
      }),
      ...(isVague ? [VAGUE] : []),
    ],
  }
}

/** Where an answer that is not known may lead instead. */
function leadsElsewhere({ others, elsewhere }: ChecklistResult, findTopic: FindTopic): string[] {
  return [
    ...others.map(({ topic, case: id, when }) => {
      const label = findTopic(topic)?.cases.find((one: ProcedureCase) => one.id === id)?.label
      return `Nếu ${when}: giấy tờ khác${label ? `, xem “${label}”` : ', hỏi trước khi đi'}.`
    }),
    ...elsewhere.flatMap(({ topic, when }) => {
      const title = findTopic(topic)?.title
      return title ? [`Nếu ${when}: làm theo mục “${title}”.`] : []
    }),
  ]
}

/** A sentence, after the clause it depends on unless it begins with that itself. */
function said({ text, when }: Perhaps<{ text: string }>): string {
  const lower = /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
  return when === null || lower.startsWith(when) ? text : `Nếu ${when}: ${lower}`
}

/** Opens this very list on a phone. The answers stand behind the `#`, which travels to no server; nobody is named. */
export function ownAddress(topic: Topic, revision: number, answers: Answers, site: string): string {
  const given = (topic.checklist?.questions ?? []).flatMap(({ id }) => {
    const option = answers[id]
    return option === undefined ? [] : [{ question: id, option }]
  })
  return `${site}/app/thu-tuc/${topic.key}/giay-to${answersToFragment(revision, given)}`
}
