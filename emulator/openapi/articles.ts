/** Articles of the OA, and broadcasting them to its followers. */
import type { Answer } from '../http/answer.ts'
import { type Fields, isFields } from '../http/body.ts'
import type { Article } from '../world/articles.ts'
import { MINUTE, vietnamHour } from '../world/duration.ts'
import { newDecimalId, newMessageId } from '../world/ids.ts'
import type { Persona } from '../world/personas.ts'
import type { World } from '../world/world.ts'
import type { Call, Endpoint, House } from './endpoint.ts'
import { invalid, isRefusal, type Refusal, refuse, success } from './refusal.ts'

const LONGEST = { title: 150, author: 50, description: 300 }
const MOST_ARTICLES = 5
const MODERATION = 30 * MINUTE
const CREATED = 'articles created'
const BROADCASTS = 'broadcasts'
/** Upper ends of Zalo's eight bands of age. */
const AGE_BANDS = [12, 17, 24, 34, 44, 54, 64, Number.POSITIVE_INFINITY]
const usual = { family: 'article', permission: 'article' } as const

export const articleEndpoints: Endpoint[] = [
  { ...usual, method: 'POST', path: '/v2.0/article/create', handle: createArticle },
  { ...usual, method: 'POST', path: '/v2.0/article/verify', handle: verifyArticle },
  { ...usual, method: 'POST', path: '/v2.0/article/remove', handle: removeArticle },
  { ...usual, method: 'GET', path: '/v2.0/article/getslice', handle: listArticles },
  { ...usual, method: 'GET', path: '/v2.0/article/getdetail', handle: showArticle },
]

function createArticle({ body }: Call, { world }: House): Answer | Refusal {
  const { articles } = world.settings.read()
  const problem = checkArticle(body)
  if (problem || !body) return problem ?? invalid('body')
  if (world.meters.used(CREATED, 'month') >= articles.createdPerMonth)
    return { error: -223, message: 'limit quota create article' }
  world.meters.spend(CREATED, 'month')
  const now = world.clock.now()
  const token = newMessageId()
  world.articles.add({
    id: newDecimalId(),
    token,
    title: String(body.title),
    author: String(body.author),
    description: String(body.description ?? ''),
    status: body.status === 'show' ? 'show' : 'hide',
    createdAt: now,
    readyAt: now + articles.processingMs,
  })
  return success({ token })
}

function checkArticle(body: Fields | undefined): Refusal | undefined {
  if (!body) return invalid('body')
  if (body.type !== 'normal') return invalid('type')
  for (const [name, longest] of Object.entries(LONGEST)) {
    const value = body[name]
    if (typeof value !== 'string' || value.trim() === '') return invalid(name)
    if ([...value.normalize('NFC')].length > longest) return refuse(-210)
  }
  const { cover, body: parts } = body
  if (!isFields(cover) || cover.cover_type !== 'photo') return invalid('cover')
  if (typeof cover.photo_url !== 'string' || !cover.photo_url.startsWith('https://')) return invalid('photo_url')
  if (!Array.isArray(parts) || parts.length === 0) return invalid('body')
  const isRight = (part: unknown) =>
    isFields(part) &&
    ['text', 'image', 'video', 'product'].includes(String(part.type)) &&
    (part.type !== 'text' || typeof part.content === 'string')
  if (!parts.every(isRight)) return invalid('body')
  for (const name of ['status', 'comment'])
    if (body[name] !== undefined && body[name] !== 'show' && body[name] !== 'hide') return invalid(name)
  return undefined
}

function verifyArticle({ body }: Call, { world }: House): Answer | Refusal {
  const article = typeof body?.token === 'string' ? world.articles.byToken(body.token) : undefined
  if (!article) return invalid('token')
  return world.clock.now() < article.readyAt ? refuse(-214) : success({ id: article.id })
}

function removeArticle({ body }: Call, { world }: House): Answer | Refusal {
  return typeof body?.id === 'string' && world.articles.remove(body.id) ? success({}) : invalid('id')
}

function showArticle({ query }: Call, { world }: House): Answer | Refusal {
  const article = world.articles.find(query.get('id') ?? '')
  return article ? success(itemOf(world, article)) : invalid('id')
}

function listArticles({ query }: Call, { world }: House): Answer | Refusal {
  const type = query.get('type')
  if (type !== 'normal' && type !== 'video') return invalid('type')
  const [offset, limit] = [query.get('offset'), query.get('limit')]
  if (!isCount(offset)) return invalid('offset')
  if (!isCount(limit)) return invalid('limit')
  const all = type === 'normal' ? world.articles.all() : []
  const medias = all.slice(Number(offset), Number(offset) + Number(limit)).map(article => itemOf(world, article))
  return success({ medias, total: all.length })
}

