/** One's own account: what one may do, where one is signed in, password, phone and recovery codes. */
import { Button, Card, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { shortestPassword } from '../../../shared/staff-limits.ts'
import { api, auth, ME, useMe } from '../../api/index.ts'
import { Answered, Page, roleNames, sayMoment, Trouble } from '../../ui/index.ts'
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx'
import { submitting } from '../sign-in/sign-in-page.tsx'
import { useChange } from './use-change.ts'

const EYE = { 'aria-label': 'Hiện hoặc ẩn mật khẩu' }

export default function AccountPage() {
  const me = useMe()
  return (
    <Page title="Tài khoản của tôi">
      <Section title={me.data?.person?.name ?? ''}>
        {(me.data?.roles ?? []).map(({ role, area, areaName }) => (
          <Text key={role + area}>
            {roleNames[role]}, {areaName}
          </Text>
        ))}
        {me.data?.roles.length === 0 && <Text>Chưa được giao việc nào. Hỏi người quản trị của phường.</Text>}
      </Section>
      <Sessions />
      <Password />
      <Phone codesLeft={me.data?.recoveryCodesLeft ?? 0} />
    </Page>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        {children}
      </Stack>
    </Card>
  )
}

function Sessions() {
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => api.staff.listSessions() })
  const end = useChange((id: string) => api.staff.endSession({ id }), 'sessions')
  const endOthers = useChange(() => api.staff.endOtherSessions(), 'sessions')
  return (
    <Section title="Đang đăng nhập ở đâu">
      <Answered query={sessions}>
        {list => (
          <Stack gap="xs">
            {list.map(({ id, device, startedAt, expiresAt, isCurrent }) => (
              <Group key={id} justify="space-between">
                <Text>
                  <b>{isCurrent ? `${device} (máy này)` : device}</b>, từ {sayMoment(startedAt)} đến{' '}
                  {sayMoment(expiresAt)}
                </Text>
                {!isCurrent && (
                  <Button
                    variant="default"
                    size="sm"
                    aria-label={`Kết thúc phiên ${device}, từ ${sayMoment(startedAt)}`}
                    onClick={() => end.mutate(id)}
                  >
                    Kết thúc
                  </Button>
                )}
              </Group>
            ))}
          </Stack>
        )}
      </Answered>
      <Trouble error={end.error ?? endOthers.error} />
      <Group>
        <Button variant="default" onClick={() => endOthers.mutate(undefined)} loading={endOthers.isPending}>
          Đăng xuất mọi máy khác, quên các máy đã tin
        </Button>
      </Group>
    </Section>
  )
}

function Password() {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useChange(
    () => auth.changePassword(current, next),
    'sessions',
    () => {
      setCurrent('')
      setNext('')
    },
  )
  return (
    <Section title="Đổi mật khẩu">
      <form onSubmit={submitting(() => change.mutate(undefined))}>
        <Stack gap="sm" maw={440}>
          <PasswordInput
            label="Mật khẩu đang dùng"
            autoComplete="current-password"
            required
            value={current}
            onChange={event => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={EYE}
          />
          <PasswordInput
            label="Mật khẩu mới"
            description={`Từ ${shortestPassword} chữ trở lên; đổi xong, mọi máy khác bị đăng xuất`}
            autoComplete="new-password"
            required
            minLength={shortestPassword}
            value={next}
            onChange={event => setNext(event.currentTarget.value)}
            visibilityToggleButtonProps={EYE}
          />
          <Trouble error={change.error} />
          {change.isSuccess && <Text role="status">Đã đổi mật khẩu.</Text>}
          <Button type="submit" loading={change.isPending}>
            Đổi mật khẩu
          </Button>
        </Stack>
      </form>
    </Section>
  )
}

function Phone({ codesLeft }: { codesLeft: number }) {
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ME })
  const renew = useMutation({ mutationFn: () => auth.newRecoveryCodes(password), onSuccess: refresh })
  const replace = useMutation({ mutationFn: () => api.staff.replaceTotp({ password, code }), onSuccess: refresh })
  return (
    <Section title="Điện thoại và mã dự phòng">
      <Text>Còn {codesLeft} mã dự phòng. Sắp hết, hoặc nghi có người thấy, thì tạo bộ mới; bộ cũ hết dùng được.</Text>
      <Stack gap="sm" maw={440}>
        <PasswordInput
          label="Mật khẩu"
          autoComplete="current-password"
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={EYE}
        />
        <Button variant="default" disabled={!password} onClick={() => renew.mutate()} loading={renew.isPending}>
          Tạo mười mã dự phòng mới
        </Button>
        {renew.data && <RecoveryCodes codes={renew.data.backupCodes} />}
        <TextInput
          label="Mã trên điện thoại cũ, hoặc một mã dự phòng"
          description="Chỉ khi đổi sang điện thoại khác"
          autoComplete="one-time-code"
          value={code}
          onChange={event => setCode(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!password || !code}
          onClick={() => replace.mutate()}
          loading={replace.isPending}
        >
          Đổi sang điện thoại khác
        </Button>
        <Trouble error={renew.error ?? replace.error} />
      </Stack>
    </Section>
  )
}
