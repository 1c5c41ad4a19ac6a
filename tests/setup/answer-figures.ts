/** Where every figure of an answer comes from: the record it rests on, the ward, the calendar, or our own numbering. */
import type { Neighbourhood } from '../../shared/areas.ts'
import { emergencyNumbers } from '../../shared/content/index.ts'
import type { PublishedTopic, Topic } from '../../shared/procedures.ts'
import { vietnamDay } from '../../shared/vietnam-time.ts'
import type { Heard } from './dialogues.ts'
import { figuresIn, figuresOfFields, proseOfTable } from './figures.ts'
import { type Office, withoutReckoned } from './reckoned.ts'

export interface Sources {
  records: ReadonlyMap<string, PublishedTopic>
  office: Office & { neighbourhoods: readonly Neighbourhood[] }
  keepMessagesDays: number
}

type Message = Heard['messages'][number]

/** @returns the figures that nothing explains, with the message they stand in */
export function unexplainedFigures(heard: readonly Heard[], sources: Sources): string[] {
  const offered = new Map<string, number>()
  return heard.flatMap(({ dialogue, said, messages, moments }) => {
    return messages.flatMap(message => {
      const { rest, mostOffered } = explain(message, { sources, moments, offered: offered.get(dialogue) ?? 0 })
      if (mostOffered > 0) offered.set(dialogue, mostOffered)
      const held = figuresHeld(message, sources.records, moments)
      const odd = figuresIn(
        rest.replace(/số có đuôi (\d{3})(?=\.)/g, ending => (isEndingOf(ending, said) ? ' ' : ending)),
      )
        .map(sameMoney)
        .filter(figure => !held.has(figure))
      return odd.length > 0 ? [`${dialogue} › ${said.slice(0, 80)}: ${odd.join(' | ')} in «${message.text}»`] : []
    })
  })
}

/** Takes out what is not a statement about paperwork. */
function explain(
  { text, buttons, source }: Message,
  { sources, moments, offered }: { sources: Sources; moments: readonly Date[]; offered: number },
): { rest: string; mostOffered: number } {
  const { profile } = sources.office
  let mostOffered = 0
  const rest = withoutReckoned(text, sources.office, moments)
    .replace(numbersOfTheWard(profile), ' ')
    .replace(/(?<!\d)11[345](?!\d)/g, number => (isEmergency(number) ? ' ' : number))
    .replace(/(?<=^|Nhắn số: | · )(\d{1,2})\.? (?=\p{L}|👍)/gmu, (found, number) => {
      if (Number(number) !== mostOffered + 1) return found
      mostOffered = Number(number)
      return ' '
    })
    .replace(/(?<=nhắn )1(?=[.;]|$)/gimu, found => (buttons.length > 0 ? ' ' : found))
    .replace(/Chỉ có số (?:từ 1 đến )?(\d{1,2})/g, (found, number) => (Number(number) === offered ? ' ' : found))
    .replace(/Câu (\d)\/(\d):/g, (found, at, of) => (Number(at) <= Number(of) ? ' ' : found))
    .replace(/(?<=^Bước )\d(?=\.)/gm, ' ')
    .replace(/tự xóa sau (\d+) ngày/g, (found, days) => (Number(days) === sources.keepMessagesDays ? ' ' : found))
    .replace(/đủ 10 chữ số/g, ' ')
    .replace(/trong 10 phút(?=, cho)/g, ' ')
    .replace(/https?:\S+lk=\S+/g, ' ')
    .replace(/“tôi ở tổ 3”/g, ' ')
    .replace(/Phường có (\d+) nơi/g, (found, total) =>
      Number(total) === sources.office.neighbourhoods.length ? ' ' : found,
    )
    .replace(/(?<=Có người cần thêm(?:: .*;)? )(\d+)(?= giấy)/g, (found, count) =>
      isCounted(Number(count), text, source && sources.records.get(source.topic)) ? ' ' : found,
    )
    .replace(/mục “(.+?)”, phiên bản (\d+)/g, (found, title, revision) =>
      findByTitle(sources.records, title)?.revision === Number(revision) ? ' ' : found,
    )
    .replace(/(?:phiên )?bản (\d+)(?: đăng ngày (\S+?))?(?=[.;]|$)/gm, (found, revision, day) =>
      isPublished(sources, source, revision, day) ? ' ' : found,
    )
  return { rest: withoutPlaces(withoutTitles(rest, sources.records), sources), mostOffered }
}

