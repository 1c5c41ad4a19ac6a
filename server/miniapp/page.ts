/**
 * The one page of the app, filled in for the address that was asked for: title, preview and linked data for those who
 * only look at the head, a few words for those without script, and what the program needs for its first picture.
 */

import type { Boot } from '../../shared/boot.ts'
import { categories } from '../../shared/content/index.ts'
import type { PublishedTopic } from '../../shared/procedures.ts'
import { toJsonLd } from '../../shared/procedures-jsonld/index.ts'
import type { WardCard } from '../../shared/ward.ts'
import { Html, html } from '../platform/http/index.ts'
import { anyWords, guideWords, homeWords, otherWords } from './first-words.ts'

export interface PageParts {
  template: string
  /** Where the ward is on the Internet, without a slash at the end. */
  publicUrl: string
  ward: WardCard
  boot: Boot
  /** The guide this address names; null: any other page. */
  guide: PublishedTopic | null
  /** True for the first page. */
  isHome: boolean
  /** ISO day at the ward. */
  today: string
}

export function renderAppPage(parts: PageParts): string {
  const { template, guide, isHome, ward, boot, today } = parts
  const body = guide ? guideWords(ward, guide.topic, today) : isHome ? homeWords(ward, boot.popular) : otherWords(ward)
  return template
    .replace(/<title>.*<\/title>/, () => headTags(parts).text)
    .replace('<!--head-->', () => scriptData('application/json', boot, 'boot').text)
    .replace('<!--body-->', () => body.text)
}

/** For any address and any day: the program asks, or reads what the phone has. */
export function renderShell(template: string): string {
  return template.replace('<!--head-->', '').replace('<!--body-->', () => anyWords().text)
}

function headTags({ publicUrl, ward, guide }: PageParts): Html {
  const title = guide ? `${guide.topic.title} · ${ward.wardName}` : `Một Cửa · ${ward.wardName}`
  const description = guide ? guide.topic.summary : `Giấy tờ, thủ tục và thông báo của ${ward.wardName}.`
  const address = guide ? `${publicUrl}/app/thu-tuc/${guide.topic.key}` : `${publicUrl}/app/`
  return html`<title>${title}</title>
<meta name="description" content="${description}">
<link rel="canonical" href="${address}">
<meta property="og:type" content="${guide ? 'article' : 'website'}">
<meta property="og:locale" content="vi_VN">
<meta property="og:site_name" content="${`Một Cửa · ${ward.wardName}`}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${address}">
${guide && linkedData(guide, { publicUrl, ward })}`
}

function linkedData(published: PublishedTopic, { publicUrl, ward }: Pick<PageParts, 'publicUrl' | 'ward'>): Html {
  return scriptData('application/ld+json', toJsonLd({ published, wardProfile: ward, publicUrl, categories }))
}

/** Data, not a program: nothing in it can end the tag. */
function scriptData(type: string, value: unknown, id?: string): Html {
  const json = new Html(JSON.stringify(value).replaceAll('<', '\\u003c'))
  return html`<script type="${type}"${id && html` id="${id}"`}>${json}</script>`
}
