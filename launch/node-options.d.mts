export function nodeOptions(role: string | undefined): { flags: string[]; env: Record<string, string> }
