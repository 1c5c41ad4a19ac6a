/** Faults made to order: each rule strikes a family of endpoints, a number of times or with a probability. */
import { z } from 'zod'

export const ApiFamily = z.enum([
  'token',
  'oa',
  'message',
  'upload',
  'user',
  'quota',
  'history',
  'article',
  'group',
  'template',
  'graph',
  'notification',
])
export type ApiFamily = z.infer<typeof ApiFamily>

const API_EFFECTS = [
  /** Nothing was done; a proxy answers 502 in HTML. */
  'bad_gateway',
  /** It was done; a proxy answers 502 in HTML. */
  'bad_gateway_after',
  /** Nothing was done; the connection is cut. */
  'drop_before',
  /** It was done; the connection is cut without an answer. */
  'drop_after',
  /** It was done; the answer never comes. */
  'hang_after',
  /** It was done, after `delayMs` or when the rule was taken away. */
  'slow',
  /** It was done; the answer is cut off in the middle. */
  'malformed_json',
  /** Nothing was done; the answer is the error `code`. */
  'error',
] as const

const WEBHOOK_EFFECTS = [
  'lost',
  'duplicate',
  /** The event is held back for `delayMs` while later ones overtake it. */
  'out_of_order',
] as const

const strength = {
  /** How many times it strikes; endless when absent. */
  count: z.number().int().min(1).optional(),
  probability: z.number().gt(0).max(1).default(1),
  delayMs: z.number().int().min(0).max(600_000).default(0),
}

export const ChaosRule = z.discriminatedUnion('effect', [
  z.strictObject({
    target: ApiFamily.or(z.literal('any')),
    effect: z.enum(API_EFFECTS).exclude(['error']),
    ...strength,
  }),
  z.strictObject({
    target: ApiFamily.or(z.literal('any')),
    effect: z.literal('error'),
    code: z.number().int(),
    message: z.string().optional(),
    ...strength,
  }),
  z.strictObject({
    target: z.literal('webhook'),
    effect: z.enum(WEBHOOK_EFFECTS),
    /** How many extra times a duplicate is sent. */
    times: z.number().int().min(1).max(20).default(1),
    ...strength,
  }),
])
export type ChaosRule = z.infer<typeof ChaosRule>
/** A rule as it is asked for, before the defaults are filled in. */
export type ChaosInput = z.input<typeof ChaosRule>
export type ApiChaosRule = Exclude<ChaosRule, { target: 'webhook' }>
export type WebhookChaosRule = Extract<ChaosRule, { target: 'webhook' }>
export type ListedRule = ChaosRule & { id: number }

export interface Chaos {
  add(rule: ChaosRule): ListedRule
  remove(id: number): boolean
  list(): ListedRule[]
  clear(): void
  /** The rule that strikes this call, if any; a counted rule is used up by one. */
  strikeApi(family: ApiFamily): ApiChaosRule | undefined
  strikeWebhook(): WebhookChaosRule | undefined
  /** Lasts as long as a slow rule says, and no longer than the rule stands. */
  delay(rule: ApiChaosRule): Promise<void>
}

export function createChaos(random: () => number = Math.random): Chaos {
  let rules: ListedRule[] = []
  let lastId = 0
  const delayed = new Map<() => void, ApiChaosRule>()

  function wake(isGone: (rule: ApiChaosRule) => boolean): void {
    for (const [go, rule] of delayed) if (isGone(rule)) go()
  }

  function strike<Rule extends ChaosRule>(matches: (rule: ChaosRule) => rule is Rule): Rule | undefined {
    for (const rule of rules) {
      if (!matches(rule) || random() >= rule.probability) continue
      if (rule.count !== undefined) {
        rule.count--
        if (rule.count === 0) rules = rules.filter(other => other !== rule)
      }
      return rule
    }
    return undefined
  }

  return {
    add(rule) {
      const listed = { ...rule, id: ++lastId }
      rules.push(listed)
      return listed
    },
    remove(id) {
      const before = rules.length
      rules = rules.filter(rule => rule.id !== id)
      wake(rule => 'id' in rule && rule.id === id)
      return rules.length < before
    },
    list: () => rules.map(rule => ({ ...rule })),
    clear() {
      rules = []
      wake(() => true)
    },
    strikeApi: family =>
      strike(
        (rule): rule is ApiChaosRule => rule.target !== 'webhook' && (rule.target === family || rule.target === 'any'),
      ),
    delay: rule =>
      new Promise(resolve => {
        const timer = setTimeout(go, rule.delayMs).unref()
        function go(): void {
          clearTimeout(timer)
          delayed.delete(go)
          resolve()
        }
        delayed.set(go, rule)
      }),
    strikeWebhook: () => strike((rule): rule is WebhookChaosRule => rule.target === 'webhook'),
  }
}
