/** The frozen words of a notice for every channel, and how it is to be carried. */
import type { TemplateFact } from '../../shared/broadcasts.ts'
import {
  composeGroupText,
  composeNoticeMessage,
  composeNoticePage,
  noticePath,
  sayDays,
  sayTimes,
} from '../../shared/notices/index.ts'
import type { BroadcastContent, CarryPolicy, NewBroadcast } from '../platform/deliveries/index.ts'
import type { NoticeRow } from './store.ts'
import { toSheet } from './view.ts'

/** Emergencies cannot be muted: no list of kinds holds this word. */
const UNMUTABLE = 'emergency'

const LIMITS = { articleTitle: 150, articleAuthor: 50, articleDescription: 300, notification: 120 } as const
/** Zalo takes no empty parameter. */
const NOT_SAID = 'xem trong tin'
const cut = (text: string, most: number): string => [...text].slice(0, most).join('')
/** Nothing is left hanging where the words end. */
const tidyCut = (text: string, most: number): string => cut(text, most).replace(/[\s(·,;:-]+$/u, '')

function composeContent(row: NoticeRow, publicUrl: string, policy: CarryPolicy): BroadcastContent {
  const template = policy.kindTemplates[row.kind] ?? policy.template
  const sheet = toSheet(row, publicUrl)
  const { fields } = sheet
  const summary = [sayDays(fields), sayTimes(fields), fields.place].filter(part => part !== null).join(' · ')
  const facts: Record<TemplateFact, string> = {
    title: fields.title,
    when: [sayDays(fields), sayTimes(fields)].filter(part => part !== null).join(' · ') || NOT_SAID,
    place: fields.place ?? NOT_SAID,
    sender: sheet.sender,
    code: row.code,
    link: publicUrl + noticePath(row.code, 'chat'),
  }
  return {
    message: composeNoticeMessage({ ...sheet, url: publicUrl + noticePath(row.code, 'chat') }),
    groupText: composeGroupText(sheet, publicUrl + noticePath(row.code, 'group')),
    notification: {
      title: cut(sheet.sender, LIMITS.notification),
      contentTitle: cut(fields.title, LIMITS.notification),
      contentDescription: cut(summary || fields.what, LIMITS.notification),
      buttonText: 'Xem tin',
      buttonUrl: publicUrl + noticePath(row.code, 'chat'),
    },
    article: composeArticle(row, publicUrl),
    template: template && {
      templateId: template.id,
      data: Object.fromEntries(
        Object.entries(template.params).map(([name, { fact, maxLength }]) => [name, tidyCut(facts[fact], maxLength)]),
      ),
    },
  }
}

/** An article needs a picture on its cover. */
function composeArticle(row: NoticeRow, publicUrl: string): BroadcastContent['article'] {
  const sheet = toSheet(row, publicUrl)
  const cover = sheet.files.find(({ kind }) => kind === 'picture')
  if (!cover) return null
  const { title, paragraphs, facts } = composeNoticePage(sheet)
  const lines = [
    ...paragraphs.map(text => `<p>${escapeHtml(text)}</p>`),
    ...facts.map(({ label, value }) => `<p><strong>${escapeHtml(label)}:</strong> ${escapeHtml(value)}</p>`),
    `<p>${escapeHtml(`${sheet.sender} · Mã tin ${sheet.code}`)}</p>`,
  ]
  return {
    title: cut(title, LIMITS.articleTitle),
    author: cut(sheet.wardName, LIMITS.articleAuthor),
    description: cut(paragraphs[0] ?? title, LIMITS.articleDescription),
    coverUrl: publicUrl + cover.url,
    html: lines.join(''),
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}

/** How the engine is to carry a notice; the same for the plan and for the sending. */
export function toBroadcast(
  row: NoticeRow,
  {
    publicUrl,
    now,
    correctionOf,
    policy,
  }: { publicUrl: string; now: Date; correctionOf: string | null; policy: CarryPolicy },
): NewBroadcast {
  const { timing, urgency } = row.draft
  return {
    oaId: row.oa_id,
    areaId: row.area_id,
    areaIds: row.areas,
    requestKey: `notice:${row.id}:${row.version}`,
    marker: row.code,
    kind: urgency === 'emergency' ? UNMUTABLE : row.kind,
    lane: urgency === 'ordinary' ? 'notice' : 'urgent',
    policy: urgency === 'emergency' ? 'at_least_once' : 'at_most_once',
    content: composeContent(row, publicUrl, policy),
    source: { notice: row.id, version: row.version },
    correctionOf,
    ignoresQuiet: urgency === 'emergency',
    startsAt: timing.kind === 'at' && timing.at > now ? timing.at : now,
    expiresAt: row.expires_at,
    author: row.author,
  }
}
