/** What may stand in which place of a template. The same is asked at the desk, by the server and by the operator. */
import type { TemplateFact } from '../broadcasts.ts'
import type { TemplateParam, TemplateUse } from './templates.ts'

export interface MappingProblem {
  /**
   * `strange`: the template has no such place · `missing`: it must be filled · `not_text`: it wants a number or a day ·
   * `too_short`: what must stand there whole would be cut.
   */
  kind: 'strange' | 'missing' | 'not_text' | 'too_short'
  names: string[]
}

/** "TB-K7M2P". */
const CODE_LENGTH = 8

/** @param linkLength of a notice's link, in letters @returns nothing where it can be used */
export function findMappingProblems(
  places: readonly TemplateParam[],
  params: TemplateUse['params'],
  linkLength: number,
): MappingProblem[] {
  const known = new Map(places.map(place => [place.name, place]))
  const filled = Object.entries(params)
  const needs: Partial<Record<TemplateFact, number>> = { code: CODE_LENGTH, link: linkLength }
  const found: Record<MappingProblem['kind'], string[]> = {
    strange: filled.flatMap(([name]) => (known.has(name) ? [] : [name])),
    missing: places.flatMap(({ name, isRequired }) => (isRequired && !Object.hasOwn(params, name) ? [name] : [])),
    not_text: filled.flatMap(([name]) => (known.get(name)?.takesText === false ? [name] : [])),
    too_short: filled.flatMap(([name, fact]) =>
      (known.get(name)?.maxLength ?? Number.POSITIVE_INFINITY) < (needs[fact] ?? 0) ? [name] : [],
    ),
  }
  return (Object.keys(found) as MappingProblem['kind'][]).flatMap(kind =>
    found[kind].length > 0 ? [{ kind, names: found[kind] }] : [],
  )
}

const WORDS: Record<MappingProblem['kind'], string> = {
  strange: 'Mẫu không có chỗ điền',
  missing: 'Mẫu còn chỗ phải điền',
  not_text: 'Chỗ này cần số hoặc ngày theo kiểu riêng, thông báo không điền được',
  too_short: 'Chỗ này quá ngắn, mã tin hoặc đường dẫn sẽ bị cắt',
}

export function sayMappingProblem({ kind, names }: MappingProblem): string {
  return `${WORDS[kind]}: ${names.join(', ')}`
}