function numbersOfTheWard({ phone, address, officeName, wardName, police }: Office['profile']): RegExp {
  const own = [phone, address, officeName, wardName, police?.phone, police?.address, police?.name]
  const escaped = own.flatMap(one => (one ? [one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')] : []))
  return new RegExp(escaped.join('|'), 'gi')
}

function isEmergency(number: string): boolean {
  return Object.values(emergencyNumbers).some(one => one.number === number)
}

function isPublished({ records }: Sources, source: Message['source'], revision: string, day?: string): boolean {
  const record = source && records.get(source.topic)
  if (!record || record.revision !== Number(revision) || record.revision !== source.revision) return false
  return day === undefined || day === vietnamDay(record.publishedAt).split('-').reverse().join('/')
}

/** As many papers of one of the cases only some people need, and are not named in the text. */
function isCounted(count: number, text: string, record: PublishedTopic | null | undefined): boolean {
  const said = text.toLowerCase()
  const unnamed = ({ documents }: Topic['cases'][number]) =>
    documents.filter(({ condition, name }) => condition !== null && !said.includes(name.toLowerCase()))
  return record?.topic.cases.some(one => unnamed(one).length === count) ?? false
}

/** The last digits of a number the person gave. */
function isEndingOf(ending: string, said: string): boolean {
  return said.replace(/\D/g, '').endsWith(ending.replace(/\D/g, ''))
}

function findByTitle(records: Sources['records'], title: string): PublishedTopic | undefined {
  return [...records.values()].find(({ topic }) => topic.title === title)
}

/** Neighbourhoods are called as the ward calls them, the longest name first. */
function withoutPlaces(text: string, { office }: Sources): string {
  const names = office.neighbourhoods.flatMap(({ name, otherNames }) => [name, ...otherNames.map(other => other.name)])
  return names.sort((a, b) => b.length - a.length).reduce((rest, name) => rest.replaceAll(name, ' '), text)
}

/** What is offered is called by its published name. */
function withoutTitles(text: string, records: Sources['records']): string {
  const titles = [...records.values()].map(({ topic }) => topic.title).filter(title => /\d/.test(title))
  return titles.reduce((rest, title) => rest.replaceAll(title, ' '), text)
}

/** The figures of the record that the message rests on, of those that it names by code or title, and of what it asks. */
function figuresHeld({ text, source }: Message, records: Sources['records'], moments: readonly Date[]): Set<string> {
  const all = [...records.values()].map(({ topic }) => topic)
  const own = all.filter(({ key }) => key === source?.topic)
  const named = all.filter(
    ({ procedures, title }) =>
      procedures.some(({ code }) => text.includes(code)) || text.includes(`Các câu hỏi: mục “${title}”`),
  )
  const asking = all.filter(({ checklist }) => checklist?.questions.some(question => text.includes(question.text)))
  return new Set(
    [
      ...[...own, ...named].flatMap(topic => [...figuresOfFields(topic), ...moneyOf(topic, moments)]),
      ...asking.flatMap(({ checklist }) =>
        (checklist ? proseOfTable(checklist) : []).flatMap(([, said]) => figuresIn(said)),
      ),
      ...differencesIn(text, all),
    ].map(sameMoney),
  )
}

/** What is to be paid while a relief lasts is the only figure that is computed. */
function moneyOf({ channels }: Topic, moments: readonly Date[]): string[] {
  const days = moments.map(vietnamDay)
  return channels
    .flatMap(({ fees }) => fees)
    .flatMap(({ amount, reliefs }) =>
      amount === null
        ? []
        : reliefs
            .filter(({ from, until }) => days.some(day => from <= day && day <= until))
            .map(({ percent }) => `${(amount * (100 - percent)) / 100} đồng`),
    )
}

/** The sentence that tells two topics apart stands in the record of one of them. */
function differencesIn(text: string, topics: readonly Topic[]): string[] {
  return topics.flatMap(({ confusableWith }) =>
    confusableWith.flatMap(({ difference }) => (text.includes(difference) ? figuresIn(difference) : [])),
  )
}

/** `50.000 đồng` and `50000 đồng` are one sum. */
function sameMoney(figure: string): string {
  return figure.endsWith(' đồng') ? figure.replaceAll('.', '') : figure
}
