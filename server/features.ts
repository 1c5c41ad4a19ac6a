/** The list of capabilities: the only registry. */
import { type AreasFeature, createAreas } from './areas/index.ts'
import { type AuditFeature, createAudit } from './audit/index.ts'
import { type CarryingFeature, createCarrying } from './carrying/index.ts'
import { createConsole } from './console/index.ts'
import type { Feature, House } from './feature.ts'
import { createLinks, type LinksFeature } from './links/index.ts'
import { createMiniapp } from './miniapp/index.ts'
import { createNotices, type NoticesFeature } from './notices/index.ts'
import { createOffice, type OfficeFeature } from './office/index.ts'
import { createPlaces, type PlacesFeature } from './places/index.ts'
import type { Deliveries } from './platform/deliveries/index.ts'
import type { Files } from './platform/files/index.ts'
import { requireRole } from './platform/http/index.ts'
import type { Zalo } from './platform/zalo/index.ts'
import { createPrivacy, type PrivacyFeature } from './privacy/index.ts'
import { createProcedures, type ProceduresFeature } from './procedures/index.ts'
import { createQuestions, type QuestionsFeature } from './questions/index.ts'
import { createRecordings, type RecordingsFeature } from './recordings/index.ts'
import { createSignIn, type SignInFeature, type SignInParts } from './sign-in/index.ts'
import { createWard, type WardFeature } from './ward/index.ts'

export interface Features {
  areas: AreasFeature
  console: Feature
  audit: AuditFeature
  procedures: ProceduresFeature
  questions: QuestionsFeature
  recordings: RecordingsFeature
  office: OfficeFeature
  notices: NoticesFeature
  carrying: CarryingFeature
  places: PlacesFeature
  privacy: PrivacyFeature
  signIn: SignInFeature
  ward: WardFeature
  links: LinksFeature
  miniapp: Feature
}

export interface FeatureParts extends Omit<SignInParts, 'house'> {
  /** Recordings, pictures and documents that the ward gives out. */
  files: Files
  /** Messages to one person. */
  deliveries: Deliveries
  /** What an OA owns and may do is asked there. */
  zalo: Pick<Zalo, 'client' | 'capabilities'>
}

export function createFeatures(house: House, { files, deliveries, zalo, ...signIn }: FeatureParts): Features {
  const procedures = createProcedures(house)
  const ward = createWard(house)
  const recordings = createRecordings({ house, files })
  return {
    areas: createAreas(house),
    console: createConsole(house),
    audit: createAudit(house),
    procedures,
    questions: createQuestions({
      house,
      guides: procedures.examples,
      currentCatalogue: procedures.rankingCatalogue,
      checkQuestions: procedures.checkQuestions,
    }),
    recordings,
    office: createOffice(house),
    notices: createNotices({ house, files, deliveries }),
    carrying: createCarrying({
      ...house,
      oaId: house.config.zalo.oaId,
      hasApi: house.config.zalo.api,
      publicUrl: house.config.publicUrl,
      zalo,
    }),
    places: createPlaces(house),
    privacy: createPrivacy(house),
    signIn: createSignIn({ house, ...signIn }),
    ward,
    links: createLinks({ house, guides: { list: procedures.list } }),
    miniapp: createMiniapp({
      house,
      guides: procedures,
      recordings,
      readDraft: async (request, id) =>
        procedures.guides.readDraft(await requireRole(request, house.readPrincipal, 'viewer'), id),
      ward,
    }),
  }
}

export function listFeatures(features: Features): Feature[] {
  return Object.values(features)
}
