import { type Block, type Context, differencesOn } from '../context.ts'
import { lowerFirst } from '../figures.ts'
import { localFormLines } from '../local.ts'
import { headingOf } from '../sayings.ts'
import { formNumber } from './papers.ts'

/** Which forms, by name and number; a number nobody states is said to be unknown. */
export function formBlock(context: Context): Block {
  const forms = (context.theCase?.documents ?? []).filter(document => document.role === 'form')
  const lines = forms.map(form => {
    const issued = form.form?.issuedBy ? ` kèm ${form.form.issuedBy}` : ''
    const number = formNumber(form)
    const name = form.condition ? `Khi ${form.condition}: ${lowerFirst(form.name)}` : form.name
    return `• ${name}${number ? `, ${number}${issued}` : ''}`
  })
  const heading = headingOf(context.topic, 'form', context.namedCase)
  const unnumbered = forms.some(form => !form.form?.number)
  return {
    lines: [
      forms.length > 0 ? `${heading}:` : `${heading}: nguồn không nêu tờ khai nào.`,
      ...lines,
      ...(unnumbered
        ? [`Nguồn không ghi số mẫu; hỏi tờ khai tại ${context.office.name}, điện thoại ${context.office.phone}.`]
        : []),
      ...localFormLines(context.topic),
      ...differencesOn('form', context),
    ],
    hasMore: false,
  }
}
