/** What is right instead: a form fitted to the fact. What no form holds is written in words and done in the editor. */
import { Button, Group, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fieldNames } from '../../../shared/guide-form/index.ts'
import type { LocalFacts } from '../../../shared/local-parts/index.ts'
import { correctedPlaces, localFieldsOf, needsPlace, placesOfItem } from '../../../shared/review/index.ts'
import { api } from '../../api/index.ts'
import { Answered, useKeptText } from '../../ui/index.ts'
import type { Guide } from '../procedures/words.ts'
import { LocalForm } from './local-form.tsx'
import { OfficeForm } from './office-form.tsx'
import { PlacesForm } from './places-form.tsx'
import type { Changes, Here, Item, Said } from './said.ts'

const SHORTEST = 3
const LONGEST = 1000
/** Its questions are a program of their own: the whole editor, with what they come to beside them. */
const EDITOR_ONLY = 'checklist'

export interface CorrectionProps {
  here: Here
  item: Item
  onSay: (said: Said) => void
  onBack: () => void
}

export function Correction(props: CorrectionProps) {
  return props.item.topic === null ? <OfOffice {...props} /> : <OfTopic {...props} />
}

function OfOffice({ here: { code }, ...rest }: CorrectionProps) {
  const offices = useQuery({
    queryKey: ['review', 'offices', code],
    queryFn: () => api.review.offices({ area: code }),
  })
  return (
    <Answered query={offices}>
      {list => {
        const office = list.find(one => one.item === rest.item.key)
        return office ? (
          <Form canEdit={false} {...rest}>
            {(changes, onChange) => <OfficeForm office={office} changes={changes} onChange={onChange} />}
          </Form>
        ) : null
      }}
    </Answered>
  )
}

/** A guide speaks for all its areas: what differs in one of them only is said there, and the guide stays. */
function OfTopic({ here, ...rest }: CorrectionProps) {
  const { item } = rest
  const fields = localFieldsOf(item)
  const usual = here.mayChangeGuides ? 'guide' : 'local'
  const [scope, setScope, forget] = useKeptText(`review ${here.code} ${item.topic} ${item.key} scope`, usual)
  const isLocal = fields.length > 0 && scope === 'local'
  const said = {
    ...rest,
    onSay: (what: Said) => {
      forget()
      rest.onSay(what)
    },
  }
  return (
    <Stack gap="md">
      {fields.length > 0 && (
        <Radio.Group label="Sai ở đâu?" value={scope} onChange={setScope}>
          <Stack gap="xs" mt="xs">
            <Radio value="local" label={`Chỉ tại ${here.name} khác`} />
            <Radio value="guide" label="Hướng dẫn chung ghi sai" />
          </Stack>
        </Radio.Group>
      )}
      {isLocal && <OfHere here={here} {...said} />}
      {!isLocal && here.mayChangeGuides && <WholeGuide {...said} />}
      {!isLocal && !here.mayChangeGuides && (
        <Form canEdit={false} {...said}>
          {() => <Text>Hướng dẫn này dùng chung cho nhiều phường: lời sửa gửi tới người giữ hướng dẫn.</Text>}
        </Form>
      )}
    </Stack>
  )
}

function WholeGuide(props: Omit<CorrectionProps, 'here'>) {
  const key = props.item.topic ?? ''
  const guide = useQuery({ queryKey: ['guides', key], queryFn: () => api.guides.get({ key }) })
  return <Answered query={guide}>{({ topic }) => (topic ? <OfGuide topic={topic} {...props} /> : null)}</Answered>
}

