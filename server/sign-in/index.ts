/** Signing in on the phone: Zalo says who it is, the ward's server gives a token of its own. */
import type { Session, SignIn } from '../../shared/sessions.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import type { CounterTotal } from '../platform/counters/index.ts'
import { type LinkedPerson, linkMiniApp, redeemCode, type Sessions } from '../platform/people/index.ts'
import type { MiniAppUser, ReadResult } from '../platform/zalo/index.ts'
import { createSignInHealth } from './health.ts'
import { createLinkSkill, LINK_CODE } from './skill.ts'
import { isAccount, listLedAreas } from './store.ts'

export interface SignInFeature extends Feature {
  /**
   * Exchanges what Zalo gave the phone for a token of ours.
   * @throws AppError `unauthenticated` when Zalo does not know the token as one of this app's, `unavailable` when Zalo
   * cannot be asked or the ward has no Mini App
   */
  signIn(request: SignIn): Promise<Session>
}

export interface SignInParts {
  house: House
  readMiniAppUser(accessToken: string): Promise<ReadResult<MiniAppUser>>
  /** Totals of a daily count over the last days, one for each label. */
  readCounts(name: string, days: number): Promise<CounterTotal[]>
  sessions: Sessions
}

/** Zalo answers so to servers outside Vietnam. */
const ABROAD = -501

export function createSignIn({ house, readMiniAppUser, readCounts, sessions }: SignInParts): SignInFeature {
  const { db, clock, config, count, log } = house
  const { miniAppId, appId, oaId } = config.zalo

  async function askZalo(accessToken: string): Promise<MiniAppUser> {
    if (!miniAppId) throw new AppError('unavailable', 'this ward has no Mini App')
    const result = await readMiniAppUser(accessToken)
    if (result.kind === 'ok') return result.value
    if (result.kind === 'refused' && result.code !== ABROAD) {
      count('sign_in', 'refused')
      throw new AppError('unauthenticated', 'Zalo does not know this token as one of our app')
    }
    const isAbroad = result.kind === 'refused'
    count('sign_in', isAbroad ? 'abroad' : 'unavailable')
    log.warn(
      { cause: isAbroad ? 'abroad' : 'cause' in result ? result.cause : result.kind },
      'Zalo could not say who signs in',
    )
    throw new AppError('unavailable', 'Zalo could not be asked')
  }

  return {
    name: 'sign-in',
    skills: miniAppId ? [createLinkSkill(config)] : [],
    health: createSignInHealth({ ...house, readCounts }),
    async signIn({ accessToken, link: code, isRenewal }) {
      // First Zalo: a token that is not right must not use up a link.
      const { appUserId, oaUserId } = await askZalo(accessToken)
      const now = clock.now()
      if (isRenewal && !(await isAccount(db, { appId, appUserId })))
        throw new AppError('unauthenticated', 'there is no account to take up')
      const { linked, isCodeKnown } = await db.transaction().execute(async tx => {
        const detail = code ? await redeemCode(tx, LINK_CODE, code, now) : null
        const visit = { appId, oaId, appUserId, oaUserId, chatPersonId: detail?.personId ?? null }
        return { linked: await linkMiniApp(tx, visit, now), isCodeKnown: detail !== null }
      })
      note(linked)
      return {
        ...(await sessions.start(linked)),
        isLinked: linked.isLinked,
        link: !code ? 'none' : !isCodeKnown ? 'expired' : isMismatch(linked) ? 'mismatch' : 'used',
        leads: await listLedAreas(db, linked.personId),
      }
    },
  }

  function note({ change, isLinkRefused, rule }: LinkedPerson): void {
    count('sign_in', 'done')
    if (change === 'linked') count('sign_in_linked', rule ?? '')
    if (isLinkRefused) count('sign_in', 'link_refused')
    if (change !== 'contradicted') return
    count('sign_in', 'contradicted')
    log.warn('a Mini App account and an OA account contradict each other: taken apart; see the health page')
  }
}

function isMismatch({ change, isLinkRefused }: LinkedPerson): boolean {
  return isLinkRefused || change === 'contradicted'
}
