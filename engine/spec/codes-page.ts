// docs/codes.md, from the table of codes.
import { codes } from '../diagnostics/codes.ts'

export const codesPage = (): string => [
  '# Codes', '', 'Every code a message can carry. Generated from `engine/diagnostics/codes.ts`; codes are stable.', '',
  '| code | meaning |', '|---|---|', ...Object.entries(codes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`), '',
].join('\n')