function OfHere({ here, item, onSay, onBack }: CorrectionProps) {
  const [kept, setKept, forget] = useKeptText(`review ${here.code} ${item.topic} ${item.key} local`)
  const facts = kept ? (JSON.parse(kept) as LocalFacts) : null
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (!facts) return
        forget()
        onSay({
          ...{ answer: 'wrong', correction: null, changes: [], place: null, isForEditor: false },
          local: facts,
        })
      }}
    >
      <Stack gap="sm">
        <LocalForm
          area={here.name}
          fields={localFieldsOf(item)}
          facts={facts}
          onChange={next => setKept(JSON.stringify(next))}
        />
        <Group>
          <Button type="submit" size="lg" disabled={!facts}>
            Gửi chỗ sửa
          </Button>
          <Button size="lg" variant="default" onClick={onBack}>
            Quay lại
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function OfGuide({
  topic,
  item,
  ...rest
}: Pick<CorrectionProps, 'item' | 'onSay' | 'onBack'> & { topic: NonNullable<Guide['topic']> }) {
  const usual = placesOfItem(item, topic)
  const [chosen, choose, forget] = useKeptText(`review ${item.topic} ${item.key} place`, usual[0] ?? 'summary')
  const places = needsPlace(item) ? [chosen] : usual
  return (
    <Form
      key={chosen}
      item={item}
      place={places[0] ?? null}
      canEdit
      {...rest}
      onSay={said => {
        forget()
        rest.onSay(said)
      }}
    >
      {(changes, onChange) => (
        <>
          {needsPlace(item) && (
            <NativeSelect
              label="Chỗ phải sửa trong hướng dẫn"
              value={chosen}
              onChange={event => choose(event.currentTarget.value)}
              data={correctedPlaces
                .filter(place => place !== EDITOR_ONLY || topic.checklist !== undefined)
                .map(place => ({ value: place, label: fieldNames[place] ?? place }))}
            />
          )}
          {chosen === EDITOR_ONLY ? (
            <Text>Chỗ này sửa trong bản soạn: ghi lời bên dưới rồi mở bản soạn.</Text>
          ) : (
            <PlacesForm topic={topic} places={places} changes={changes} onChange={onChange} />
          )}
        </>
      )}
    </Form>
  )
}

function Form({
  item,
  place = null,
  canEdit,
  onSay,
  onBack,
  children,
}: Pick<CorrectionProps, 'item' | 'onSay' | 'onBack'> & {
  place?: string | null
  canEdit: boolean
  children: (changes: Changes, onChange: (changes: Changes) => void) => React.ReactNode
}) {
  const [words, setWords, forgetWords] = useKeptText(`review ${item.topic} ${item.key}`)
  const [typed, setTyped, forgetTyped] = useKeptText(`review ${item.topic} ${item.key} ${place}`, '{}')
  const changes = JSON.parse(typed) as Changes
  const said = words.trim()
  const correction = said.length < SHORTEST ? null : said
  const isChanged = Object.keys(changes).length > 0
  const say = (more: Partial<Said>) => {
    forgetWords()
    forgetTyped()
    onSay({ answer: 'wrong', correction, changes: [], place, local: null, isForEditor: false, ...more })
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (isChanged) say({ changes: Object.entries(changes).map(([at, value]) => ({ place: at, value })) })
        else if (correction) say({})
      }}
    >
      <Stack gap="sm">
        {children(changes, next => setTyped(JSON.stringify(next)))}
        <Textarea
          label={
            isChanged
              ? 'Vì sao, theo văn bản nào (nếu có)'
              : canEdit
                ? 'Hoặc ghi lời: đúng ra là gì?'
                : 'Đúng ra là gì?'
          }
          description="Người duyệt thứ hai xem rồi mới đăng. Không ghi tên hay số của ai."
          autosize
          minRows={2}
          maxLength={LONGEST}
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" size="lg" disabled={!isChanged && !correction}>
            Gửi chỗ sửa
          </Button>
          {canEdit && !isChanged && (
            <Button size="lg" variant="default" disabled={!correction} onClick={() => say({ isForEditor: true })}>
              Ghi lời, mở bản soạn tại chỗ này
            </Button>
          )}
          <Button size="lg" variant="default" onClick={onBack}>
            Quay lại
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
