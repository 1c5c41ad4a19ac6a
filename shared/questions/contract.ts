/** What editors, reviewers and everybody may ask of the questions. */
import { z } from 'zod'
import { operation } from '../operation.ts'
import { FiguresSetting, PublicFigures } from './figures.ts'
import {
  ExampleList,
  ExamplePhrase,
  NewExample,
  QuestionGroup,
  QuestionGroupDetail,
  QuestionList,
  QuestionQuery,
  QuestionSettling,
  QuestionWeek,
} from './questions.ts'

const RowId = z.string().regex(/^\d{1,18}$/)
const OfGroup = z.object({ id: RowId })
const Why = z.string().trim().max(300).optional()
const AreaCode = z.string().max(80)

export const questionsContract = {
  list: operation('editor')
    .route({
      method: 'GET',
      path: '/questions',
      summary: 'Groups of questions that were not served well, largest first',
    })
    .input(QuestionQuery)
    .output(QuestionList),
  get: operation('editor')
    .route({ method: 'GET', path: '/questions/{id}', summary: 'One group: its wordings, and the nearest guides' })
    .input(OfGroup)
    .output(QuestionGroupDetail),
  weeks: operation('editor')
    .route({ method: 'GET', path: '/question-weeks', summary: 'Counts by week of the areas in the caller’s charge' })
    .output(z.array(QuestionWeek)),
  propose: operation('editor')
    .route({
      method: 'POST',
      path: '/questions/{id}/examples',
      summary: 'Proposes a wording of one’s own as an example; a second person decides',
    })
    .input(NewExample.extend({ id: RowId }))
    .output(ExamplePhrase),
  settle: operation('editor')
    .route({ method: 'POST', path: '/questions/{id}/settle', summary: 'Says what becomes of a group' })
    .input(OfGroup.extend({ as: QuestionSettling, note: z.string().trim().max(500).optional() }))
    .output(QuestionGroup),
  reopen: operation('editor')
    .route({ method: 'POST', path: '/questions/{id}/reopen', summary: 'Puts a group back among the open ones' })
    .input(OfGroup)
    .output(QuestionGroup),
  examples: {
    list: operation('editor')
      .route({ method: 'GET', path: '/question-examples', summary: 'Wordings proposed and decided, newest first' })
      .input(z.object({ state: ExamplePhrase.shape.state.optional(), before: RowId.optional() }))
      .output(ExampleList),
    accept: operation('reviewer')
      .route({ method: 'POST', path: '/question-examples/{id}/accept', summary: 'The machine learns the wording' })
      .input(OfGroup)
      .output(ExamplePhrase),
    decline: operation('reviewer')
      .route({ method: 'POST', path: '/question-examples/{id}/decline', summary: 'The wording is not taken up' })
      .input(OfGroup.extend({ why: Why }))
      .output(ExamplePhrase),
    retire: operation('reviewer')
      .route({ method: 'POST', path: '/question-examples/{id}/retire', summary: 'The machine forgets the wording' })
      .input(OfGroup.extend({ why: Why }))
      .output(ExamplePhrase),
  },
  figures: {
    read: operation('public')
      .route({ method: 'GET', path: '/figures', summary: 'Accuracy and refusals by week, where the ward shows them' })
      .output(PublicFigures),
    readSetting: operation('viewer')
      .route({ method: 'GET', path: '/areas/{area}/figures-setting', summary: 'Whether the ward shows its figures' })
      .input(z.object({ area: AreaCode }))
      .output(FiguresSetting),
    writeSetting: operation('administrator')
      .route({ method: 'PUT', path: '/areas/{area}/figures-setting', summary: 'Shows or hides the figures' })
      .input(FiguresSetting.extend({ area: AreaCode }))
      .output(FiguresSetting),
  },
}
