/** The operations of the server, for every client and for other systems. Each states whom it serves. */
import { z } from 'zod'
import { areaEditingContract } from './area-edits.ts'
import { Neighbourhood } from './areas.ts'
import { auditContract } from './audit.ts'
import { carryingContract } from './carrying/index.ts'
import { ChatReply, ChatTurn } from './chat.ts'
import { freshnessContract } from './freshness/index.ts'
import { guidesContract } from './guides/index.ts'
import { handoffsContract } from './handoffs.ts'
import { HealthReport } from './health.ts'
import { lawsContract } from './laws/index.ts'
import {
  GuideLink,
  Link,
  LinkList,
  LinkMove,
  LinkName,
  LinkPlaceName,
  LinkQuery,
  LinkRestoration,
  LinkRetirement,
  NewLink,
  NewLinkPlace,
} from './links.ts'
import { localPartsContract } from './local-parts/index.ts'
import { noticesContract } from './notices/index.ts'
import { officeContract } from './office.ts'
import { operation } from './operation.ts'
import { packsContract } from './packs/index.ts'
import { NewPlace, Place, PlaceKey } from './places.ts'
import { Topic, TopicKind } from './procedures.ts'
import { questionsContract } from './questions/index.ts'
import { GuideRecording, NewRecording, Recording, RecordingList, RecordingQuery } from './recordings.ts'
import { reviewContract } from './review/index.ts'
import { Session, SignIn } from './sessions.ts'
import { staffContract } from './staff.ts'
import { ErasureProof, StoredAboutMe } from './stored.ts'
import { WardCard } from './ward.ts'

const Published = z.object({
  topic: Topic,
  revision: z.number().int().positive(),
  publishedAt: z.date(),
  /** The same words read by a person; empty: nobody has yet. */
  recordings: z.array(GuideRecording),
})

const AreaCode = z.string().max(80)

const RecordingId = z.string().regex(/^\d{1,18}$/)

export const contract = {
  procedures: {
    list: operation('public')
      .route({ method: 'GET', path: '/procedures', summary: 'All topics that the ward has published' })
      .output(
        z.array(
          z.object({ key: z.string(), kind: TopicKind, title: z.string(), summary: z.string(), category: z.string() }),
        ),
      ),
    get: operation('public')
      .route({ method: 'GET', path: '/procedures/{key}', summary: 'One guide as published' })
      .input(z.object({ key: z.string().max(80) }))
      .output(Published),
  },
  recordings: {
    list: operation('viewer')
      .route({ method: 'GET', path: '/areas/{area}/recordings', summary: 'Guides read aloud, also those out of date' })
      .input(RecordingQuery.extend({ area: AreaCode }))
      .output(RecordingList),
    attach: operation('editor')
      .route({
        method: 'POST',
        path: '/areas/{area}/recordings',
        summary: 'Attaches a recording to the revision that it reads; sent as multipart/form-data',
      })
      .input(NewRecording.extend({ area: AreaCode, file: z.file() }))
      .output(Recording),
    remove: operation('editor')
      .route({ method: 'DELETE', path: '/areas/{area}/recordings/{id}', summary: 'Removes a recording' })
      .input(z.object({ area: AreaCode, id: RecordingId }))
      .output(Recording),
  },
  chat: {
    say: operation('public')
      .route({ method: 'POST', path: '/chat', summary: 'One turn of a conversation that only the caller keeps' })
      .input(ChatTurn)
      .output(ChatReply),
  },
  handoffs: handoffsContract,
  guides: guidesContract,
  localParts: localPartsContract,
  review: reviewContract,
  laws: lawsContract,
  freshness: freshnessContract,
  packs: packsContract,
  audit: auditContract,
  questions: questionsContract,
  notices: noticesContract,
  carrying: carryingContract,
  office: officeContract,
  session: {
    start: operation('public')
      .route({ method: 'POST', path: '/session', summary: 'A token of ours for what Zalo gave the Mini App' })
      .input(SignIn)
      .output(Session),
  },
  places: {
    list: operation('resident')
      .route({ method: 'GET', path: '/places', summary: 'The neighbourhoods of the person who calls' })
      .output(z.array(Place)),
    join: operation('resident')
      .route({ method: 'POST', path: '/places', summary: 'Adds a place; one of the same label gives way' })
      .input(NewPlace)
      .output(z.array(Place)),
    rename: operation('resident')
      .route({ method: 'PUT', path: '/places/{area}', summary: 'Gives a place another label' })
      .input(NewPlace)
      .output(z.array(Place)),
    leave: operation('resident')
      .route({ method: 'DELETE', path: '/places/{area}', summary: 'Leaves a place' })
      .input(PlaceKey)
      .output(z.array(Place)),
  },
  privacy: {
    read: operation('resident')
      .route({ method: 'GET', path: '/privacy/stored', summary: 'What is held about the person who calls' })
      .output(StoredAboutMe),
    erase: operation('resident')
      .route({ method: 'POST', path: '/privacy/erasure', summary: 'Forgets the person who calls, at once' })
      .input(z.object({ confirm: z.literal(true) }))
      .output(ErasureProof),
  },
  areas: {
    list: operation('public')
      .route({
        method: 'GET',
        path: '/areas',
        summary: 'The neighbourhoods of the ward, by every name they are known by',
      })
      .output(z.array(Neighbourhood)),
    ...areaEditingContract,
  },
  staff: staffContract,
  ward: {
    read: operation('public')
      .route({ method: 'GET', path: '/ward', summary: 'The ward: names, address, telephone, opening hours' })
      .output(WardCard),
  },
  links: {
    list: operation('viewer')
      .route({
        method: 'GET',
        path: '/links',
        summary: 'The permanent codes of an area, and how often they are opened',
      })
      .input(LinkQuery)
      .output(LinkList),
    get: operation('viewer')
      .route({ method: 'GET', path: '/links/{code}', summary: 'One code: history, places, openings by day and place' })
      .input(LinkName)
      .output(Link),
    create: operation('editor')
      .route({ method: 'POST', path: '/links', summary: 'Makes a code, for ever' })
      .input(NewLink)
      .output(Link),
    move: operation('editor')
      .route({ method: 'POST', path: '/links/{code}/move', summary: 'Lets a code lead elsewhere, at once' })
      .input(LinkMove)
      .output(Link),
    retire: operation('editor')
      .route({ method: 'POST', path: '/links/{code}/retire', summary: 'From now on the code says where to go instead' })
      .input(LinkRetirement)
      .output(Link),
    restore: operation('editor')
      .route({ method: 'POST', path: '/links/{code}/restore', summary: 'Puts a retired code back to where it led' })
      .input(LinkRestoration)
      .output(Link),
    addPlace: operation('editor')
      .route({ method: 'POST', path: '/links/{code}/places', summary: 'Notes where a printed copy hangs' })
      .input(NewLinkPlace)
      .output(Link),
    takeDownPlace: operation('editor')
      .route({ method: 'POST', path: '/links/{code}/places/{number}/take-down', summary: 'Notes that a copy is gone' })
      .input(LinkPlaceName)
      .output(Link),
    ofGuide: operation('public')
      .route({ method: 'GET', path: '/procedures/{topic}/link', summary: 'The permanent code of a guide' })
      .input(z.object({ topic: z.string().max(80) }))
      .output(GuideLink),
  },
  health: {
    read: operation('viewer')
      .route({ method: 'GET', path: '/health', summary: 'What works, what does not, and what to do about it' })
      .output(HealthReport),
  },
}
