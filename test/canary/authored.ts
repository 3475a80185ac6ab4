// Rule files whose author has written of people: in conditions, kinds, lists, tests. His own text may be shown to him.
import type { Code } from '../../engine/diagnostics/codes.ts'
import { canary, domain, wordOf } from './canaries.ts'

/** A word for each spot of a rule file. */
export const spots = ['literal', 'pattern', 'login', 'address', 'cn', 'about', 'param', 'comment', 'title', 'given', 'expected', 'person', 'changed', 'step reason', 'listed'] as const

const address = (spot: typeof spots[number]): string => `Wilma.${wordOf(`author's ${spot}`)}@${domain}`
export const authored = (spot: typeof spots[number]): string => wordOf(`author's ${spot}`)

/** What the author put where outputs and run records have it by his own will: a reason, a word that outputs may hold. */
export const meant: readonly (typeof spots[number])[] = ['step reason', 'listed']

export const ownRules = `# ${address('comment')}
version: 1
extends: ./rules/emails.yaml
about: Agreed with ${authored('about')}
params: { note: { type: text, default: "${address('param')}", about: a remark } }
lookups:
  people:
    kinds:
      - service: { login: ["${authored('login')}"], address: ["${address('address')}"], cn: ["${authored('cn')}, Zoe"] }
after:
  who:
    some-of-them: { drop: { when: 'sender in ["${address('literal')}", $params.note] or $contains(sender, /${authored('pattern')}/)', because: "${authored('step reason')} left" } }
    side:         { set:    { side: '$inside(sender) ? "${authored('listed')}" : "out"' } }
outputs: { emails: { columns: { side: side } } }
tests:
  what ${authored('title')} sends:
    params: { domains: [${domain}] }
    people: [{ dn: "CN=${authored('person')},DC=x", mail: "${address('person')}", type: 1 }]
    given:  [{ event: DELIVER, origin: STOREDRIVER, time: "2024-05-20T08:00:00Z", message: <1@x>, sender: "${address('given')}", recipient: "${address('person')}" }]
    expect: [{ from: { hash: "${address('expected').toLowerCase()}" }, side: "${authored('listed')}" }]
`

/** Rule files that are broken where somebody stands in them. */
export const brokenRules: readonly { readonly title: string, readonly text: string, readonly code: Code }[] = [
  {
    title: 'YAML that ends too early', text: `steps: { one: { keep: { when: 'sender = "${canary.address('mail 1')}"`,
    code: 'yaml-syntax',
  },
  {
    title: 'a key twice',
    text: `params: { ${wordOf('mail 1')}: { type: text, default: a }, ${wordOf('mail 1')}: { type: text, default: b } }`,
    code: 'duplicate-key',
  },
  {
    title: 'a name that is none',
    text: `after: { who: { "${canary.address('mail 1')}": { drop: { when: 'event = "x"', because: none } } } }`,
    code: 'bad-name',
  },
  {
    title: 'an expression that does not end',
    text: `after: { who: { one: { drop: { when: 'sender = "${canary.address('mail 1')}', because: none } } } }`,
    code: 'expression-syntax',
  },
  {
    title: 'a field that is none',
    text: `after: { who: { one: { drop: { when: '${wordOf('mail 1')} = "x"', because: none } } } }`,
    code: 'unknown-field',
  },
  {
    title: 'a function that is none',
    text: `after: { who: { one: { drop: { when: '$${wordOf('mail 1')}(sender)', because: none } } } }`,
    code: 'unknown-function',
  },
  {
    title: 'a kind that is none',
    text: `after: { who: { one: { drop: { accounts: [${wordOf('mail 1')}], in: [sender], because: none } } } }`,
    code: 'unknown-kind',
  },
  {
    title: 'a reason that is an address',
    text: `after: { who: { one: { drop: { when: 'event = "DELIVER"', because: "${canary.address('mail 1')}" } } } }`,
    code: 'identity-in-name',
  },
  {
    title: 'a file called after somebody',
    text: `outputs: { emails: { csv: { file: "${canary.address('mail 1')}.csv" } } }`, code: 'identity-in-name',
  },
  {
    title: 'a column in clear',
    text: `after: { who: { one: { set: { clear: 'sender & "${wordOf('mail 1')}"' } } } }\noutputs: { emails: { columns: { clear: clear } } }`,
    code: 'personal-reaches-output',
  },
  {
    title: 'a test of a column that is none',
    text: `tests: { "of ${wordOf('mail 1')}": { params: { domains: [x.example] }, given: [{ event: DELIVER, sender: "${canary.address('mail 1')}" }], expect: [{ "${wordOf('mail 1')}": x }] } }`,
    code: 'bad-test',
  },
  { title: 'a base called after somebody', text: `include: [./${wordOf('mail 1')}.yaml]`, code: 'bad-include' },
  {
    title: 'an export as a base',
    text: `include: [./in/${canary.address('folder of people')}/${canary.address('file of people')}.people]`,
    code: 'bad-path',
  },
]
