/** One message to a group chat that the OA owns, and who is in it. Source: developers.zalo.me, Official Account → GMF. */
import { z } from 'zod'
import type { OpenApi } from './openapi.ts'
import { type ReadResult, toReadResult } from './read-result.ts'
import type { createOutcomeReader, SendOutcome } from './send-outcome.ts'

export interface GroupParts {
  openapi: OpenApi
  openapiUrl: string
  outcomes: ReturnType<typeof createOutcomeReader>
}

export interface GroupMessageRequest {
  oaId: string
  groupId: string
  text: string
  signal?: AbortSignal
}

const MessageId = z.union([z.string().min(1), z.number()]).transform(String)
const Sent = z.looseObject({ data: z.looseObject({ message_id: MessageId }) })

/** Buttons do not exist there, so links stand in the text. Never throws. */
export async function sendGroupMessage(
  { openapi, openapiUrl, outcomes }: GroupParts,
  { oaId, groupId, text, signal }: GroupMessageRequest,
): Promise<SendOutcome> {
  const answer = await openapi(oaId, {
    method: 'POST',
    url: `${openapiUrl}/v3.0/oa/group/message`,
    body: { recipient: { group_id: groupId }, message: { text: text.normalize('NFC') } },
    signal,
  })
  return outcomes.read(answer, body => {
    const sent = Sent.safeParse(body)
    return sent.success
      ? { kind: 'sent', messageId: sent.data.data.message_id, quota: null }
      : { kind: 'unknown', cause: 'success without a message id' }
  })
}

const Groups = z.looseObject({
  data: z.looseObject({
    groups: z.array(
      z.looseObject({ group_id: z.union([z.string(), z.number()]).transform(String), name: z.string().catch('') }),
    ),
  }),
})

/** @returns the groups that the OA owns */
export async function listOwnGroups(
  { openapi, openapiUrl }: Pick<GroupParts, 'openapi' | 'openapiUrl'>,
  oaId: string,
): Promise<ReadResult<OwnGroup[]>> {
  const groups: OwnGroup[] = []
  for (let page = 0; page < PAGES; page++) {
    const params = { offset: String(page * LIST), count: String(LIST) }
    const answer = await openapi(oaId, { method: 'GET', url: `${openapiUrl}/v3.0/oa/group/getgroupsofoa`, params })
    const read = toReadResult(answer, Groups)
    if (read.kind !== 'ok') return read
    const found = read.value.data.groups
    groups.push(...found.map(({ group_id: id, name }) => ({ id, name })))
    if (found.length < LIST) break
  }
  return { kind: 'ok', value: groups }
}

export interface OwnGroup {
  id: string
  name: string
}

/** How many groups Zalo lists at once. */
const LIST = 5
const PAGE = 50
/** The largest group holds a thousand. */
const PAGES = 20
const Members = z.looseObject({
  data: z.looseObject({
    members: z.array(z.looseObject({ user_id: z.union([z.string(), z.number()]).transform(String).optional() })),
  }),
})

/** @returns ids at the OA of the people in a group; null when Zalo did not tell */
export async function readGroupMembers(
  { openapi, openapiUrl }: Pick<GroupParts, 'openapi' | 'openapiUrl'>,
  { oaId, groupId }: { oaId: string; groupId: string },
): Promise<string[] | null> {
  const members: string[] = []
  for (let page = 0; page < PAGES; page++) {
    const params = { group_id: groupId, offset: String(page * PAGE), count: String(PAGE) }
    const answer = await openapi(oaId, { method: 'GET', url: `${openapiUrl}/v3.0/oa/group/listmember`, params })
    const read = toReadResult(answer, Members)
    if (read.kind !== 'ok') return null
    const found = read.value.data.members
    members.push(...found.flatMap(member => member.user_id ?? []))
    if (found.length < PAGE) break
  }
  return members
}
