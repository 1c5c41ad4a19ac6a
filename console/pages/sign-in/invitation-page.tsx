/** What a link of invitation opens: the name to sign in by, and a password. The code stays behind the # of the address. */
import { Button, List, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { shortestPassword } from '../../../shared/staff-limits.ts'
import { api, auth, ME } from '../../api/index.ts'
import { Answered, roleDuties, roleNames, sayMoment, Trouble, useKeptText } from '../../ui/index.ts'
import { Entry } from './entry.tsx'
import { keepPassword } from './kept-password.ts'
import { submitting } from './sign-in-page.tsx'

type Card = Awaited<ReturnType<typeof api.staff.readInvitation>>

export function InvitationPage() {
  const [code] = useState(() => window.location.hash.slice(1))
  const card = useQuery({
    queryKey: ['invitation', code],
    queryFn: () => api.staff.readInvitation({ code }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (card.isError)
    return (
      <Entry title="Đường dẫn không dùng được">
        <Trouble error={card.error} />
      </Entry>
    )
  return <Answered query={card}>{found => <Acceptance code={code} card={found} />}</Answered>
}

function Acceptance({ code, card }: { code: string; card: Card }) {
  const [name, setName, forgetName] = useKeptText('invitation.name', card.name)
  const [username, setUsername, forgetUsername] = useKeptText('invitation.username', card.username ?? '')
  const [password, setPassword] = useState('')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const isRenewal = card.kind === 'reset'
  const accept = useMutation({
    mutationFn: async () => {
      const made = await api.staff.accept({
        code,
        password,
        ...(card.kind === 'first' ? { name } : {}),
        ...(isRenewal ? {} : { username: username.trim().toLowerCase() }),
      })
      await auth.signIn(made.username, password)
    },
    onSuccess: async () => {
      keepPassword(password)
      forgetName()
      forgetUsername()
      await queries.invalidateQueries({ queryKey: ME })
      navigate('/', { replace: true })
    },
  })
  return (
    <Entry title={isRenewal ? 'Đặt lại mật khẩu' : 'Tạo tài khoản'}>
      <Text>
        {card.name ? `Chào ${card.name}. ` : ''}
        {isRenewal
          ? 'Chọn mật khẩu mới, sau đó cài lại ứng dụng xác thực.'
          : `Vai trò: ${roleNames[card.role]} tại ${card.areaName} (${roleDuties[card.role].toLowerCase()}).`}{' '}
        Đường dẫn dùng được đến {sayMoment(card.expiresAt)}.
      </Text>
      <form onSubmit={submitting(() => accept.mutate())}>
        <Stack gap="md">
          {card.kind === 'first' && (
            <TextInput
              label="Họ và tên"
              autoComplete="name"
              required
              value={name}
              onChange={event => setName(event.currentTarget.value)}
            />
          )}
          <TextInput
            label="Tên đăng nhập"
            description="Chữ thường không dấu, số, dấu chấm; ví dụ hoa.tt"
            autoComplete="username"
            autoCapitalize="none"
            required
            minLength={3}
            maxLength={30}
            pattern="[a-zA-Z0-9][a-zA-Z0-9._]+"
            readOnly={isRenewal}
            value={username}
            onChange={event => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            label="Mật khẩu"
            description={`Từ ${shortestPassword} chữ trở lên`}
            autoComplete="new-password"
            required
            minLength={shortestPassword}
            value={password}
            onChange={event => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc ẩn mật khẩu' }}
          />
          <List size="sm">
            <List.Item>Dễ nhớ mà khó đoán: ghép ba bốn từ không liên quan.</List.Item>
            <List.Item>Đừng dùng mật khẩu của Zalo hay thư điện tử.</List.Item>
          </List>
          <Trouble error={accept.error} />
          <Button type="submit" size="md" loading={accept.isPending}>
            Tiếp tục
          </Button>
        </Stack>
      </form>
    </Entry>
  )
}
