/** The questions on the wire: each operation of the contract handed to the feature. */
import type { Implementer } from './implementer.ts'
import { principalOf } from './platform/http/index.ts'
import type { QuestionsFeature } from './questions/index.ts'

export function implementQuestions({ questions: os }: Implementer, questions: QuestionsFeature) {
  const { examples, figures } = questions
  return {
    list: os.list.handler(({ context, input }) => questions.list(principalOf(context), input)),
    get: os.get.handler(({ context, input }) => questions.get(principalOf(context), input.id)),
    weeks: os.weeks.handler(({ context }) => questions.weeks(principalOf(context))),
    propose: os.propose.handler(({ context, input }) => questions.propose(principalOf(context), input)),
    settle: os.settle.handler(({ context, input }) => questions.settle(principalOf(context), input)),
    reopen: os.reopen.handler(({ context, input }) => questions.reopen(principalOf(context), input.id)),
    examples: {
      list: os.examples.list.handler(({ context, input }) => examples.list(principalOf(context), input)),
      accept: os.examples.accept.handler(({ context, input }) =>
        examples.decide(principalOf(context), { ...input, to: 'accepted' }),
      ),
      decline: os.examples.decline.handler(({ context, input }) =>
        examples.decide(principalOf(context), { ...input, to: 'declined' }),
      ),
      retire: os.examples.retire.handler(({ context, input }) =>
        examples.decide(principalOf(context), { ...input, to: 'retired' }),
      ),
    },
    figures: {
      read: os.figures.read.handler(() => figures.read()),
      readSetting: os.figures.readSetting.handler(({ context, input }) =>
        figures.readSetting(principalOf(context), input.area),
      ),
      writeSetting: os.figures.writeSetting.handler(({ context, input }) =>
        figures.writeSetting(principalOf(context), input),
      ),
    },
  }
}
