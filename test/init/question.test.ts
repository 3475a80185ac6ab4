// Who answers what the files do not tell: a person, the proposal, or nobody.
import test from 'ava'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { type Question, answering, checkAnswered } from '../../engine/init/question.ts'

const zone: Question = { ask: 'In which zone?', option: '--zone ZONE', why: 'times carry none', check: answer => answer.includes('/') ? undefined : 'that is no zone' }
const encoding: Question = { ask: 'Which encoding?', option: '--encoding x=windows-1252', why: 'they look so', proposal: 'windows-1252' }
const domains: Question = { ask: 'Which domains?', option: '--domains contoso.com', why: 'the own ones', proposal: 'contoso.com' }
const order: Question = { ask: 'Which is first?', option: '--dates PATTERN', why: 'they do not tell', choices: ['dd/MM', 'MM/dd'] }

/** A person who types these lines, and what was said to them. */
function person(...lines: readonly string[]) {
  const said: string[] = []
  const left = [...lines]
  return { said, ask: async (question: string) => { said.push(question); return left.shift() ?? '' }, say: (text: string) => { said.push(text) } }
}
const nobody = { ask: undefined, say: () => {} }

const answered: readonly { readonly title: string, readonly question: Question, readonly lines: readonly string[], readonly answer: string }[] = [
  { title: 'a line is the answer', question: zone, lines: [' Europe/Berlin '], answer: 'Europe/Berlin' },
  { title: 'Enter takes the proposal', question: encoding, lines: [''], answer: 'windows-1252' },
  { title: 'a number means a choice', question: order, lines: ['2'], answer: 'MM/dd' },
  { title: 'what is wrong is asked again', question: zone, lines: ['', 'Berlin', 'Europe/Berlin'], answer: 'Europe/Berlin' },
]
for (const { title, question, lines, answer } of answered) {
  test(title, async t => {
    const { ask, say, said } = person(...lines)
    t.is(await answering({ ask, say, yes: false }).answer(question), answer)
    t.true(said[0]!.includes(question.ask))
  })
}

test('after three answers that cannot be used it ends', async t => {
  const { ask, say } = person('x', 'y', 'z', 'Europe/Berlin')
  await t.throwsAsync(answering({ ask, say, yes: false }).answer(zone), { instanceOf: Stop })
})

test('--yes takes proposals and asks nothing, also where somebody is there; the rest is needed at once', async t => {
  for (const asking of [person('Europe/Berlin'), { ...nobody, said: [] }]) {
    const answers = answering({ ask: asking.ask, say: asking.say, yes: true })
    t.deepEqual([await answers.answer(encoding), await answers.answer(domains), await answers.answer(zone)], ['windows-1252', 'contoso.com', undefined])
    t.deepEqual([asking.said, answers.needs], [[], [zone]])
  }
})

test('where nobody is, all is needed that is not optional, with what is proposed; the rest is an offer', async t => {
  const answers = answering({ ...nobody, yes: false })
  for (const question of [encoding, domains, zone, { ...order, optional: true as const }]) await answers.answer(question)
  t.deepEqual([answers.needs, answers.offers.map(({ option }) => option)], [[encoding, domains, zone], [order.option]])
  const stop = t.throws(() => { checkAnswered(answers) }, { instanceOf: Stop })
  t.is(stop.exit, 2)
  const said = JSON.stringify(stop.diagnostic)
  for (const option of ['--domains contoso.com', '--zone ZONE', 'not needed, but likely']) t.true(said.includes(option), option)
})

test('nothing is missing, nothing is said', t => { t.notThrows(() => { checkAnswered(answering({ ...nobody, yes: false })) }) })