function isCount(text: string | null): boolean {
  return text !== null && /^\d{1,6}$/.test(text)
}

function itemOf(world: World, { id, title, status, createdAt }: Article): Fields {
  const thumb = `${world.baseUrl}/media/anh-mau.png`
  return {
    id,
    title,
    status,
    total_view: 0,
    total_share: 0,
    create_date: createdAt,
    update_date: createdAt,
    thumb,
    link_view: linkOf(id),
  }
}

function linkOf(id: string): string {
  return `https://rd.zapps.vn/detail/${id}`
}

export function isBroadcast({ body }: Call): boolean {
  return isFields(body?.recipient) && 'target' in body.recipient
}

/** To the followers who fit, half an hour later, when Zalo has looked at it. */
export function broadcast({ body }: Call, { world, talk }: House): Answer | Refusal {
  const articles = readArticles(body, world)
  if (isRefusal(articles)) return articles
  const isMeant = readTarget(isFields(body?.recipient) ? body.recipient.target : undefined)
  if (typeof isMeant !== 'function') return isMeant
  const hour = vietnamHour(world.clock.now())
  if (hour < 6 || hour >= 22) return refuse(-234)
  if (world.meters.used(BROADCASTS, 'month') >= world.settings.read().articles.broadcastsPerMonth) return refuse(-211)
  world.meters.spend(BROADCASTS, 'month')
  const id = newMessageId()
  world.clock.at(world.clock.now() + MODERATION, () => {
    const cards = articles.map(({ id: article, title, description }) => ({
      title,
      subtitle: description,
      url: linkOf(article),
    }))
    for (const person of world.people.all())
      if (person.relation.followed && isMeant(person)) talk.fromOa(person, { kind: 'list', cards })
  })
  return success({ message_id: id })
}

function readArticles(body: Fields | undefined, world: World): Article[] | Refusal {
  const attachment = isFields(body?.message) ? body.message.attachment : undefined
  const payload = isFields(attachment) && attachment.type === 'template' ? attachment.payload : undefined
  if (!isFields(payload) || payload.template_type !== 'media') return invalid('template_type')
  const { elements } = payload
  if (!Array.isArray(elements) || elements.length === 0 || elements.length > MOST_ARTICLES) return invalid('elements')
  const found: Article[] = []
  for (const element of elements) {
    if (!isFields(element) || element.media_type !== 'article') return invalid('media_type')
    const article = typeof element.attachment_id === 'string' ? world.articles.find(element.attachment_id) : undefined
    if (article?.status !== 'show' || world.clock.now() < article.readyAt) return invalid('attachment_id')
    found.push(article)
  }
  return found
}

const GENDERS = [null, 'male', 'female'] as const
const REGIONS = ['north', 'centre', 'south'] as const
const PLATFORMS = [null, 'ios', 'android', null] as const

/** The numbers under which Zalo counts a person. Who is aimed at by city is not aimed at by region besides. */
const AIMS: Record<string, { highest: number; fits: (person: Persona, number: number) => boolean }> = {
  ages: { highest: 7, fits: ({ age }, band) => AGE_BANDS.findIndex(end => age <= end) === band },
  // 0 is everybody.
  gender: { highest: 2, fits: ({ gender }, number) => number === 0 || GENDERS[number] === gender },
  locations: { highest: 2, fits: ({ region }, number) => REGIONS[number] === region },
  cities: { highest: 63, fits: ({ city }, number) => city === number },
  platform: { highest: 3, fits: ({ platform }, number) => PLATFORMS[number] === platform },
}

/** Values are lists in strings, as in "3,4". */
function readTarget(target: unknown): ((person: Persona) => boolean) | Refusal {
  if (!isFields(target)) return invalid('target')
  const aims: ((person: Persona) => boolean)[] = []
  for (const [name, value] of Object.entries(target)) {
    const aim = AIMS[name]
    if (!aim || typeof value !== 'string') return invalid(name)
    const numbers = value.split(',')
    if (!numbers.every(part => /^\d+$/.test(part) && Number(part) <= aim.highest)) return invalid(name)
    if (name !== 'locations' || target.cities === undefined)
      aims.push(person => numbers.some(number => aim.fits(person, Number(number))))
  }
  return person => aims.every(fits => fits(person))
}
