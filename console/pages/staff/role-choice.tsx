import { NativeSelect, Text } from '@mantine/core'
import { type Role, roleDuties, roleNames } from '../../ui/index.ts'

const ROLES = Object.keys(roleNames) as Role[]

export function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  return (
    <div>
      <NativeSelect
        label="Vai trò"
        value={value}
        onChange={event => onChange(ROLES.find(role => role === event.currentTarget.value) ?? 'viewer')}
        data={ROLES.map(role => ({ value: role, label: roleNames[role] }))}
      />
      <Text size="sm" mt={4}>
        {roleDuties[value]}
      </Text>
    </div>
  )
}
