/** The template attachments of a message to one person. */
import { createHash } from 'node:crypto'
import { type Fields, isFields } from '../http/body.ts'
import type { ChatMessage } from '../world/chats.ts'
import { newDecimalId } from '../world/ids.ts'
import type { UploadKind } from '../world/uploads.ts'
import type { World } from '../world/world.ts'
import { isTextUpTo, readButtons } from './buttons.ts'
import type { DraftContext, OaDraft } from './draft.ts'
import { invalid, isRefusal, type Refusal, refuse } from './refusal.ts'

const LONGEST_TITLE = 100
const LONGEST_SUBTITLE = 500
const MOST_LIST_ELEMENTS = 5

type Template = (payload: Fields, context: DraftContext) => OaDraft | Refusal

const TEMPLATES: Record<string, Template> = {
  media: readMedia,
  request_user_info: readInfoRequest,
  list: readList,
}

export function readTemplate(payload: Fields, context: DraftContext): OaDraft | Refusal {
  const { template_type: type } = payload
  const read = typeof type === 'string' && Object.hasOwn(TEMPLATES, type) ? TEMPLATES[type] : undefined
  return read ? read(payload, context) : invalid('template_type')
}

export function readFileAttachment(payload: Fields, world: World): OaDraft | Refusal {
  const found = findUpload(payload.token, 'file', 'token', world)
  if (isRefusal(found)) return found
  const type = found.name.split('.').pop() ?? ''
  const checksum = createHash('md5').update(found.id).digest('hex')
  return { kind: 'file', media: { name: found.name, size: String(found.bytes), type, checksum } }
}

function readMedia(payload: Fields, { world }: DraftContext): OaDraft | Refusal {
  const element = onlyElement(payload)
  if (!element) return invalid('elements')
  const { media_type: kind, url, attachment_id: attachmentId } = element
  if (kind === 'sticker') {
    return isTextUpTo(attachmentId, 200) ? { kind, media: { id: attachmentId } } : invalid('attachment_id')
  }
  if (kind !== 'image' && kind !== 'gif') return invalid('media_type')
  if (kind === 'gif' && !(isSize(element.width) && isSize(element.height))) {
    return invalid(isSize(element.width) ? 'height' : 'width')
  }
  if ((url === undefined) === (attachmentId === undefined)) return invalid('url')
  if (url !== undefined) return isHttps(url) ? { kind, media: { url } } : invalid('url')
  const found = findUpload(attachmentId, kind, 'attachment_id', world)
  return isRefusal(found) ? found : { kind, media: { attachmentId: found.id } }
}

function readInfoRequest(payload: Fields): OaDraft | Refusal {
  const element = onlyElement(payload)
  if (!element) return invalid('elements')
  const card = readCard(element, true)
  if (isRefusal(card)) return card
  if (!isHttps(element.image_url)) return invalid('image_url')
  return { kind: 'request_user_info', cards: [card], media: { id: newDecimalId() } }
}

function readList(payload: Fields, { world, version }: DraftContext): OaDraft | Refusal {
  if (version === 'v3' && !world.settings.read().messages.listOnV3) return refuse(-233)
  const { elements } = payload
  if (!Array.isArray(elements) || elements.length === 0 || elements.length > MOST_LIST_ELEMENTS)
    return invalid('elements')
  const cards: ChatMessage['cards'] = []
  for (const element of elements) {
    const card = isFields(element) ? readCard(element, cards.length === 0) : invalid('elements')
    if (isRefusal(card)) return card
    cards.push(card)
  }
  const buttons = payload.buttons === undefined ? [] : readButtons(payload.buttons)
  return isRefusal(buttons) ? buttons : { kind: 'list', cards, buttons }
}

function readCard(element: Fields, needsSubtitle: boolean): ChatMessage['cards'][number] | Refusal {
  const { title, subtitle, image_url: picture, default_action: action } = element
  if (!isTextUpTo(title, LONGEST_TITLE)) return invalid('title')
  const silent = subtitle === undefined && !needsSubtitle
  if (!silent && !isTextUpTo(subtitle, LONGEST_SUBTITLE)) return invalid('subtitle')
  if (picture !== undefined && !isHttps(picture)) return invalid('image_url')
  const url = isFields(action) && typeof action.url === 'string' ? action.url : null
  return { title, subtitle: typeof subtitle === 'string' ? subtitle : '', url }
}

function findUpload(id: unknown, kind: UploadKind, field: string, world: World) {
  const found = typeof id === 'string' ? world.uploads.find(id, kind) : undefined
  if (!found || typeof id !== 'string') return invalid(field)
  return found.expired ? refuse(-100) : { ...found.upload, id }
}

function onlyElement({ elements }: Fields): Fields | undefined {
  if (!Array.isArray(elements) || elements.length !== 1) return undefined
  const [element] = elements
  return isFields(element) ? element : undefined
}

function isHttps(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('https://') && URL.canParse(value)
}

function isSize(value: unknown): boolean {
  return Number.isInteger(Number(value)) && Number(value) > 0
}
